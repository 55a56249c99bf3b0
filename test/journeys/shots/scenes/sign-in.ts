import { at, type Scene } from "../scene.ts";
import type { Visitor } from "../visitor.ts";
import { an, hoa, nobody, trang } from "../who.ts";

const REFERENCE = "019aa5b4-7c1e-7d20-9c55-2f6f0f3b8a11";

/** Our codes, one for each thing that people are told. */
const problems = {
  cancelled: "sign-in-cancelled",
  expired: "expired",
  "not-started-here": "attempt-unknown",
  "bad-answer": "token-signature",
  "provider-down": "provider-unavailable",
  "identity-unclear": "identity-ambiguous",
  "no-number": "identity-unknown-person",
  other: "something-else",
};

async function toProvider(visitor: Visitor): Promise<void> {
  await visitor.go("/sign-in");
  await visitor.press("main form button");
}

/** From the button to the book, with everything that can come between. */
export const signInScenes: Scene[] = [
  at(nobody, "sign-in", "Sign in", "/sign-in"),
  at(nobody, "sign-in-ended", "Sign in after a session that ended", "/sign-in?reason=ended&returnTo=/book"),
  at(nobody, "sign-in-needed", "A page that needs a session", "/book/results", { lands: /^\/sign-in$/ }),
  {
    id: "provider-sign-in",
    title: "At the identity provider",
    who: nobody,
    open: toProvider,
    lands: /^\/interaction\//,
  },
  {
    id: "provider-unknown",
    title: "At the identity provider: unknown number",
    who: nobody,
    status: 422,
    open: async (visitor) => {
      await toProvider(visitor);
      await visitor.page.fill("input[name=login]", "001161999999");
      await visitor.press("form:has(input[name=login]) button");
    },
  },
  {
    id: "sign-in-cancelled",
    title: "Cancelled at the identity provider",
    who: nobody,
    lands: /^\/sign-in$/,
    open: async (visitor) => {
      await toProvider(visitor);
      await visitor.press("button.quiet");
    },
  },
  {
    id: "provider-front",
    title: "The identity provider's front page",
    who: nobody,
    open: (visitor) => visitor.go(visitor.demo.provider),
  },
  at(nobody, "sign-in-callback", "An answer nobody asked for", "/sign-in/callback?code=x&state=y", {
    lands: /^\/sign-in$/,
  }),
  ...Object.entries(problems).map(([what, reason]) =>
    at(nobody, `problem-${what}`, `Sign-in problem: ${what}`, `/sign-in?reason=${reason}&reference=${REFERENCE}`),
  ),
  {
    id: "level-too-low",
    title: "Identity level too low for the book",
    who: hoa,
    status: 403,
    open: (visitor) => visitor.go("/book"),
  },
  at(nobody, "sign-in-help-over", "The limited session is over", "/sign-in/help"),
  at(an, "sign-in-help", "Nobody can tell whose sign-in it is", "/sign-in/help"),
  {
    id: "sign-in-help-sent",
    title: "A telephone number was left",
    who: an,
    open: async (visitor) => {
      await visitor.go("/sign-in/help");
      const change = visitor.page.locator("main details summary");
      if (await change.count()) await change.click();
      await visitor.page.fill("#phone", "0912 345 678");
      await visitor.press("main form.form-one button");
    },
  },
  at(trang, "notice-first", "The notice at the first sign-in", "/privacy/notice?returnTo=/book"),
];
