import type { StaffLineView } from "#app/domain/staff/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { Tag } from "../primitives/tag.tsx";

const tones = { "in-force": "quiet", coming: "quiet", expiring: "needs", expired: "danger", ended: "quiet" } as const;

/** How a line of the roster stands, in a word. */
export function StaffStateTag({ line }: { line: Pick<StaffLineView, "state"> }) {
  const { t } = useI18n();
  return <Tag tone={tones[line.state]}>{t(`staff.state.${line.state}`)}</Tag>;
}

/** Lines of the roster; each leads to its own page. */
export function StaffTable({ caption, lines }: { caption: string; lines: StaffLineView[] }) {
  const { t, f } = useI18n();
  return (
    <Table
      caption={caption}
      hideCaption
      rows={lines}
      keyOf={(line) => line.id}
      columns={[
        {
          head: t("staff.name"),
          names: true,
          cell: (line) => <Link href={`/operator/staff/${line.id}`}>{line.name ?? t("staff.noName")}</Link>,
        },
        {
          head: t("staff.roleAt"),
          cell: (line) => (
            <>
              {t(`duty.role.${line.role}`)} <span className="kind">{line.facility ?? t("common.department")}</span>
            </>
          ),
        },
        {
          head: t("staff.degreeAndLicence"),
          cell: (line) => (
            <>
              {line.degree ?? "–"} {line.licenceNumber && <span className="kind">{line.licenceNumber}</span>}
            </>
          ),
        },
        {
          head: t("staff.until"),
          fit: true,
          cell: (line) => (line.validTo ? f.date(line.validTo) : t("staff.noEnd")),
        },
        { head: t("operator.state"), cell: (line) => <StaffStateTag line={line} /> },
      ]}
    />
  );
}
