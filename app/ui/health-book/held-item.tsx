import Clock from "lucide-react/icons/clock";
import type { Held, ItemBase } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { SourceLine } from "../patterns/source-line.tsx";
import { Link } from "../primitives/link.tsx";
import { resultHref } from "./sections.ts";

/** In a list: that there is a result, of what class, and when it appears. */
export function HeldItem({ item, held }: { item: ItemBase; held: Held }) {
  const { t } = useI18n();
  return (
    <li className="item">
      <p>
        <Link className="item-t" href={resultHref(item.id, item.hidden)}>
          {t(`held.class.${held.class}`)}
        </Link>
      </p>
      <HeldWords of={held} />
      <SourceLine facility={item.source.facility} when={item.when} />
    </li>
  );
}

/** Why it waits, and until when at the latest. */
export function HeldWords({ of }: { of: Held }) {
  const { t, f } = useI18n();
  return (
    <>
      <StatusTag of="held.tag" tone="info" icon={Clock} />
      <p>{t(`held.when.${of.class}`, { date: f.date(of.appearsAt) })}</p>
      <p>
        <Link href="/help/releases">{t("held.rules")}</Link>
      </p>
    </>
  );
}
