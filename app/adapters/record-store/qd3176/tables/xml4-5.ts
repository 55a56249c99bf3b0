import { table } from "./notation.ts";

/** Results. QĐ 3176 table 4 (12 fields); `GIA_TRI` 255 and `MA_DICH_VU` 50 as seen. A value may be any text. */
export const xml4 = table(
  "XML4",
  ["CHITIEU_CHITIET_DICHVUCANLAMSANG", "DSACH_CHI_TIET_CLS", "CHI_TIET_CLS"],
  `
  MA_LK! C100 · STT! N10 · MA_DICH_VU C50 · MA_CHI_SO C50 · TEN_CHI_SO C255 · GIA_TRI C255 · DON_VI_DO C50 · MO_TA C
  KET_LUAN C · NGAY_KQ! D12 · MA_BS_DOC_KQ! C255* · DU_PHONG C
  `,
);

/** Clinical course. QĐ 3176 table 5. */
export const xml5 = table(
  "XML5",
  ["CHITIEU_CHITIET_DIENBIENLAMSANG", "DSACH_CHI_TIET_DIEN_BIEN_BENH", "CHI_TIET_DIEN_BIEN_BENH"],
  `
  MA_LK! C100 · STT! N10 · DIEN_BIEN_LS! C · GIAI_DOAN_BENH C · HOI_CHAN C · PHAU_THUAT C · THOI_DIEM_DBLS! D12
  NGUOI_THUC_HIEN! C255* · DU_PHONG C
  `,
);
