import type { CasePackage, PackageIssue } from "#app/adapters/record-store/qd3176/package.ts";
import type { Tx } from "#db/client.ts";
import type { Message } from "../message-row.ts";
import { RefusedDelivery } from "../refused.ts";
import { refusedPackage } from "./package-answer.ts";

/** A package that could not be read: 413 where it is too much, 400 where it is no XML of the standard, else 422. */
export function refuseUnread(issues: readonly PackageIssue[]): RefusedDelivery {
  const first = issues.find((i) => i.severity === "error");
  const status = first && TOO_MUCH.test(first.code) ? 413 : first && NOT_READ.test(first.code) ? 400 : 422;
  return new RefusedDelivery(status, first ? [asIssue(first)] : [], [], refusedPackage(issues));
}

const TOO_MUCH = /^too-many-|-too-large$/;
const NOT_READ =
  /^(?:encoding|control-character|doctype|instruction|entity|not-well-formed|too-deep|tag-too-long|not-an-envelope|base64|no-content)$/;

/** A facility speaks for itself: under its code of today, or one it had before units were merged. */
export async function refuseOtherSender(tx: Tx, message: Message, pkg: CasePackage): Promise<void> {
  const [own] = await tx.sql<{ id: string }[]>`
    select facility_id as id from facility_names where facility_id = ${message.facilityId} and code5 = ${pkg.maCskcb.toUpperCase()} limit 1`;
  if (own) return;
  const issue: PackageIssue = {
    severity: "error",
    code: "other-facility",
    field: "MA_CSKCB",
    vi: "MA_CSKCB không phải mã của cơ sở đang gửi. Hồ sơ của cơ sở nào thì cơ sở đó gửi bằng tài khoản của mình.",
    en: "MA_CSKCB is not a code of the facility that sends this. Each facility sends its own cases with its own client.",
  };
  throw new RefusedDelivery(422, [asIssue(issue)], [], refusedPackage([issue, ...pkg.issues], pkg));
}

/** The first reason, as every message keeps it. */
const asIssue = ({ code, en }: PackageIssue) => ({
  severity: "error" as const,
  type: "invalid" as const,
  code,
  diagnostics: en,
});
