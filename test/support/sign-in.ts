import type { StaffRole } from "#app/domain/identity/view.ts";
import { Browserless, type Visit } from "./browser-less.ts";

/** Presses the button of the portal's sign-in page, or that of another digital ID; the browser rests at the provider. */
export async function startSignIn(browser: Browserless, page: string, provider = "default"): Promise<Visit> {
  const start = await browser.open(page);
  const starts = start.forms.filter((form) => form.action.endsWith("/sign-in"));
  const of = (form: Visit["forms"][number]) => form.fields.find(([name]) => name === "provider")?.[1] ?? "default";
  return browser.submit(
    start,
    starts.find((form) => of(form) === provider),
  );
}

/** Types a login into the provider's page; the browser rests where the portal leads it. */
export function typeLogin(browser: Browserless, provider: Visit, login: string): Promise<Visit> {
  const form = provider.forms.find((one) => one.fields.some(([name]) => name === "login"));
  return browser.submit(provider, form, { login });
}

/**
 * Signs in through the real pages – the portal's, the provider's and the notice – without script; then, where a role is
 * named, takes that duty on the page of duties.
 */
export async function signInWithoutScript(origin: string, login: string, duty?: StaffRole): Promise<Browserless> {
  const browser = new Browserless();
  const page = await typeLogin(browser, await startSignIn(browser, `${origin}/sign-in`), login);
  const notice = page.forms.find((form) => form.action.endsWith("/privacy/notice"));
  if (notice) await browser.submit(page, notice, {});
  if (duty) await takeDuty(browser, origin, duty);
  return browser;
}

/** Presses the first button of this role on the page of duties. */
export async function takeDuty(browser: Browserless, origin: string, duty: StaffRole): Promise<Visit> {
  const page = await browser.open(`${origin}/duty`);
  const named = (value: string) => value === duty || value.startsWith(`${duty}:`);
  return browser.submit(
    page,
    page.forms.find((form) => form.fields.some(([name, value]) => name === "duty" && named(value))),
  );
}

/** Through the provider's pages, first and second step, until the browser is back at the portal. */
export async function proveAtProvider(browser: Browserless, provider: Visit, login: string): Promise<Visit> {
  let page = provider;
  for (let step = 0; step < 3 && page.forms.length > 0 && page.url.pathname.includes("/interaction/"); step++) {
    const asksLogin = page.forms.some((form) => form.fields.some(([name]) => name === "login"));
    const confirm = page.forms.find((form) => form.action.includes("/confirm"));
    page = asksLogin ? await typeLogin(browser, page, login) : await browser.submit(page, confirm);
  }
  return page;
}

/** Proves again who they are for an act of the table of assurance, and goes on to `returnTo`. */
export async function stepUp(
  browser: Browserless,
  origin: string,
  { action, login, returnTo }: { action: string; login: string; returnTo?: string },
): Promise<Visit> {
  const query = new URLSearchParams({ for: action, ...(returnTo ? { returnTo } : {}) });
  const asked = await browser.open(`${origin}/sign-in/confirm?${query}`);
  const form = asked.forms.find((one) => one.fields.some(([name]) => name === "stepUp"));
  return form ? proveAtProvider(browser, await browser.submit(asked, form), login) : asked;
}

/** The Cookie header of a fresh session, for clients that only ask for pages. */
export async function signInAt(origin: string, login: string, duty?: StaffRole): Promise<string> {
  return (await signInWithoutScript(origin, login, duty)).cookieHeader(origin);
}
