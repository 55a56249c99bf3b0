import type { Visit } from "../../fhir/case.ts";
import { loinc } from "../../fhir/codes.ts";
import { imaging, procedure } from "../../fhir/imaging.ts";
import { type LabOptions, labReport, labResult } from "../../fhir/lab.ts";
import { bloodCount, chemistry } from "../../fhir/lab-tests.ts";
import type { FhirResource } from "../../fhir/types.ts";
import { bloodPressure, breathing, oxygen, pulse, temperature } from "../../fhir/vital-signs.ts";
import { doctors } from "../staff.ts";

const SIXTH_DAY: LabOptions = { sampleAfter: 5 * 24 * 60 + 10 * 60, resultAfter: 95 };

/** The evening of admission: fever, low oxygen, a shadow on the lung. */
export function admissionResults(stay: Visit): FhirResource[] {
  const count = [
    labResult(stay, bloodCount.white, "14.82"),
    labResult(stay, bloodCount.neutrophils, "84.3"),
    labResult(stay, bloodCount.haemoglobin, "124"),
    labResult(stay, bloodCount.platelets, "268"),
  ];
  const inflammation = labResult(stay, chemistry.crp, "112.40");
  return [
    temperature(stay, "38.9"),
    pulse(stay, "104"),
    bloodPressure(stay, 142, 84),
    breathing(stay, "26"),
    oxygen(stay, "92"),
    ...count,
    inflammation,
    labReport(stay, {
      key: "cong-thuc-mau",
      code: loinc("58410-2", "Tổng phân tích tế bào máu (công thức máu)"),
      results: [...count, inflammation],
      conclusion: "Bạch cầu và CRP tăng cao, phù hợp nhiễm khuẩn.",
      by: doctors.pulmonologist,
    }),
    ...imaging(stay, {
      key: "xquang-phoi",
      code: loinc("36643-5", "Chụp X-quang tim phổi"),
      modality: "DX",
      bodySite: "Ngực thẳng, nghiêng",
      images: 2,
      conclusion:
        "Đám mờ không đều thùy dưới phổi phải, phù hợp viêm phổi. Không tràn dịch màng phổi. Bóng tim không to.",
      by: doctors.radiologist,
    }),
    procedure(stay, { key: "tho-oxy", name: "Thở oxy qua gọng kính 2 lít/phút", outcome: "SpO2 lên 97%" }),
  ];
}

/** The sixth day: the blood calms down. */
export function dischargeResults(stay: Visit): FhirResource[] {
  const again = (resource: FhirResource): FhirResource => ({ ...resource, id: `${resource.id}-ngay-6` });
  const results = [
    again(labResult(stay, bloodCount.white, "8.10", SIXTH_DAY)),
    again(labResult(stay, chemistry.crp, "12.60", SIXTH_DAY)),
  ];
  const report = labReport(
    stay,
    {
      key: "cong-thuc-mau-ngay-6",
      code: loinc("58410-2", "Tổng phân tích tế bào máu (công thức máu)"),
      results,
      conclusion: "Bạch cầu về bình thường, CRP giảm nhiều. Đáp ứng tốt với kháng sinh.",
      by: doctors.pulmonologist,
    },
    SIXTH_DAY,
  );
  return [...results, report];
}
