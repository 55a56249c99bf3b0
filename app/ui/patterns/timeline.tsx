import type { ReactNode } from "react";

/** Happenings on a line of time, newest first; `li` elements inside. */
export function Timeline({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {children}
    </ol>
  );
}
