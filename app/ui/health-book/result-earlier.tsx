import type { ResultPageView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Value } from "../patterns/value.tsx";
import { Link } from "../primitives/link.tsx";
import { Table } from "../primitives/table.tsx";
import { When } from "../primitives/when.tsx";
import { resultHref } from "./sections.ts";

/** Who reads an old result learns first that there is a newer one. */
export function NewerResult({ of }: { of: ResultPageView["newer"] }) {
  const { t } = useI18n();
  if (!of) return null;
  return (
    <p>
      {t("result.newer")}{" "}
      <Link href={resultHref(of.id, of.hidden)}>
        <When value={of.when} />
      </Link>
    </p>
  );
}

/** The same test before; values in other units are counted, never mixed in. */
export function ResultEarlier({ view }: { view: ResultPageView }) {
  const { t } = useI18n();
  const { result, earlier, otherUnits } = view;
  if (earlier.length === 0 && otherUnits === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t("result.earlier")}</h2>
      {earlier.length > 0 && (
        <>
          <p className="soft">{t("result.earlierLead")}</p>
          <Table
            caption={t("result.earlier")}
            hideCaption
            rows={earlier}
            keyOf={(row) => row.id}
            columns={[
              {
                head: t("result.when"),
                names: true,
                cell: (row) => (
                  <Link href={resultHref(row.id, result.hidden)}>
                    <When value={row.when} />
                  </Link>
                ),
              },
              { head: t("result.value"), cell: (row) => <Value of={row.value} /> },
              { head: t("result.place"), cell: (row) => row.source.facility },
            ]}
          />
        </>
      )}
      {otherUnits > 0 && <p className="soft">{t("result.otherUnits", { n: otherUnits })}</p>}
    </section>
  );
}
