/** Parts of Form 831 (Decision 831/QĐ-BYT) that tell of a life and not of a visit, in the form's order. */
export const historyParts = [
  "blood",
  "birth",
  "risks",
  "allergies",
  "illnesses",
  "disabilities",
  "surgery",
  "family",
  "reproduction",
  "other",
] as const;
export type HistoryPart = (typeof historyParts)[number];

/** One question of the form; `codes` are LOINC and SNOMED CT codes by which others ask the very same. */
interface Question {
  id: string;
  codes?: readonly string[];
}

const list = (codes: string): readonly string[] => codes.split(" ");
const of = (field: string, kinds: string): Question[] => list(kinds).map((kind) => ({ id: `${field}.${kind}` }));

/** Diseases of parts II.3 and II.6, in the form's order, with the ICD-10 categories that tell somebody has one. */
export const formDiseases: readonly (readonly [id: string, ...ranges: string[]])[] = [
  ["tim_mach", "I00-I09", "I20-I52"],
  ["tang_huyet_ap", "I10-I15"],
  ["dai_thao_duong", "E10-E14"],
  ["da_day", "K25-K31"],
  ["phoi_man_tinh", "J40-J44", "J47-J47"],
  ["hen", "J45-J46"],
  ["buou_co", "E00-E07"],
  ["viem_gan", "B15-B19", "K73-K73"],
  ["tim_bam_sinh", "Q20-Q25"],
  ["tam_than", "F00-F83", "F85-F99"],
  ["tu_ky", "F84-F84"],
  ["dong_kinh", "G40-G41"],
  ["ung_thu", "C00-C97"],
  ["lao", "A15-A19"],
];

/** The questions of each part, in the form's order. */
export const questions: Readonly<Record<HistoryPart, readonly Question[]>> = {
  blood: [{ id: "nhom_mau" }],
  birth: [
    { id: "cach_sinh" },
    { id: "can_nang_luc_sinh", codes: ["8339-4"] },
    { id: "chieu_dai_luc_sinh", codes: ["89269-5"] },
    { id: "di_tat_bam_sinh" },
    { id: "van_de_luc_sinh" },
  ],
  risks: [
    { id: "hut_thuoc", codes: list("72166-2 88031-0 229819007 365981007 401201003") },
    { id: "ruou_bia", codes: list("74013-4 11331-6 228273003 160573003") },
    { id: "ma_tuy", codes: list("74204-9 82667-7 11343-1 228366006") },
    { id: "hoat_dong_the_luc", codes: list("68516-4 68215-5 89574-8 228447005") },
    { id: "tiep_xuc", codes: list("87729-0") },
    { id: "loai_ho_xi" },
    { id: "nguy_co_khac" },
  ],
  allergies: of("di_ung", "thuoc hoa_chat_my_pham thuc_pham khac"),
  illnesses: [{ id: "benh_ban_than" }, ...formDiseases.map(([id]) => ({ id: `benh_ban_than.${id}` }))],
  disabilities: [
    { id: "khuyet_tat" },
    ...of("khuyet_tat", "thinh_luc thi_luc tay chan cong_veo_cot_song khe_ho_moi_vom"),
  ],
  surgery: [{ id: "phau_thuat" }],
  family: [{ id: "gia_dinh" }, ...formDiseases.map(([id]) => ({ id: `gia_dinh.${id}` }))],
  reproduction: [
    { id: "bien_phap_tranh_thai" },
    { id: "ky_co_thai_cuoi" },
    { id: "so_lan_co_thai", codes: ["11996-6"] },
    { id: "so_lan_say_thai", codes: ["11614-5"] },
    { id: "so_lan_pha_thai", codes: ["11613-7"] },
    { id: "so_lan_sinh_de", codes: ["11640-0"] },
    { id: "de_thuong" },
    { id: "de_mo" },
    { id: "de_kho" },
    { id: "so_lan_de_du_thang", codes: ["11639-2"] },
    { id: "so_lan_de_non", codes: ["11637-6"] },
    { id: "so_con_hien_song", codes: ["11638-4"] },
    { id: "benh_phu_khoa" },
  ],
  other: [{ id: "van_de_khac" }],
};

/** Codes that belong to a part though the form asks otherwise: of a birth, of work and home, of pregnancies. */
export const codesOfPart: ReadonlyMap<string, HistoryPart> = new Map([
  ...list("9272-6 9274-2 11885-1").map((code) => [code, "birth"] as const),
  ...list("11341-5 21843-8 63512-8 71802-3 76689-9 63586-2").map((code) => [code, "risks"] as const),
  ...list("82810-3 11778-8 11779-6 11780-4 11636-8 11612-9 33065-4 8665-2 11977-6 11449-6 8659-8 8678-5").map(
    (code) => [code, "reproduction"] as const,
  ),
]);

const byId = new Map<string, HistoryPart>(
  historyParts.flatMap((part) => questions[part].map(({ id }) => [id, part] as const)),
);
const byCode = new Map(
  historyParts.flatMap((part) =>
    questions[part].flatMap(({ id, codes = [] }) => codes.map((code) => [code, { part, question: id }] as const)),
  ),
);

/** The question of the form that a code asks, or the part it belongs to. */
export function placeOfCode(code: string): { part: HistoryPart; question?: string } | undefined {
  const part = codesOfPart.get(code);
  return byCode.get(code) ?? (part && { part });
}

/** The part a question of the form stands in: by itself, or by the list it is of ("gia_dinh.khac"). */
export function partOfQuestion(id: string): HistoryPart | undefined {
  return byId.get(id) ?? byId.get(`${id.split(".")[0]}`) ?? (id.startsWith("di_ung.") ? "allergies" : undefined);
}

/** Codes for which results are looked through too: what others send of pregnancies and births as measured. */
export const codesAmongResults: readonly string[] = [...codesOfPart.keys(), ...byCode.keys()];
