// The lock page of a counter: one press on a name, the passkey, and the shift goes on.
(() => {
  const { from: bytes, toText: text } = window.passkeyBytes;
  const leave = (problem) => location.replace(`/counter?problem=${problem}`);

  async function sign(options) {
    const allowCredentials = options.allowCredentials.map((one) => ({ ...one, id: bytes(one.id) }));
    const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials };
    const { id, type, response } = await navigator.credentials.get({ publicKey });
    const signed = {
      authenticatorData: text(response.authenticatorData),
      clientDataJSON: text(response.clientDataJSON),
      signature: text(response.signature),
    };
    return JSON.stringify({ id, rawId: id, type, response: signed, clientExtensionResults: {} });
  }

  for (const form of document.querySelectorAll("form[data-unlock]")) {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const body = new URLSearchParams([...new FormData(form), ["intent", "challenge"]]);
      try {
        const answer = await fetch("/counter/unlock", { method: "POST", body });
        const options = await answer.json();
        if (options.problem) return leave(options.problem);
        form.elements.response.value = await sign(options);
        form.submit();
      } catch {
        leave("refused");
      }
    });
  }
})();
