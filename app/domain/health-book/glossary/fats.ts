import { group, words } from "./known-test.ts";

const page = "Cholesterol Levels";

export const fats = group("fats", "byt-biochemistry", [
  {
    id: "cholesterol",
    loinc: ["2093-3", "14647-2"],
    names: [
      "Cholesterol",
      "Cholesterol toàn phần",
      "Cholesterol TP",
      "CHOL",
      "TC",
      "Total cholesterol",
      "Cholesterol total",
    ],
    page,
    vi: words(
      "Cholesterol toàn phần",
      "Đo tổng lượng cholesterol, một loại mỡ trong máu.",
      "Giúp ước tính nguy cơ bệnh tim mạch, đọc cùng HDL, LDL và triglycerid.",
      "Ăn uống, cân nặng, mang thai, tuyến giáp và một số thuốc làm thay đổi.",
    ),
    en: words(
      "Total cholesterol",
      "Measures all cholesterol, one of the fats in the blood.",
      "Helps to estimate the risk of heart disease, together with HDL, LDL and triglycerides.",
      "Food, weight, pregnancy, the thyroid and some medicines change it.",
    ),
  },
  {
    id: "triglycerides",
    loinc: ["2571-8", "14927-8"],
    names: ["Triglycerid", "Triglyceride", "Triglycerides", "TG", "TRIG", "Triglycerit"],
    page: "Triglycerides Test",
    vi: words(
      "Triglycerid",
      "Đo loại mỡ mà cơ thể dùng để dự trữ năng lượng.",
      "Đọc cùng cholesterol để xem nguy cơ tim mạch; rất cao có thể gây viêm tụy.",
      "Vừa ăn xong, rượu bia, đường ngọt, thừa cân và một số thuốc làm tăng.",
    ),
    en: words(
      "Triglycerides",
      "Measures the fat in which the body stores energy.",
      "Read with cholesterol for the risk to heart and vessels; very high levels can inflame the pancreas.",
      "A recent meal, alcohol, sweets, overweight and some medicines raise it.",
    ),
  },
  {
    id: "hdl",
    loinc: ["2085-9", "14646-4"],
    names: ["HDL-Cholesterol", "HDL-C", "HDL", "HDL cholesterol", "High density lipoprotein Cholesterol", "HDL-CHO"],
    page,
    vi: words(
      "HDL-cholesterol",
      "Đo phần cholesterol được đưa ra khỏi mạch máu, hay gọi là “mỡ tốt”.",
      "Đọc cùng các chỉ số mỡ máu khác để ước tính nguy cơ tim mạch.",
      "Vận động thường làm tăng; hút thuốc, thừa cân thường làm giảm.",
    ),
    en: words(
      "HDL cholesterol",
      "Measures the cholesterol that is carried away from the vessels, often called “good”.",
      "Read with the other fats to estimate the risk of heart disease.",
      "Exercise tends to raise it; smoking and overweight tend to lower it.",
    ),
  },
  {
    id: "ldl",
    loinc: ["13457-7", "18262-6", "2089-1", "22748-8"],
    names: ["LDL-Cholesterol", "LDL-C", "LDL", "LDL cholesterol", "Low density lipoprotein Cholesterol", "LDL-CHO"],
    page,
    vi: words(
      "LDL-cholesterol",
      "Đo phần cholesterol có thể bám vào thành mạch, hay gọi là “mỡ xấu”.",
      "Là chỉ số chính để bác sĩ đặt mục tiêu khi điều trị mỡ máu.",
      "Ăn nhiều mỡ động vật, thừa cân, tuyến giáp kém làm tăng; thuốc hạ mỡ làm giảm.",
    ),
    en: words(
      "LDL cholesterol",
      "Measures the cholesterol that can settle in vessel walls, often called “bad”.",
      "The main figure doctors set a target for when they treat blood fats.",
      "Animal fat, overweight and a slow thyroid raise it; medicines for cholesterol lower it.",
    ),
  },
  {
    id: "non-hdl",
    loinc: ["43396-1"],
    names: ["Non-HDL-Cholesterol", "Non HDL", "Non-HDL-C", "Cholesterol không HDL", "Non HDL cholesterol"],
    page,
    vi: words(
      "Cholesterol không HDL",
      "Là cholesterol toàn phần trừ đi HDL.",
      "Gom các loại mỡ có thể gây hại vào một con số, không cần nhịn ăn.",
      "Thay đổi theo ăn uống, cân nặng và thuốc như các chỉ số mỡ khác.",
    ),
    en: words(
      "Non-HDL cholesterol",
      "Total cholesterol less HDL.",
      "Puts the fats that may do harm into one figure, without fasting.",
      "Food, weight and medicines change it like other blood fats.",
    ),
  },
  {
    id: "apo-a1",
    loinc: ["1869-7"],
    names: ["Apo A1", "ApoA1", "Apolipoprotein A1", "Apo A-1"],
    page,
    vi: words(
      "Apolipoprotein A1",
      "Đo protein chính của HDL.",
      "Giúp ước tính nguy cơ tim mạch kỹ hơn khi cần.",
      "Vận động, rượu và hormon có thể làm thay đổi.",
    ),
    en: words(
      "Apolipoprotein A1",
      "Measures the main protein of HDL.",
      "A closer look at the risk of heart disease where needed.",
      "Exercise, alcohol and hormones can change it.",
    ),
  },
  {
    id: "apo-b",
    loinc: ["1884-6"],
    names: ["Apo B", "ApoB", "Apolipoprotein B", "Apo B100"],
    page,
    vi: words(
      "Apolipoprotein B",
      "Đo protein có trên mỗi hạt mỡ có thể bám vào mạch.",
      "Cho biết số hạt mỡ có thể gây hại, bổ sung cho LDL.",
      "Ăn uống, cân nặng, tuyến giáp và thuốc làm thay đổi.",
    ),
    en: words(
      "Apolipoprotein B",
      "Measures the protein found on each fat particle that can enter vessel walls.",
      "Shows how many such particles there are, beside LDL.",
      "Food, weight, the thyroid and medicines change it.",
    ),
  },
  {
    id: "lp-a",
    loinc: ["10835-7", "43583-4"],
    names: ["Lp(a)", "Lipoprotein a", "Lipoprotein (a)", "LPA"],
    page: "Lipoprotein (a) Blood Test",
    vi: words(
      "Lipoprotein (a)",
      "Đo một loại mỡ máu phần lớn do di truyền.",
      "Thường chỉ cần đo một lần trong đời để biết nguy cơ tim mạch trong gia đình.",
      "Ít thay đổi theo ăn uống; viêm và mang thai có thể làm tăng tạm thời.",
    ),
    en: words(
      "Lipoprotein (a)",
      "Measures a blood fat that is mostly inherited.",
      "Usually needed once in a lifetime, to know the risk that runs in the family.",
      "Food hardly changes it; inflammation and pregnancy can raise it for a time.",
    ),
  },
]);
