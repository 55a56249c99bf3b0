// A shared counter: covers the page and locks after three minutes without use, or when asked to. What is half written
// goes to the server, sealed for the same person. Without this script the server locks at the next request all the same.
(() => {
  const LOCK_AFTER = 180_000;
  const TELL_EVERY = 45_000;
  let used = Date.now();
  let told = used;
  let locking = false;

  const written = (value) => /\S\s+\S/.test(value);

  /** The form that somebody is writing in: the first that has changed and has words. */
  function halfWritten() {
    for (const form of document.querySelectorAll("main form[method=post]")) {
      const fields = [...new FormData(form)].filter(([, value]) => typeof value === "string");
      const changed = [...form.elements].some((one) => "defaultValue" in one && one.value !== one.defaultValue);
      if (changed && fields.some(([, value]) => written(value))) {
        const action = new URL(form.getAttribute("action") || location.href, location.href);
        return JSON.stringify({ to: action.pathname + action.search, fields });
      }
    }
    return "";
  }

  function lock() {
    if (locking) return;
    locking = true;
    const body = new URLSearchParams({ intent: "lock", form: halfWritten() });
    document.body.replaceChildren();
    const back = new URLSearchParams({ returnTo: location.pathname + location.search });
    fetch("/counter", { method: "POST", body, keepalive: true, redirect: "manual" })
      .catch(() => undefined)
      .then(() => location.replace(`/counter?${back}`));
  }

  function look() {
    const now = Date.now();
    if (now - used >= LOCK_AFTER) return lock();
    if (used > told && now - told >= TELL_EVERY) {
      told = now;
      fetch("/counter/unlock", { method: "POST", body: new URLSearchParams({ intent: "used" }) })
        .then(({ status }) => (status === 401 ? lock() : undefined))
        .catch(() => undefined);
    }
  }

  for (const kind of ["pointerdown", "keydown", "input", "wheel"])
    addEventListener(kind, () => (used = Date.now()), { capture: true, passive: true });
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.addEventListener("visibilitychange", look);
  document.querySelector("form[data-lock]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    lock();
  });
  setInterval(look, 1_000);
})();
