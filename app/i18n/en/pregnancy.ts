import type { English } from "../catalogue.ts";

export const pregnancy: English["pregnancy"] = {
  title: "Pregnancies and births",
  door: "Pregnancies, the day a birth is expected, antenatal visits",
  lead: "Put together from what facilities sent. Nothing is guessed: the page says only what they wrote.",
  none: "No facility has sent anything about a pregnancy",
  current: "Pregnant now",
  past: "Other pregnancies",
  state: {
    current: "Pregnant now, as the sender has it",
    ended: "Over",
    "not-told": "The sender does not say whether it is over",
  },
  expected: "Birth expected",
  expectedOn: "Birth expected on {date}",
  week: "Today: {weeks} weeks and {days} days",
  weekEven: "Today: exactly {weeks} weeks",
  reckoned: "Reckoned back from {date}, when {facility} expects the birth; a full term is 280 days.",
  by: "By: {how}",
  differ: "Facilities wrote different days. Ask the one that cares for the pregnancy.",
  noDate: "The sender has not said when the birth is expected, so the week cannot be told.",
  ages: "Age of the pregnancy as facilities wrote it",
  visits: "Visits that the sender links to this pregnancy",
  results: "Results of these visits",
  moreResults: { one: "One more result, within its visit.", many: "{n} more results, within their visits." },
  documents: "Papers",
  loose: "More about pregnancies that no facility links to one of them",
  history: "Pregnancies and births as declared (Form 831)",
  danger:
    "Bleeding, strong pain in the belly, headache with blurred sight, fast swelling, high fever or a child that moves less: go to a hospital at once or call 115.",
};
