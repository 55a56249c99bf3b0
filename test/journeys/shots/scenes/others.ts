import { at, type Scene } from "../scene.ts";
import { claire, ha, haForBao, hung, hungForLan, mai, quan, thanh, thao, yen } from "../who.ts";

/** Everybody else: each book has a story of its own. */
export const otherScenes: Scene[] = [
  at(hung, "hung-book", "A book with little in it", "/book"),
  at(hung, "hung-people", "Whom he helps", "/people"),
  at(hung, "confirm-problem", "Not confirmed: asked once more", "/sign-in/confirm?for=export&reason=step-up-stale"),
  {
    id: "session-over",
    title: "Signed out in another tab: the page is covered",
    who: hung,
    open: async (visitor) => {
      await visitor.go("/book");
      await visitor.page.evaluate("new BroadcastChannel('so-khoe-session').postMessage({ over: true })");
    },
  },
  at(hung, "not-operator", "A citizen at the operators' pages", "/operator", { status: 404 }),
  at(hungForLan, "acting-book", "Acting for his mother: the book", "/book"),
  at(hungForLan, "acting-visits", "Acting for his mother: visits", "/book/visits"),
  at(hungForLan, "acting-sources", "Acting for his mother: sources", "/book/sources"),
  at(hungForLan, "acting-people", "Acting for his mother: whose book", "/people"),
  at(hungForLan, "acting-log", "Acting for his mother: his own log", "/privacy"),
  at(hungForLan, "acting-print", "Acting for his mother: on paper", "/book", { print: true }),
  at(ha, "ha-book", "A mother's own book", "/book"),
  at(ha, "ha-people", "Whom she helps", "/people"),
  at(haForBao, "child-book", "Her two-year-old's book", "/book"),
  at(haForBao, "child-vaccinations", "His vaccinations", "/book/vaccinations"),
  at(haForBao, "child-vaccinations-paper", "His vaccinations on paper", "/book/vaccinations", { print: true }),
  at(haForBao, "child-certificate", "His doses, to print", "/book/vaccinations/certificate"),
  at(haForBao, "child-certificate-paper", "His doses on paper", "/book/vaccinations/certificate", { print: true }),
  at(haForBao, "child-growth", "How he has grown", "/book/growth"),
  at(quan, "teen-book", "Fifteen years old", "/book"),
  at(quan, "teen-people", "Who helps him", "/people"),
  at(mai, "rule-book", "Pregnant, with something hidden by rule", "/book"),
  at(mai, "rule-visits", "Visits, one hidden by rule", "/book/visits"),
  at(thanh, "ghost-book", "Somebody used his card", "/book"),
  {
    id: "ghost-visit",
    title: "The visit he never made",
    who: thanh,
    open: (visitor) => visitor.pick("/book/visits", /./),
  },
  {
    id: "registers-range",
    title: "A result with the range of its facility's own table",
    who: thanh,
    open: (visitor) => visitor.pick("/book/results", /Cholesterol/),
  },
  {
    id: "registers-ai",
    title: "A picture that a machine with AI helped to read",
    who: thanh,
    open: (visitor) => visitor.pick("/book/results", /AI/),
  },
  at(quan, "registers-vaccinations", "Vaccinations from the register", "/book/vaccinations"),
  at(thanh, "registers-allergies", "Allergies from Form 831", "/book/allergies"),
  at(thanh, "registers-history", "History from Form 831", "/book/history"),
  at(thanh, "registers-history-print", "History from Form 831, on paper", "/book/history", { print: true }),
  at(claire, "foreigner-book", "No 12-digit number", "/book"),
  at(claire, "foreigner-people", "Nobody helps her", "/people"),
  at(yen, "empty-book", "An empty book", "/book"),
  at(yen, "empty-section", "An empty section", "/book/results"),
  at(yen, "empty-sources", "No hospital has sent anything", "/book/sources"),
  at(yen, "short-log", "Only herself has looked", "/privacy"),
  at(thao, "pharmacist-book", "A pharmacist's own book", "/book"),
  at(thao, "pharmacist-results", "Her results", "/book/results"),
];
