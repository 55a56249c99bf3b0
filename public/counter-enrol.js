// One's own passkeys: makes one with what the page brings, and sends it with the page's own form.
(() => {
  const { from: bytes, toText: text } = window.passkeyBytes;

  const form = document.querySelector("form[data-enrol]");
  form?.addEventListener("submit", async (event) => {
    event.preventDefault();
    const options = JSON.parse(form.dataset.enrol);
    const publicKey = {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((one) => ({ ...one, id: bytes(one.id) })),
    };
    try {
      const { id, type, response } = await navigator.credentials.create({ publicKey });
      const made = {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
        transports: response.getTransports?.() ?? [],
      };
      form.elements.response.value = JSON.stringify({ id, rawId: id, type, response: made, clientExtensionResults: {} });
      form.submit();
    } catch {
      location.replace("/counter/passkeys?news=refused");
    }
  });
})();
