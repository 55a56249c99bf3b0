import { Browserless } from "./browser-less.ts";

/** Signs in through the real pages – the portal's, the provider's and the notice – without script. */
export async function signInWithoutScript(origin: string, login: string): Promise<Browserless> {
  const browser = new Browserless();
  const start = await browser.open(`${origin}/sign-in`);
  const provider = await browser.submit(
    start,
    start.forms.find((form) => form.action.endsWith("/sign-in")),
  );
  let page = await browser.submit(
    provider,
    provider.forms.find((form) => form.fields.some(([name]) => name === "login")),
    { login },
  );
  const notice = page.forms.find((form) => form.action.endsWith("/privacy/notice"));
  if (notice) page = await browser.submit(page, notice, {});
  return browser;
}

/** The Cookie header of a fresh session, for clients that only ask for pages. */
export async function signInAt(origin: string, login: string): Promise<string> {
  return (await signInWithoutScript(origin, login)).cookieHeader(origin);
}
