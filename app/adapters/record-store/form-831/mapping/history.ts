import { foldName } from "#app/shared/names.ts";
import { coding, concept, resource } from "../../qd3176/mapping/elements.ts";
import {
  DECLARED,
  declaredStatus,
  FORM_831,
  type FormContext,
  ICD10,
  type Mapped,
  partOfForm,
  saysNone,
} from "../context.ts";
import type { Part } from "../part.ts";

const SNOMED = "http://snomed.info/sct";

const ACTIVE = {
  coding: [{ system: "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", code: "active" }],
};

/** Kinds of allergy of part II.3: what FHIR calls them, and how "none" of the kind is said (SNOMED CT, as in IPS). */
const ALLERGIES: ReadonlyMap<string, { text: string; category?: string; none?: string }> = new Map([
  ["thuoc", { text: "Thuốc", category: "medication", none: "409137002" }],
  ["hoa_chat_my_pham", { text: "Hóa chất, mỹ phẩm", category: "environment" }],
  ["thuc_pham", { text: "Thực phẩm", category: "food", none: "429625007" }],
  ["khac", { text: "Khác" }],
  ["tat_ca", { text: "Mọi loại", none: "716186003" }],
]);

/** Part II.3, allergies: `{loai, ten, mo_ta}`, or `{loai, khong: true}` where the form says there is none. */
export function mapAllergies(form: Part, context: FormContext): Mapped[] {
  return form.list("di_ung").flatMap((item) => {
    const kind = item.text("loai") ?? "khac";
    const known = ALLERGIES.get(kind);
    const name = item.text("ten") ?? (item.flag("co") ? `${known?.text ?? kind} (không ghi rõ)` : undefined);
    if (item.flag("khong"))
      return known?.none
        ? [noneOf(context, kind, known.none)]
        : saysNone(context, `di_ung.${known ? kind : "khac"}`, `Dị ứng: ${known?.text ?? "Khác"}`);
    if (!name) return [];
    const description = item.text("mo_ta");
    return [
      resource("AllergyIntolerance", context.id("allergy", kind, foldName(name)), {
        ...declaredStatus("allergyintolerance"),
        // R4 wants one (ait-1) of whatever is not an error; what somebody declares they hold to be so.
        clinicalStatus: ACTIVE,
        category: known?.category ? [known.category] : [],
        code: { text: name },
        patient: context.patient,
        recordedDate: context.recordedOn,
        note: [{ text: description ?? DECLARED }, ...(description ? [{ text: DECLARED }] : [])],
      }),
    ];
  });
}

const noneOf = (context: FormContext, kind: string, code: string): Mapped =>
  resource("AllergyIntolerance", context.id("no-allergy", kind), {
    clinicalStatus: ACTIVE,
    code: { coding: [{ system: SNOMED, code }], text: "Không có, theo khai báo trong mẫu 831" },
    patient: context.patient,
    recordedDate: context.recordedOn,
  });

/** Diseases of part II.3 with the ICD-10 category that means exactly that; the others stay words. */
const DISEASES: ReadonlyMap<string, { text: string; icd10?: string }> = new Map([
  ["tim_mach", { text: "Bệnh tim mạch" }],
  ["tang_huyet_ap", { text: "Tăng huyết áp", icd10: "I10" }],
  ["dai_thao_duong", { text: "Đái tháo đường", icd10: "E14" }],
  ["da_day", { text: "Bệnh dạ dày" }],
  ["phoi_man_tinh", { text: "Bệnh phổi mạn tính" }],
  ["hen", { text: "Hen suyễn", icd10: "J45" }],
  ["buou_co", { text: "Bướu cổ" }],
  ["viem_gan", { text: "Viêm gan" }],
  ["tim_bam_sinh", { text: "Tim bẩm sinh" }],
  ["tam_than", { text: "Bệnh tâm thần", icd10: "F99" }],
  ["tu_ky", { text: "Tự kỷ", icd10: "F84" }],
  ["dong_kinh", { text: "Động kinh", icd10: "G40" }],
  ["ung_thu", { text: "Ung thư" }],
  ["lao", { text: "Lao" }],
]);

