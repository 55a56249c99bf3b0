import { icdCodesOf } from "../values.ts";
import { FACILITY_CODE, ICD10 } from "./code-systems.ts";
import type { Context } from "./context.ts";
import { coding, concept, resource } from "./elements.ts";
import type { MappedEntry } from "./mapped.ts";
import type { KeyedRow } from "./natural-key.ts";

/**
 * XML14: a slip that says to come back, nothing two sides agreed on. So it is proposed for that day; FHIR's start is a
 * full time (and app-3 asks a booked one for it), which a day is not.
 */
export function mapReexaminations(context: Context): MappedEntry[] {
  return context.rows("XML14").flatMap(({ row, fields, key }) => {
    const time = context.time(row, "NGAY_HEN_KL");
    if (!time) return [];
    // Nobody is asked to come at midnight: twelve digits with no time in them.
    const day = time.includes("T00:00") ? time.slice(0, 10) : time;
    return [
      {
        resource: resource("Appointment", context.caseId("appointment", ...key), {
          status: "proposed",
          description: "Khám lại",
          reasonCode: reasonsOf(fields),
          requestedPeriod: [{ start: day, end: day }],
          participant: [
            { actor: context.subject, status: "needs-action" },
            { actor: facility(context.pkg.maCskcb), status: "accepted" },
          ],
        }),
      },
    ];
  });
}

/** XML13: sent on to another facility. */
export function mapReferrals(context: Context): MappedEntry[] {
  return context.rows("XML13").map(({ row, fields, key }) => ({
    resource: resource("ServiceRequest", context.caseId("referral", ...key), {
      status: "active",
      intent: "order",
      code: { text: "Chuyển đến cơ sở khám bệnh, chữa bệnh khác" },
      subject: context.subject,
      encounter: context.encounter,
      authoredOn: context.time(row, "NGAY_RA") ?? context.time(row, "NGAY_VAO"),
      requester: facility(fields.MA_CSKCB ?? context.pkg.maCskcb),
      performer: [facility(fields.MA_NOI_DEN)],
      reasonCode: reasonsOf(fields),
      patientInstruction: fields.HUONG_DIEU_TRI,
    }),
  }));
}

function reasonsOf(fields: KeyedRow["fields"]) {
  const codes = [...new Set([fields.MA_BENH_CHINH, fields.MA_BENH_KT].flatMap(icdCodesOf))];
  const [main, ...others] = codes.map((code) => coding(ICD10, code));
  return [concept(main ?? [], fields.CHAN_DOAN_RV), ...others.map((one) => concept(one))];
}

const facility = (code: string | undefined) =>
  code ? { type: "Organization", identifier: { system: FACILITY_CODE, value: code } } : undefined;
