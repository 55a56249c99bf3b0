import { useT } from "#app/i18n/t.tsx";
import { Table } from "../primitives/table.tsx";

const rights = ["access", "withdraw", "erase", "complain"] as const;

/** What one may ask for, and how soon it is done. */
export function NoticeRights() {
  const t = useT();
  return (
    <>
      <p>{t("notice.rightsLead")}</p>
      <Table
        caption={t("notice.rights")}
        hideCaption
        rows={[...rights]}
        keyOf={(right) => right}
        columns={[
          { head: t("notice.right"), cell: (right) => t(`notice.rightRows.${right}`), names: true },
          { head: t("notice.deadline"), cell: (right) => t(`notice.rightDays.${right}`), fit: true },
        ]}
      />
      <p>{t("notice.rightsHow")}</p>
    </>
  );
}