function diseaseOf(item: Part): { key: string; code: ReturnType<typeof concept> } | undefined {
  const kind = item.text("benh");
  const name = item.text("ten");
  const known = DISEASES.get(kind ?? "");
  const text = known ? [known.text, name].filter(Boolean).join(": ") : name;
  if (!text) return undefined;
  const codings = [...coding(ICD10, known?.icd10), ...(known ? coding(FORM_831, kind) : [])];
  return { key: foldName(`${known ? kind : ""} ${name ?? ""}`), code: concept(codings, text) };
}

const DISABILITIES: ReadonlyMap<string, string> = new Map([
  ["thinh_luc", "Khuyết tật thính lực"],
  ["thi_luc", "Khuyết tật thị lực"],
  ["tay", "Khuyết tật tay"],
  ["chan", "Khuyết tật chân"],
  ["cong_veo_cot_song", "Cong vẹo cột sống"],
  ["khe_ho_moi_vom", "Khe hở môi, vòm miệng"],
]);

/** Parts II.3 (diseases), II.4 (disability), II.7 (gynaecological) and II.8: what somebody says they have or had. */
export function mapConditions(form: Part, context: FormContext): Mapped[] {
  const said = (kind: string, key: string, item: Part, code: object, field?: string): Mapped =>
    resource("Condition", context.id(kind, key), {
      ...declaredStatus("condition"),
      category: field ? partOfForm(field) : undefined,
      code,
      subject: context.patient,
      onsetDateTime: item.date("nam"),
      recordedDate: context.recordedOn,
      note: [item.text("mo_ta"), DECLARED].flatMap((text) => (text ? [{ text }] : [])),
    });
  const named = (field: string, kind: string) =>
    form.listOfSome(field).flatMap((item) => {
      const name = item.text("ten");
      return name ? [said(kind, foldName(name), item, { text: name }, field)] : [];
    });
  return [
    ...mapNone(form, context),
    ...form.listOfSome("benh_ban_than").flatMap((item) => {
      const disease = diseaseOf(item);
      return disease?.code ? [said("disease", disease.key, item, disease.code)] : [];
    }),
    ...form.listOfSome("khuyet_tat").flatMap((item) => {
      const kind = item.text("loai") ?? "khac";
      const text = [DISABILITIES.get(kind), item.text("ten")].filter(Boolean).join(": ");
      return text ? [said("disability", foldName(`${kind} ${text}`), item, { text }, "khuyet_tat")] : [];
    }),
    ...named("benh_phu_khoa", "gynaecological"),
    ...named("van_de_khac", "other-problem"),
  ];
}

/** Lists of which somebody said that there is none, at all or of one kind: what the kinds are, and what is said of all. */
const NONE_OF: readonly (readonly [field: string, all: string, kindIn: string, kinds: ReadonlyMap<string, unknown>])[] =
  [
    ["benh_ban_than", "Bệnh tật của bản thân", "benh", DISEASES],
    ["khuyet_tat", "Khuyết tật", "loai", DISABILITIES],
    ["gia_dinh", "Bệnh của người thân", "benh", DISEASES],
    ["benh_phu_khoa", "Bệnh phụ khoa", "loai", new Map()],
    ["van_de_khac", "Vấn đề sức khỏe khác", "loai", new Map()],
  ];

const wordsOf = (kind: unknown): string => (typeof kind === "string" ? kind : (kind as { text: string }).text);

function mapNone(form: Part, context: FormContext): Mapped[] {
  return NONE_OF.flatMap(([field, all, kindIn, kinds]) =>
    form.listOfNone(field).flatMap((item) => {
      const kind = item.text(kindIn);
      if (kind === undefined) return saysNone(context, field, all);
      const known = kind === "khac" ? "Khác" : kinds.get(kind);
      return known === undefined ? [] : saysNone(context, `${field}.${kind}`, `${all}: ${wordsOf(known)}`);
    }),
  );
}

/** Part II.6: what relatives have; never shown as the person's own. */
export function mapFamily(form: Part, context: FormContext): Mapped[] {
  return form.listOfSome("gia_dinh").flatMap((item) => {
    const relative = item.text("nguoi");
    const disease = diseaseOf(item);
    if (!relative || !disease?.code) return [];
    return [
      resource("FamilyMemberHistory", context.id("family", foldName(relative), disease.key), {
        status: "health-unknown",
        patient: context.patient,
        date: context.recordedOn,
        relationship: { text: relative },
        condition: [{ code: disease.code }],
        note: [{ text: DECLARED }],
      }),
    ];
  });
}
