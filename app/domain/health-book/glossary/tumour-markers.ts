import { group, words } from "./known-test.ts";

const page = "Tumor Marker Tests";
const NOT_ALONE_VI = "Không dùng riêng để kết luận có hay không có ung thư.";
const NOT_ALONE_EN = "It cannot tell by itself whether there is a cancer.";

export const tumourMarkers = group("tumour-markers", "byt-biochemistry", [
  {
    id: "afp",
    loinc: ["1834-1"],
    names: ["AFP", "Alpha-fetoprotein", "Alpha Fetoprotein", "AFP (Alpha Fetoproteine)"],
    page: "AFP (Alpha-Fetoprotein) Tumor Marker Test",
    vi: words(
      "AFP",
      "Đo chất đạm gan thai nhi làm ra; người lớn thường có rất ít.",
      `Theo dõi người có bệnh gan và sau điều trị; cũng dùng khi mang thai. ${NOT_ALONE_VI}`,
      "Mang thai, viêm gan, xơ gan cũng làm tăng.",
    ),
    en: words(
      "AFP",
      "Measures a protein of the unborn child's liver; adults have very little.",
      `Followed in liver disease and after treatment; also used in pregnancy. ${NOT_ALONE_EN}`,
      "Pregnancy, hepatitis and cirrhosis raise it too.",
    ),
  },
  {
    id: "cea",
    loinc: ["2039-6"],
    names: ["CEA", "Carcino Embryonic Antigen", "CEA (Carcino Embryonic Antigen)"],
    page: "CEA Test",
    vi: words(
      "CEA",
      "Đo một chất đạm có thể tăng trong một số khối u.",
      `Chủ yếu để theo dõi sau điều trị. ${NOT_ALONE_VI}`,
      "Hút thuốc, viêm ruột, bệnh gan, viêm phổi làm tăng.",
    ),
    en: words(
      "CEA",
      "Measures a protein that can rise with some tumours.",
      `Mostly used to follow treatment. ${NOT_ALONE_EN}`,
      "Smoking, bowel inflammation, liver disease and pneumonia raise it.",
    ),
  },
  {
    id: "ca-125",
    loinc: ["10334-1"],
    names: ["CA 125", "CA125", "CA 125 (cancer antigen 125)", "CA-125"],
    page: "CA-125 Blood Test (Ovarian Cancer)",
    vi: words(
      "CA 125",
      "Đo một chất đạm có thể tăng trong bệnh buồng trứng.",
      `Chủ yếu để theo dõi điều trị. ${NOT_ALONE_VI}`,
      "Kinh nguyệt, mang thai, lạc nội mạc tử cung, viêm vùng chậu làm tăng.",
    ),
    en: words(
      "CA 125",
      "Measures a protein that can rise in disease of the ovaries.",
      `Mostly used to follow treatment. ${NOT_ALONE_EN}`,
      "Periods, pregnancy, endometriosis and pelvic inflammation raise it.",
    ),
  },
  {
    id: "ca-15-3",
    loinc: ["6875-9"],
    names: ["CA 15-3", "CA15-3", "CA 15 - 3 (Cancer Antigen 15-3)", "CA 15 3"],
    page,
    vi: words(
      "CA 15-3",
      "Đo một chất đạm có thể tăng trong bệnh vú.",
      `Chủ yếu để theo dõi điều trị. ${NOT_ALONE_VI}`,
      "Bệnh gan, u lành ở vú, mang thai làm tăng.",
    ),
    en: words(
      "CA 15-3",
      "Measures a protein that can rise in breast disease.",
      `Mostly used to follow treatment. ${NOT_ALONE_EN}`,
      "Liver disease, harmless breast lumps and pregnancy raise it.",
    ),
  },
  {
    id: "ca-19-9",
    loinc: ["24108-3"],
    names: ["CA 19-9", "CA19-9", "CA 19 - 9 (Carbohydrate Antigen 19-9)", "CA 19 9"],
    page: "CA 19-9 Blood Test (Pancreatic Cancer)",
    vi: words(
      "CA 19-9",
      "Đo một chất có thể tăng trong bệnh tụy, đường mật.",
      `Chủ yếu để theo dõi điều trị. ${NOT_ALONE_VI}`,
      "Sỏi mật, viêm tụy, bệnh gan làm tăng.",
    ),
    en: words(
      "CA 19-9",
      "Measures a substance that can rise in disease of pancreas or bile ducts.",
      `Mostly used to follow treatment. ${NOT_ALONE_EN}`,
      "Gallstones, an inflamed pancreas and liver disease raise it.",
    ),
  },
  {
    id: "ca-72-4",
    names: ["CA 72-4", "CA72-4", "CA 72 - 4 (Cancer Antigen 72-4)", "CA 72 4"],
    page,
    vi: words(
      "CA 72-4",
      "Đo một chất có thể tăng trong bệnh dạ dày, buồng trứng.",
      `Chủ yếu để theo dõi điều trị. ${NOT_ALONE_VI}`,
      "Viêm dạ dày, u lành và một số thuốc (như colchicin) làm tăng.",
    ),
    en: words(
      "CA 72-4",
      "Measures a substance that can rise in disease of stomach or ovaries.",
      `Mostly used to follow treatment. ${NOT_ALONE_EN}`,
      "Gastritis, harmless growths and some medicines (such as colchicine) raise it.",
    ),
  },
  {
    id: "cyfra",
    names: ["CYFRA 21-1", "Cyfra 21 - 1", "CYFRA21-1", "Cyfra"],
    page,
    vi: words(
      "CYFRA 21-1",
      "Đo một mảnh đạm có thể tăng trong bệnh phổi.",
      `Chủ yếu để theo dõi điều trị. ${NOT_ALONE_VI}`,
      "Bệnh thận, viêm phổi và các bệnh phổi lành tính làm tăng.",
    ),
    en: words(
      "CYFRA 21-1",
      "Measures a protein fragment that can rise in lung disease.",
      `Mostly used to follow treatment. ${NOT_ALONE_EN}`,
      "Kidney disease, pneumonia and other lung disease raise it.",
    ),
  },
  {
    id: "psa",
    loinc: ["2857-1"],
    names: [
      "PSA",
      "PSA toàn phần",
      "Total PSA",
      "tPSA",
      "PSA toàn phần (Total prostate-Specific Antigen)",
      "PSA total",
    ],
    page: "Prostate-Specific Antigen (PSA) Test",
    vi: words(
      "PSA toàn phần",
      "Đo chất đạm do tuyến tiền liệt làm ra.",
      `Xem bệnh tuyến tiền liệt ở nam giới, nhất là sau 50 tuổi. ${NOT_ALONE_VI}`,
      "Phì đại lành tính, viêm, đạp xe, xuất tinh, thăm khám trước đó làm tăng.",
    ),
    en: words(
      "Total PSA",
      "Measures a protein of the prostate.",
      `Checks the prostate of men, mostly after 50. ${NOT_ALONE_EN}`,
      "A large but healthy prostate, inflammation, cycling, ejaculation and an examination just before raise it.",
    ),
  },
  {
    id: "free-psa",
    loinc: ["10886-0"],
    names: ["PSA tự do", "Free PSA", "fPSA", "PSA tự do (Free prostate-Specific Antigen)"],
    page: "Prostate-Specific Antigen (PSA) Test",
    vi: words(
      "PSA tự do",
      "Đo phần PSA không gắn với đạm khác.",
      "So với PSA toàn phần để quyết định có cần xem kỹ hơn không.",
      "Viêm và thăm khám tuyến tiền liệt trước đó làm thay đổi.",
    ),
    en: words(
      "Free PSA",
      "Measures the PSA that is not bound to other proteins.",
      "Compared with total PSA, to decide whether to look further.",
      "Inflammation and an examination of the prostate just before change it.",
    ),
  },
  {
    id: "he4",
    names: ["HE4", "Human Epididymal Protein 4", "HE4 (Human Epididymal protein 4)"],
    page,
    vi: words(
      "HE4",
      "Đo một chất đạm có thể tăng trong bệnh buồng trứng.",
      `Đọc cùng CA 125. ${NOT_ALONE_VI}`,
      "Tuổi, hút thuốc và bệnh thận làm tăng.",
    ),
    en: words(
      "HE4",
      "Measures a protein that can rise in disease of the ovaries.",
      `Read with CA 125. ${NOT_ALONE_EN}`,
      "Age, smoking and kidney disease raise it.",
    ),
  },
]);
