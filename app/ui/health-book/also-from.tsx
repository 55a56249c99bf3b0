import type { ItemView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { versionsHref } from "./sections.ts";

/** Who else tells the same, and where it is told otherwise: the reader compares, nothing is joined on a guess. */
export function AlsoFrom({ item }: { item: ItemView }) {
  const { t, f } = useI18n();
  const others = item.alsoFrom ?? [];
  if (others.length === 0 && !item.toldOtherwise) return null;
  return (
    <>
      {others.map((source) => (
        <p className="src" key={source.id}>
          {t(source.fromPackage ? "item.alsoInPackage" : "item.alsoFrom", {
            facility: source.facility,
            date: f.day({ from: source.receivedAt, precision: "day" }),
          })}{" "}
          <Link href={versionsHref(source.id, item.hidden)}>{t("versions.see")}</Link>
        </p>
      ))}
      {item.toldOtherwise && <p className="soft">{t("item.toldOtherwise")}</p>}
    </>
  );
}
