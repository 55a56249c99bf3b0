import type { ExpectedView } from "#app/domain/health-book/pregnancy/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { SourceLine } from "../../patterns/source-line.tsx";
import { Link } from "../../primitives/link.tsx";
import { resultHref } from "../sections.ts";

/** When a birth is expected and how far along that makes it: always by whom, and from which date it is reckoned. */
export function ExpectedBirth({ of }: { of: ExpectedView[] }) {
  const { t } = useI18n();
  const days = new Set(of.map(({ day }) => day.from.slice(0, 10)));
  return (
    <>
      {days.size > 1 && <p>{t("pregnancy.differ")}</p>}
      {of.map((one) => (
        <Expected key={one.id} of={one} />
      ))}
    </>
  );
}

function Expected({ of }: { of: ExpectedView }) {
  const { t, f } = useI18n();
  const date = f.day(of.day);
  return (
    <div className="says">
      <p>
        <Link href={resultHref(of.id)} className="item-t">
          {t("pregnancy.expectedOn", { date })}
        </Link>
      </p>
      {of.week && (
        <>
          <p>
            <b>{of.week.days === 0 ? t("pregnancy.weekEven", of.week) : t("pregnancy.week", of.week)}</b>
          </p>
          <p className="soft">{t("pregnancy.reckoned", { date, facility: of.source.facility })}</p>
        </>
      )}
      {of.by && <p className="soft">{t("pregnancy.by", { how: of.by })}</p>}
      <SourceLine facility={of.source.facility} when={of.when} />
    </div>
  );
}
