import { at, type Scene } from "../scene.ts";
import { clerk, clinician, nobody } from "../who.ts";

/** Results that wait for a clinician's word, and the list of those that wait to be shown. */
export const resultScenes: Scene[] = [
  at(clinician, "explain", "Results to explain", "/clinic/results"),
  {
    id: "explain-wrong",
    title: "Results to explain: no phrase chosen",
    who: clinician,
    open: async (visitor) => {
      await visitor.go("/clinic/results");
      await visitor.press("main form button[value=explain]");
    },
  },
  at(clinician, "explained", "Results already explained", "/clinic/results?list=explained"),
  at(clerk, "explain-clerk", "Results to explain, asked for by a clerk", "/clinic/results", { status: 403 }),
  at(nobody, "releases", "When results appear", "/help/releases"),
];
