import type { ProxyView } from "#app/domain/proxies/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Tag } from "../primitives/tag.tsx";

function ProxyFacts({ line }: { line: ProxyView }) {
  const { t, f } = useI18n();
  const facts = [t(`people.scope.${line.scope}`), t(`people.kind.${line.legalKind}`)];
  const until = t("people.until", { date: f.date(line.endsAt) });
  return (
    <>
      <p className="item-t">{line.name}</p>
      <p>
        {facts.join(" · ")} · {until}
      </p>
    </>
  );
}

/** People who help with this book. */
export function HelpersList({ helpers, self }: { helpers: ProxyView[]; self: boolean }) {
  const { t } = useI18n();
  if (helpers.length === 0) return <p>{t(self ? "people.noneHelpMe" : "people.noneHelpThem")}</p>;
  return (
    <ul className="list">
      {helpers.map((line) => (
        <li key={line.id} className="item">
          <ProxyFacts line={line} />
        </li>
      ))}
    </ul>
  );
}

/** People whose books may be opened, each with the button that does it. */
export function ProxiesList({ proxies, actingFor }: { proxies: ProxyView[]; actingFor: string | undefined }) {
  const { t } = useI18n();
  return (
    <ul className="list">
      {proxies.map((line) => (
        <li key={line.id} className="person-row">
          <div className="item">
            <ProxyFacts line={line} />
          </div>
          <OpenBook personId={line.personId} current={line.personId === actingFor}>
            {t("people.open", { name: line.name })}
          </OpenBook>
        </li>
      ))}
    </ul>
  );
}

/** A book to open: one press. */
export function OpenBook({ personId, current, children }: { personId: string; current: boolean; children: string }) {
  const { t } = useI18n();
  if (current) return <Tag tone="info">{t("people.current")}</Tag>;
  return (
    <form method="post" action="/people">
      <input type="hidden" name="personId" value={personId} />
      <Button look="second">{children}</Button>
    </form>
  );
}
