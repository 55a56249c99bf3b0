import type { ReactNode } from "react";

interface DisclosureProps {
  label: ReactNode;
  /** Unfolded from the start. */
  open?: boolean;
  children: ReactNode;
}

/** More on request: a native disclosure, which opens without script. */
export function Disclosure({ label, open = false, children }: DisclosureProps) {
  return (
    <details open={open}>
      <summary className="fold">{label}</summary>
      {children}
    </details>
  );
}
