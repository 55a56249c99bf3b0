import { createContext, useContext } from "react";
import type { ItemView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";

/** In a list of many kinds each entry says which it is. */
export const Kinds = createContext(false);

/** What kind of entry it is, where the list holds several. */
export function KindLine({ of }: { of: ItemView["kind"] }) {
  const t = useT();
  return useContext(Kinds) ? <p className="item-kind">{t(`item.kind.${of}`)}</p> : null;
}
