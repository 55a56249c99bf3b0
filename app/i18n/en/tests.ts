import type { English } from "../catalogue.ts";

export const tests: English["tests"] = {
  title: "Common tests",
  lead: "What a test measures, why it is done, and what can change its result.",
  about: "What this test is",
  moves: "What can change the result:",
  search: "Search by name or abbreviation",
  searchHint: "For example: glucose, HbA1c, liver. Accents do not matter.",
  find: "Search",
  none: "No test matches “{words}”",
  all: "See all",
  count: { one: "{n} test", many: "{n} tests" },
  checked:
    "Written from public sources and compared with them on {date}. It does not replace a doctor, and names no general normal values: the usual range is each laboratory's own.",
  noRange: "No normal values stand here, because each laboratory has its own, printed with the result.",
  alsoCalled: "Laboratories also write: {names}",
  sources: "Sources",
  sourcesNote: "The words are Sổ Khỏe's own; nothing is copied from the sources.",
  source: {
    medlineplus: "MedlinePlus (U.S. National Library of Medicine): {page}, medlineplus.gov/lab-tests",
    "byt-biochemistry":
      "Ministry of Health of Viet Nam: guide to procedures in biochemistry (Decision 320 of 23 January 2014)",
    "byt-haematology":
      "Ministry of Health of Viet Nam: guide to procedures in haematology, transfusion, immunology, genetics and molecular biology (Decision 2017 of 9 June 2014)",
    "byt-microbiology":
      "Ministry of Health of Viet Nam: guide to the practice of clinical microbiology (Decision 1539 of 20 April 2017)",
  },
  group: {
    "blood-count": "Blood count and blood groups",
    sugar: "Blood sugar",
    fats: "Blood fats",
    "kidney-and-salts": "Kidneys and minerals",
    "liver-and-pancreas": "Liver, bile and pancreas",
    urine: "Urine",
    "heart-and-inflammation": "Heart, muscles and inflammation",
    clotting: "Clotting",
    "iron-and-vitamins": "Iron and vitamins",
    hormones: "Hormones",
    infections: "Infections",
    immunity: "Immunity and allergy",
    "tumour-markers": "Tumour markers",
    "breath-stool-and-other": "Blood gases, stool, prenatal and other tests",
  },
};

export const trend: English["trend"] = {
  title: "This test over time",
  here: "(shown here)",
  band: "The pale band is the usual range that {facility} sent with the result shown here; others may have another.",
  apart: {
    unit: {
      one: "{n} value is in a unit that cannot be compared, so it is not joined to the line (× on the axis).",
      many: "{n} values are in a unit that cannot be compared, so they are not joined to the line (× on the axis).",
    },
    method: {
      one: "{n} value was measured by another method, so it is not joined to the line (× on the axis).",
      many: "{n} values were measured by another method, so they are not joined to the line (× on the axis).",
    },
    specimen: {
      one: "{n} value is of another kind of sample, so it is not joined to the line (× on the axis).",
      many: "{n} values are of another kind of sample, so they are not joined to the line (× on the axis).",
    },
  },
  why: { unit: "another unit, not comparable", method: "another method", specimen: "another kind of sample" },
  about: "≈ {value}",
  newest: "Newest: {value}",
  converted: "Hollow dots: sent in another unit, and converted to that of the result shown here.",
  bounds: "Arrows: the laboratory only says that it is below or above a limit.",
  inWords:
    "Chart of {n} values from {from} to {to}: lowest {least}, highest {most}, newest {last}. The figures are in the table below.",
};
