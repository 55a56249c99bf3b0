import { icd10 } from "../fhir/codes.ts";

/** Diagnoses of the stories: the doctor's words, and ICD-10 with its official Vietnamese name. */
export const illnesses = {
  diabetes: icd10("E11.9", "Đái tháo đường típ 2", "Bệnh đái tháo đường không phụ thuộc insulin, chưa có biến chứng"),
  hypertension: icd10("I10", "Tăng huyết áp", "Tăng huyết áp vô căn (nguyên phát)"),
  lipids: icd10("E78.5", "Rối loạn lipid máu (mỡ máu cao)", "Tăng lipid máu, không đặc hiệu"),
  retina: icd10("H36.0", "Bệnh võng mạc đái tháo đường giai đoạn sớm", "Bệnh võng mạc đái tháo đường"),
  pneumonia: icd10("J18.9", "Viêm phổi", "Viêm phổi, tác nhân không xác định"),
  insomnia: icd10("F51.0", "Mất ngủ không thực tổn"),
  atrophicVaginitis: icd10("N95.2", "Viêm teo âm đạo sau mãn kinh", "Viêm âm đạo teo sau mãn kinh"),
  wound: icd10("S91.3", "Vết thương bàn chân do giẫm đinh", "Vết thương hở của các phần khác của bàn chân"),
  pharyngitis: icd10("J02.9", "Viêm họng cấp", "Viêm họng cấp, không đặc hiệu"),
  birth: icd10("O80.0", "Đẻ thường, ngôi chỏm", "Đẻ thường một thai ngôi chỏm"),
  anaemiaAfterBirth: icd10(
    "O99.0",
    "Thiếu máu nhẹ sau đẻ",
    "Thiếu máu gây biến chứng khi mang thai, sinh đẻ và sau đẻ",
  ),
  allergicEyes: icd10("H10.1", "Viêm kết mạc dị ứng", "Viêm kết mạc dị ứng cấp"),
  newborn: icd10("Z38.0", "Trẻ sinh đơn, sinh tại bệnh viện", "Trẻ sinh một tại bệnh viện"),
  bronchiolitis: icd10("J21.9", "Viêm tiểu phế quản cấp", "Viêm tiểu phế quản cấp, không đặc hiệu"),
  asthma: icd10("J45.9", "Hen phế quản", "Hen [suyễn], không phân loại"),
  myopia: icd10("H52.1", "Cận thị nhẹ hai mắt", "Cận thị"),
  counselling: icd10("Z71.8", "Tư vấn sức khỏe tuổi vị thành niên", "Người gặp dịch vụ y tế để tư vấn xác định khác"),
  firstPregnancy: icd10("Z34.0", "Thai lần đầu, theo dõi thai thường quy", "Giám sát thai nghén bình thường lần đầu"),
  pregnancyDiabetes: icd10("O24.4", "Đái tháo đường thai kỳ", "Đái tháo đường khởi phát trong lúc mang thai"),
  familyTrouble: icd10(
    "Z63.0",
    "Mâu thuẫn, bạo lực từ phía chồng",
    "Các vấn đề trong quan hệ với vợ/chồng hoặc bạn tình",
  ),
  gastritis: icd10("K29.7", "Viêm dạ dày", "Viêm dạ dày, không đặc hiệu"),
  helicobacter: icd10(
    "B98.0",
    "Nhiễm vi khuẩn HP (Helicobacter pylori)",
    "Helicobacter pylori là nguyên nhân gây bệnh",
  ),
  kneeArthrosis: icd10("M17.1", "Thoái hóa khớp gối phải", "Thoái hóa khớp gối nguyên phát khác"),
  fever: icd10("R50.9", "Fever, cause not found", "Fever, unspecified"),
  diarrhoea: icd10(
    "A09",
    "Traveller's diarrhoea",
    "Other gastroenteritis and colitis of infectious and unspecified origin",
  ),
  healthCheck: icd10("Z00.0", "Khám sức khỏe", "Khám sức khỏe tổng quát"),
} as const;
