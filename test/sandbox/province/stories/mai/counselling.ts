import { type Calendar, plusMinutes } from "../../fhir/calendar.ts";
import type { Chart } from "../../fhir/chart.ts";
import { document } from "../../fhir/document.ts";
import { message } from "../../fhir/message.ts";
import { order } from "../../fhir/plan.ts";
import type { StoryMessage } from "../../fhir/types.ts";
import { visit } from "../../fhir/visit.ts";
import { illnesses } from "../illnesses.ts";
import { doctors } from "../staff.ts";

export const FAMILY = "mai-cong-tac-xa-hoi";

/** A talk with the hospital's social worker. Labelled violence: nobody who may look over her shoulder sees it. */
export function counsellingMessages(chart: Chart, c: Calendar): StoryMessage[] {
  const seen = visit(chart, {
    slug: FAMILY,
    start: c.workday(-13, "10:30"),
    minutes: 60,
    kind: "Tư vấn",
    department: "Phòng Công tác xã hội",
    doctor: doctors.socialWorker,
    reason: "Đề nghị được nói chuyện riêng",
    diagnoses: [
      {
        key: "gia-dinh",
        code: illnesses.familyTrouble,
        note: "Kể bị chồng xô ngã một lần khi say rượu, không có vết thương, thai bình thường. Hiện đang ở nhà mẹ đẻ.",
      },
    ],
  });
  return [
    message(chart, plusMinutes(seen.end, 300), [
      seen.encounter,
      order(seen, {
        key: "hen-gap-lai",
        what: "Gặp lại nhân viên công tác xã hội",
        reason: "Theo dõi an toàn của mẹ và thai",
        instruction:
          "Gặp riêng sau lần khám thai tới. Nếu thấy nguy hiểm, gọi 113 hoặc đến thẳng khoa Cấp cứu bất cứ lúc nào.",
        between: { start: c.day(8), end: c.day(16) },
      }),
      document(seen, {
        key: "phieu-tu-van",
        title: "Phiếu tư vấn công tác xã hội",
        description: "Kế hoạch an toàn đã thống nhất",
        lines: [
          "PHIẾU TƯ VẤN CÔNG TÁC XÃ HỘI",
          "Đã giải thích quyền được bảo vệ, cách liên hệ khi khẩn cấp và nơi tạm lánh.",
          "Thống nhất: tạm ở nhà mẹ đẻ, báo người thân tin cậy, giữ giấy tờ tùy thân bên mình.",
        ],
      }),
    ]),
  ];
}
