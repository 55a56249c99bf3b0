import type { ReactNode } from "react";

/** Entries under each other; `li` elements inside. */
export function ItemList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="list" aria-label={label}>
      {children}
    </ul>
  );
}
