import { at, type Scene } from "../scene.ts";
import { nobody } from "../who.ts";

/** Before anybody has signed in. */
export const publicScenes: Scene[] = [
  at(nobody, "landing", "The first page", "/"),
  at(nobody, "help", "Help", "/help"),
  at(nobody, "statuses", "What each status means", "/help/statuses"),
  at(nobody, "scam", "Fraud: how to know it, what to do", "/help/scam"),
  at(nobody, "tests", "Common tests", "/help/tests"),
  at(nobody, "tests-found", "Common tests, searched", "/help/tests?q=duong+huyet"),
  at(nobody, "tests-none", "Common tests, nothing found", "/help/tests?q=khong+co"),
  at(nobody, "test", "One test", "/help/tests/hba1c"),
  at(nobody, "gallery", "The design system", "/gallery"),
  at(nobody, "gallery-dark", "The design system, dark", "/gallery", { colours: "dark" }),
  at(nobody, "gallery-forced", "The design system, forced colours", "/gallery", { colours: "forced" }),
  at(nobody, "gallery-large", "The design system, large letters", "/gallery?text=large"),
  at(nobody, "gallery-usual", "The design system, usual letters again", "/gallery?text=usual"),
  at(nobody, "accessibility", "Accessibility", "/accessibility"),
  at(nobody, "not-found", "An address that is not ours", "/nowhere", { status: 404 }),
  at(nobody, "signed-out", "Signed out", "/signed-out"),
  at(nobody, "signed-out-locked", "Signed out, and locked", "/signed-out?why=locked"),
  {
    id: "skip-link",
    title: "The first press of Tab",
    who: nobody,
    open: async (visitor) => {
      await visitor.go("/");
      await visitor.page.keyboard.press("Tab");
    },
  },
  {
    id: "focus-ring",
    title: "Focus on a button",
    who: nobody,
    open: async (visitor) => {
      await visitor.go("/sign-in");
      await visitor.page.locator("main form button").focus();
      // A ring is drawn for the keyboard alone: there and back.
      await visitor.page.keyboard.press("Tab");
      await visitor.page.keyboard.press("Shift+Tab");
    },
  },
];
