import type { English } from "../catalogue.ts";

export const growth: English["growth"] = {
  title: "Growth chart",
  measure: { weight: "Weight", height: "Height or length", head: "Head circumference", bmi: "Body mass index (BMI)" },
  noBands:
    "The curves are the child's own measurements. The World Health Organization's bands are not drawn, because their tables are not part of Sổ Khỏe yet; ask a doctor whether the child grows as expected.",
  none: "The book has no weight or height yet",
  ofAge: "The growth chart is for people under 19 whose birth date is in the book",
  door: "Weight, height and head over time",
};
