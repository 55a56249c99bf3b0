// Beside signed-in pages: warns before the session ends, keeps what is being written, covers the page afterwards.
// No request is made until somebody presses "stay"; tabs of one browser tell each other.
(() => {
  const dialog = document.getElementById("session-warning");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const { key, keeper } = dialog.dataset;
  const warn = Number(dialog.dataset.warn) * 1000;
  const KEPT_MS = 30 * 60_000;
  const PREFIX = "so-khoe:form:";
  const CHANNEL = "so-khoe-session";
  let ends = Date.now() + Number(dialog.dataset.idle) * 1000;
  let limit = Date.now() + Number(dialog.dataset.limit) * 1000;
  let over = false;
  let asking = false;
  let timer;

  // What is being written

  const stored = (work) => {
    try {
      return work(window.sessionStorage);
    } catch {
      return undefined;
    }
  };
  const keys = (storage) => Object.keys(storage).filter((name) => name.startsWith(PREFIX));
  const forget = (name) => stored((storage) => storage.removeItem(name));
  const forgetAll = () => stored((storage) => keys(storage).forEach((name) => storage.removeItem(name)));
  const forms = () =>
    [...document.querySelectorAll("main form")].filter(
      (form) => form.method === "post" && form.querySelector("textarea, input:not([type]), input[type=text]"),
    );
  const nameOf = (form, n) => `${PREFIX}${keeper}:${location.pathname}${location.search}#${n}`;
  const fieldsOf = (form) =>
    [...form.elements].filter(
      (field) =>
        field.name &&
        (field instanceof HTMLTextAreaElement ||
          field instanceof HTMLSelectElement ||
          (field instanceof HTMLInputElement && !["hidden", "password", "file", "submit"].includes(field.type))),
    );
  const ticks = (field) => field.type === "checkbox" || field.type === "radio";
  const untouched = (field) => {
    if (ticks(field)) return field.checked === field.defaultChecked;
    if (field instanceof HTMLSelectElement) {
      const first = [...field.options].findIndex((option) => option.defaultSelected);
      return field.selectedIndex === Math.max(0, first);
    }
    return field.value === field.defaultValue;
  };

  const save = () => {
    if (!keeper || over) return false;
    let any = false;
    forms().forEach((form, n) => {
      const fields = fieldsOf(form);
      if (form.dataset.sent || fields.every(untouched)) return;
      any = true;
      const values = fields.map((field) => [field.name, field.value, ticks(field) ? field.checked : undefined]);
      stored((storage) => storage.setItem(nameOf(form, n), JSON.stringify({ at: Date.now(), values })));
    });
    return any;
  };

  const restore = () => {
    stored((storage) => {
      for (const name of keys(storage)) {
        let at = 0;
        try {
          at = JSON.parse(storage.getItem(name) ?? "{}").at ?? 0;
        } catch {}
        // Another person's, or too old.
        if (!keeper || !name.startsWith(`${PREFIX}${keeper}:`) || Date.now() - at > 2 * KEPT_MS) storage.removeItem(name);
      }
    });
    forms().forEach((form, n) => {
      const text = stored((storage) => storage.getItem(nameOf(form, n)));
      const fields = fieldsOf(form);
      if (!text || !fields.every(untouched)) return;
      const { values } = JSON.parse(text);
      for (const field of fields) {
        const was = values.find(([name, value]) => name === field.name && (!ticks(field) || value === field.value));
        if (!was) continue;
        if (ticks(field)) field.checked = was[2] === true;
        else field.value = was[1];
      }
      if (fields.every(untouched)) return;
      const note = document.getElementById("session-restored")?.content.cloneNode(true);
      note?.querySelector("[data-discard]")?.addEventListener("click", (event) => {
        form.reset();
        forget(nameOf(form, n));
        event.target.closest(".notice")?.remove();
        form.querySelector("textarea, input:not([type=hidden])")?.focus();
      });
      if (note) form.prepend(note);
    });
  };

  let soon;
  document.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(save, 400);
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    const form = event.target;
    clearTimeout(soon);
    if (new URL(form.action, location.href).pathname === "/sign-out") {
      forgetAll();
      tell({ over: true });
      over = true;
      return;
    }
    const n = forms().indexOf(form);
    form.dataset.sent = "yes";
    if (n >= 0) forget(nameOf(form, n));
  });

  // Other tabs

  const channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : undefined;
  function tell(what) {
    const message = { key, ...what };
    if (channel) channel.postMessage(message);
    else
      try {
        localStorage.setItem(CHANNEL, JSON.stringify({ ...message, at: Date.now() }));
        localStorage.removeItem(CHANNEL);
      } catch {}
  }
  const heard = (message) => {
    if (over || !message) return;
    // Somebody else, or the same person anew: this page is of a session that is over.
    if (message.key !== key || message.over) return cover();
    if (message.ends > ends) ends = Math.min(message.ends, limit);
    check();
  };
  if (channel) channel.onmessage = (event) => heard(event.data);
  else
    window.addEventListener("storage", (event) => {
      if (event.key === CHANNEL && event.newValue) heard(JSON.parse(event.newValue));
    });

  // Time

  const left = () => Math.max(0, Math.min(ends, limit) - Date.now());
  const part = (name) => dialog.querySelector(name);
  const clock = (ms) => `${Math.floor(ms / 60_000)}:${String(Math.floor(ms / 1000) % 60).padStart(2, "0")}`;
  let said = 0;

  function show() {
    const ms = left();
    const last = limit - ends < 1000;
    part("[data-left]").textContent = clock(ms);
    part("[data-when=idle]").hidden = last;
    part("[data-when=limit]").hidden = !last;
    part("[data-stay]").hidden = last;
    if (!dialog.open) {
      said = 0;
      part("[data-when=failed]").hidden = true;
      dialog.showModal();
    }
    // A screen reader is told now and then, not every second.
    const step = [10, 30, 60].find((seconds) => ms <= seconds * 1000) ?? 120;
    if (step !== said && step < 120)
      part("[data-said]").textContent = part("[data-said]").dataset.words.replace("{n}", String(step));
    said = step;
  }

  function check() {
    clearTimeout(timer);
    if (over) return;
    const ms = left();
    if (ms === 0) return cover();
    if (ms <= warn) {
      show();
      timer = setTimeout(check, 1000 - (Date.now() % 250));
      return;
    }
    if (dialog.open) dialog.close();
    timer = setTimeout(check, Math.min(ms - warn, 2_000_000_000));
  }

  async function stay() {
    if (asking || over) return;
    asking = true;
    try {
      const answer = await fetch("/sign-in/stay", { method: "POST", headers: { Accept: "application/json" } });
      if (answer.status === 401) return cover();
      if (!answer.ok) throw new Error();
      const now = await answer.json();
      if (now.key !== key) return cover();
      ends = Date.now() + now.idle * 1000;
      limit = Date.now() + now.limit * 1000;
      tell({ ends });
    } catch {
      part("[data-when=failed]").hidden = false;
    } finally {
      asking = false;
    }
    check();
  }
  part("[data-stay]").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    stay();
  });

  /** Nobody reads on: the page is taken away, what was being written stays in this tab for half an hour. */
  function cover() {
    if (over) return;
    const kept = save();
    over = true;
    clearTimeout(timer);
    const panel = document.getElementById("session-over").content.cloneNode(true);
    panel.querySelector("[data-when=kept]").hidden = !kept;
    const back = `${location.pathname}${location.search}`;
    panel.querySelector("[data-again]").href = `/sign-in?${new URLSearchParams({ returnTo: back })}`;
    const title = panel.querySelector("h1").textContent;
    document.body.replaceChildren(panel);
    document.title = title;
    document.getElementById("main").focus();
    setTimeout(forgetAll, KEPT_MS);
  }

  document.addEventListener("visibilitychange", check);
  window.addEventListener("pageshow", check);
  window.addEventListener("focus", check);
  window.addEventListener("pagehide", save);
  restore();
  tell({ ends });
  check();
})();
