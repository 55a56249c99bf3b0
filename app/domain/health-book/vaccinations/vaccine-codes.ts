import type { Antigen } from "./schedule.ts";

export const CVX = "http://hl7.org/fhir/sid/cvx";
export const ATC = "http://www.whocc.no/atc";

const DT: Antigen[] = ["diphtheria", "tetanus"];
const DPT: Antigen[] = ["diphtheria", "pertussis", "tetanus"];
const IPV: Antigen[] = ["polio", "ipv"];

/** Code sets that name the same antigens. */
const listed = (antigens: Antigen[], codes: string): [string, readonly Antigen[]][] =>
  codes.split(" ").map((code) => [code, antigens]);

/** https://www2a.cdc.gov/vaccines/iis/iisstandards/vaccines.asp?rpt=cvx */
export const cvxVaccines: ReadonlyMap<string, readonly Antigen[]> = new Map([
  ...listed(["bcg"], "19"),
  ...listed(["hepb"], "08 42 43 44 45"),
  ...listed(["hepb", "other"], "104"),
  ...listed(["hepb", "hib"], "51"),
  ...listed(DPT, "01 20 106 107 115"),
  ...listed(DT, "09 28 113 138 139 196"),
  ...listed(["tetanus"], "35 112"),
  ...listed(["hib"], "17 46 47 48 49"),
  ...listed([...DPT, "hib"], "22 50"),
  ...listed([...DPT, "hepb", "hib"], "102 198"),
  ...listed([...DPT, ...IPV], "130"),
  ...listed([...DPT, ...IPV, "hepb"], "110"),
  ...listed([...DPT, ...IPV, "hib"], "120"),
  ...listed([...DPT, ...IPV, "hib", "hepb"], "132 146"),
  ...listed(["polio"], "02 89 178 179 182"),
  ...listed(IPV, "10"),
  ...listed(["rota"], "116 119 122"),
  ...listed(["measles"], "05"),
  ...listed(["rubella"], "06"),
  ...listed(["measles", "rubella"], "04"),
  ...listed(["measles", "rubella", "other"], "03 94"),
  ...listed(["je"], "39 134"),
  ...listed(["other"], "07 21 33 52 62 83 85 88 90 100 133 140 141 150 152 158 165 207 208 217 229"),
]);

/** https://atcddd.fhi.no: J07, vaccines. */
export const atcVaccines: ReadonlyMap<string, readonly Antigen[]> = new Map([
  ...listed(["bcg"], "J07AN01"),
  ...listed(["hepb"], "J07BC01"),
  ...listed(DPT, "J07AJ51 J07AJ52"),
  ...listed(DT, "J07AM51"),
  ...listed(["tetanus"], "J07AM01"),
  ...listed([...DPT, ...IPV], "J07CA02"),
  ...listed([...DPT, ...IPV, "hib"], "J07CA06"),
  ...listed([...DPT, ...IPV, "hib", "hepb"], "J07CA09"),
  ...listed([...DPT, "hib", "hepb"], "J07CA11"),
  ...listed(IPV, "J07BF03"),
  ...listed(["polio"], "J07BF01 J07BF02 J07BF04"),
  ...listed(["rota"], "J07BH01 J07BH02"),
  ...listed(["measles"], "J07BD01"),
  ...listed(["measles", "rubella", "other"], "J07BD52"),
  ...listed(["measles", "rubella"], "J07BD53"),
  ...listed(["je"], "J07BA02"),
  ...listed(["je-live"], "J07BA03"),
]);
