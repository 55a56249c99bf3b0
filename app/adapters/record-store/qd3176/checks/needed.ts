import type { SourceRow, TableName } from "../package.ts";

type Fields = SourceRow["fields"];
interface Condition {
  fields: readonly string[];
  when: (fields: Fields) => boolean;
}

const groups = (...codes: string[]) => {
  const wanted = new Set(codes);
  return ({ MA_NHOM = "" }: Fields) => wanted.has(MA_NHOM.replace(/^0+/, ""));
};
const PERFORMED = groups("1", "2", "3", "8", "18");
const INPATIENT = new Set(["3", "4", "6", "9"]);
const pregnancyEnded = ({ MA_DINH_CHI_THAI }: Fields) => MA_DINH_CHI_THAI === "1";

/** Fields the decision asks for in certain situations only. */
export const conditions: Partial<Record<TableName, readonly Condition[]>> = {
  XML1: [
    { fields: ["MA_NOI_DEN"], when: ({ MA_LOAI_RV = "" }) => MA_LOAI_RV === "2" || MA_LOAI_RV === "5" },
    {
      fields: ["NGAY_VAO_NOI_TRU"],
      when: ({ MA_LOAI_KCB = "" }) => INPATIENT.has(MA_LOAI_KCB.replace(/^0+/, "")),
    },
  ],
  XML3: [
    { fields: ["NGUOI_THUC_HIEN", "NGAY_TH_YL", "NGAY_KQ"], when: PERFORMED },
    { fields: ["TT_THAU"], when: groups("10") },
    { fields: ["MA_XANG_DAU"], when: groups("12") },
    { fields: ["MA_GIUONG"], when: groups("15") },
  ],
  XML7: [{ fields: ["NGUYENNHAN_DINHCHI", "THOIGIAN_DINHCHI", "TUOI_THAI"], when: pregnancyEnded }],
  XML11: [{ fields: ["NGUYENNHAN_DINHCHI", "TUOI_THAI"], when: pregnancyEnded }],
};
