import type { ReactNode } from "react";
import { Heading, type Level } from "../primitives/heading.tsx";
import { Icon, type IconType } from "../primitives/icon.tsx";

interface SectionProps {
  /** Names the heading, and is where links jump to. */
  id: string;
  title: ReactNode;
  icon?: IconType;
  /** 2 unless it stands inside another part. */
  level?: Level;
  children: ReactNode;
}

/** A titled part of a page. */
export function Section({ id, title, icon, level = 2, children }: SectionProps) {
  return (
    <section aria-labelledby={id}>
      <div className="sec-head">
        {icon && <Icon of={icon} />}
        <Heading level={level} id={id}>
          {title}
        </Heading>
      </div>
      {children}
    </section>
  );
}
