import type { ReactNode } from "react";

/** More on request: a native disclosure, which works without script. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details>
      <summary className="back">{label}</summary>
      {children}
    </details>
  );
}
