import { foldName } from "#app/shared/names.ts";
import { answer, type FormContext, type Mapped } from "../context.ts";
import type { Part } from "../part.ts";

const said = (texts: (string | false | undefined)[]) => {
  const valueString = texts.filter(Boolean).join("; ");
  return valueString ? { valueString } : undefined;
};

/** A box in words: ticked, said not to be, or not filled in. */
const told = (box: boolean | undefined, words: string) =>
  box === undefined ? undefined : box ? words : `không ${words}`;

/** "có, thường xuyên; đã bỏ": one habit of part II.2 in the words of its boxes. */
function habit(part: Part, more: (string | undefined)[] = []): { valueString: string } | undefined {
  const has = part.flag("co");
  return said([
    has === undefined ? undefined : has ? "Có" : "Không",
    part.flag("thuong_xuyen") && "thường xuyên",
    part.flag("da_bo") && "đã bỏ",
    ...more,
    part.text("mo_ta"),
  ]);
}

/** Part II.2: risk factors. */
export function mapHabits(form: Part, context: FormContext): Mapped[] {
  const risks = form.part("nguy_co");
  const drink = risks.part("ruou_bia");
  const glasses = drink.text("so_ly_moi_ngay");
  const exposure = risks.part("tiep_xuc");
  const social = (code: string, text: string, value: object | undefined) =>
    answer(context, code, text, { category: "social-history", value });
  return [
    ...social("hut_thuoc", "Hút thuốc lá, thuốc lào", habit(risks.part("hut_thuoc"))),
    ...social("ruou_bia", "Uống rượu bia", habit(drink, [glasses && `${glasses} ly mỗi ngày`])),
    ...answer(context, "ma_tuy", "Sử dụng ma túy", {
      category: "social-history",
      value: habit(risks.part("ma_tuy")),
      label: risks.part("ma_tuy").flag("co") ? "psychiatry" : undefined,
    }),
    ...social("hoat_dong_the_luc", "Hoạt động thể lực", habit(risks.part("hoat_dong_the_luc"))),
    ...social(
      "tiep_xuc",
      "Yếu tố tiếp xúc nghề nghiệp, môi trường",
      said([exposure.text("yeu_to"), exposure.text("thoi_gian")]),
    ),
    ...social("loai_ho_xi", "Loại hố xí của gia đình", said([risks.text("loai_ho_xi")])),
    ...social("nguy_co_khac", "Nguy cơ khác", said([risks.text("khac")])),
  ];
}

/** Part II.1: how the birth went. Its day is the day of birth. */
export function mapBirth(form: Part, context: FormContext, birthDate: string | undefined): Mapped[] {
  const birth = form.part("luc_sinh");
  const born = { ...context, recordedOn: birthDate };
  const exam = (code: string, text: string, value: object | undefined) =>
    answer(born, code, text, { category: "exam", value });
  const measured = (field: string, unit: string) => {
    const value = birth.decimal(field);
    return value === undefined
      ? undefined
      : { valueQuantity: { value, unit, system: "http://unitsofmeasure.org", code: unit } };
  };
  return [
    ...exam(
      "cach_sinh",
      "Tình trạng lúc sinh",
      said([
        birth.text("cach_sinh"),
        told(birth.flag("de_thieu_thang"), "đẻ thiếu tháng"),
        told(birth.flag("bi_ngat"), "bị ngạt lúc đẻ"),
      ]),
    ),
    ...exam("can_nang_luc_sinh", "Cân nặng lúc sinh", measured("can_nang_g", "g")),
    ...exam("chieu_dai_luc_sinh", "Chiều dài lúc sinh", measured("chieu_dai_cm", "cm")),
    ...exam("di_tat_bam_sinh", "Dị tật bẩm sinh", said([birth.text("di_tat_bam_sinh")])),
    ...exam("van_de_luc_sinh", "Vấn đề khác lúc sinh", said([birth.text("khac")])),
  ];
}

/** Counts of part II.7; what an ended pregnancy or contraception tells is closed to others at the door. */
const COUNTS: readonly (readonly [field: string, text: string, closed?: true])[] = [
  ["so_lan_co_thai", "Số lần có thai"],
  ["so_lan_say_thai", "Số lần sảy thai", true],
  ["so_lan_pha_thai", "Số lần phá thai", true],
  ["so_lan_sinh_de", "Số lần sinh đẻ"],
  ["de_thuong", "Số lần đẻ thường"],
  ["de_mo", "Số lần đẻ mổ"],
  ["de_kho", "Số lần đẻ khó"],
  ["so_lan_de_du_thang", "Số lần đẻ đủ tháng"],
  ["so_lan_de_non", "Số lần đẻ non"],
  ["so_con_hien_song", "Số con hiện sống"],
];

/** Part II.7: pregnancies and family planning. */
export function mapPregnancies(form: Part, context: FormContext): Mapped[] {
  const part = form.part("sinh_san");
  const counted = COUNTS.flatMap(([field, text, closed]) => {
    const written = part.text(field);
    const value = /^\d{1,2}$/.test(written ?? "") ? { valueInteger: Number(written) } : said([written]);
    const nothing = closed && written === "0";
    return answer(context, field, text, {
      category: "survey",
      value,
      label: closed && !nothing ? "reproductive" : undefined,
    });
  });
  const closed = (code: string, text: string) =>
    answer(context, code, text, { category: "survey", value: said([part.text(code)]), label: "reproductive" });
  const last = answer(context, "ky_co_thai_cuoi", "Kỳ có thai cuối cùng", {
    category: "survey",
    value: said([part.text("ky_co_thai_cuoi")]),
  });
  return [...closed("bien_phap_tranh_thai", "Biện pháp tránh thai"), ...last, ...counted];
}

/** Blood group of part I. */
export function mapBloodGroup(form: Part, context: FormContext): Mapped[] {
  const who = form.part("hanh_chinh");
  const [abo, rh] = [who.text("nhom_mau_abo"), who.text("nhom_mau_rh")];
  const value = said([abo && `${abo}${rh ? ` Rh ${rh}` : ""}`]);
  return foldName(abo ?? "") === ""
    ? []
    : answer(context, "nhom_mau", "Nhóm máu (theo khai báo)", { category: "exam", value });
}
