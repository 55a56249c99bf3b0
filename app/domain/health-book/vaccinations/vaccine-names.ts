import type { Antigen } from "./schedule.ts";

/** What a name holds for sure, and what it may hold. */
export interface Named {
  antigens: readonly Antigen[];
  maybe?: readonly Antigen[];
}

const DPT: Antigen[] = ["diphtheria", "pertussis", "tetanus"];
const IPV: Antigen[] = ["polio", "ipv"];
const PENTAVALENT: Antigen[] = [...DPT, "hepb", "hib"];

const listed = (antigens: Antigen[], names: string, maybe: Antigen[] = []): [string, Named][] =>
  names.split(", ").map((name) => [name, { antigens, maybe }]);

/** Names in use in Việt Nam, folded; the longest that fits is taken first. */
export const vaccineNames: readonly (readonly [string, Named])[] = [
  ...listed(["bcg"], "bcg, lao"),
  ...listed(
    ["hepb"],
    "viem gan sieu vi b, viem gan vi rut b, viem gan b, vgb, vgsvb, hepatitis b, hepb, hep b, gene hbvax, engerix b, euvax b, heberbiovac hb",
  ),
  ...listed(["hepb", "other"], "twinrix, viem gan a b, viem gan a va b"),
  ...listed(PENTAVALENT, "quinvaxem, combe five, combefive, eupenta, dpt vgb hib"),
  // Of two vaccines in use: with hepatitis B (national programme), or with polio (bought).
  ...listed([...DPT, "hib"], "5 trong 1, 5in1, nam trong mot, 5 in 1", ["hepb", "polio", "ipv"]),
  ...listed([...DPT, ...IPV, "hib"], "pentaxim"),
  ...listed([...PENTAVALENT, ...IPV], "6 trong 1, 6in1, 6 in 1, hexaxim, infanrix hexa"),
  ...listed([...DPT, ...IPV], "4 trong 1, 4 in 1, tetraxim"),
  ...listed(DPT, "dpt, dtp, dtap, tdap, adacel, boostrix"),
  ...listed(["diphtheria", "tetanus"], "td, uv bh"),
  ...listed(["diphtheria"], "bach hau, diphtheria"),
  ...listed(["pertussis"], "ho ga, pertussis"),
  ...listed(["tetanus"], "uon van, vat, tetanus"),
  ...listed(["hib"], "hib, quimi hib, haemophilus influenzae type b"),
  ...listed(["polio"], "bai liet uong, opv, bopv, topv, sabin, bai liet, polio"),
  ...listed(IPV, "bai liet tiem, bai liet bat hoat, ipv, imovax polio"),
  ...listed(["rota"], "rota, rotavin, rotavin m1, rotarix, rotateq, rotavirus"),
  ...listed(["measles"], "soi, mvvac, measles"),
  ...listed(["rubella"], "rubella"),
  ...listed(["measles", "rubella"], "mr, mrvac"),
  ...listed(["measles", "rubella", "other"], "mmr, mmr ii, priorix, trimovax"),
  ...listed(["je"], "viem nao nhat ban, viem nao nhat ban b, vnnb, jevax, japanese encephalitis"),
  ...listed(["je-live"], "imojev"),
  ...listed(
    ["other"],
    "cum, cum mua, influenza, phe cau, synflorix, prevenar 13, hpv, gardasil, gardasil 9, cervarix, thuy dau, varivax, varilrix, quai bi, mumps, dai, benh dai, rabies, thuong han, viem gan a, nao mo cau, covid 19",
  ),
];

/** Words that say nothing of what is in it. */
export const neutralWords = new Set(
  (
    "vac xin vacxin vaccine vaccin van phong ngua chong benh tieu chay do vi rut virus vi khuan tiem uong chung mo rong tcmr dich vu mui lan lieu so thu nhac lai cho tre " +
    "em nguoi lon sinh moi phoi hop hap phu giam te bao toan phan vo bat hoat song don gia va co chua thanh phan duong mieng " +
    "vabiotech ivac polyvac sanofi gsk biological e sii serum institute of india combined live oral inactivated"
  ).split(" "),
);
