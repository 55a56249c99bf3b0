import type { ValueView } from "#app/domain/health-book/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { readable } from "../primitives/clinical-text.tsx";
import { isLong, isWide, valueText } from "./value-text.ts";

/** A value and its unit as the laboratory sent them. */
export function Value({ of, big }: { of: ValueView | undefined; big?: boolean }) {
  const i18n = useI18n();
  const { text, unit, words } = valueText(of, i18n);
  const shape = isLong(of) ? " val-long" : isWide(of) ? " val-wide" : "";
  const size = big ? "val val-big" : words ? `val val-words${shape}` : `val${shape}`;
  return (
    <span translate="no" className={size}>
      {readable(text, i18n.t)}
      {unit !== undefined && <small> {unit}</small>}
    </span>
  );
}
