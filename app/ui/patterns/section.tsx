import type { ReactNode } from "react";
import { Icon, type IconType } from "../primitives/icon.tsx";

interface SectionProps {
  /** Names the heading, and is where links jump to. */
  id: string;
  title: ReactNode;
  icon?: IconType;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ id, title, icon, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="sec-head">
        {icon && <Icon of={icon} />}
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  );
}
