import type { ReactNode } from "react";

/** More on request: a native disclosure, which opens without script. */
export function Disclosure({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <details>
      <summary className="fold">{label}</summary>
      {children}
    </details>
  );
}
