import { table } from "./notation.ts";

/** HIV care. QĐ 3176 table 6: no public list of its fields, so all are kept as they are sent. */
export const xml6 = table(
  "XML6",
  [
    "CHI_TIEU_HO_SO_BENH_AN_CHAM_SOC_VA_DIEU_TRI_HIV_AIDS",
    "DSACH_HO_SO_BENH_AN_CHAM_SOC_VA_DIEU_TRI_HIV_AIDS",
    "HO_SO_BENH_AN_CHAM_SOC_VA_DIEU_TRI_HIV_AIDS",
  ],
  "MA_LK! C100",
);

/** Tuberculosis treatment, with HIV facts. QĐ 3176 table 15. */
export const xml15 = table(
  "XML15",
  ["CHI_TIEU_DIEUTRI_BENHLAO", "DSACH_CHITIET_DIEUTRI_BENHLAO", "CHITIET_DIEUTRI_BENHLAO"],
  `
  MA_LK! C100 · STT N10 · MA_BN C100 · HO_TEN C255 · SO_CCCD C15 · PHANLOAI_LAO_VITRI C · PHANLOAI_LAO_TS C
  PHANLOAI_LAO_HIV C · PHANLOAI_LAO_VK C · PHANLOAI_LAO_KT C · LOAI_DTRI_LAO C · NGAYBD_DTRI_LAO D · PHACDO_DTRI_LAO C
  NGAYKT_DTRI_LAO D · KET_QUA_DTRI_LAO C · MA_CSKCB C5 · NGAYKD_HIV D · BDDT_ARV D · NGAY_BAT_DAU_DT_CTX D · DU_PHONG C
  `,
);
