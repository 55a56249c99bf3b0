import type { ReactNode } from "react";

export type Level = 1 | 2 | 3;

/** A heading whose level its surroundings decide. */
export function Heading({
  level,
  id,
  className,
  children,
}: {
  level: Level;
  id?: string;
  className?: string;
  children: ReactNode;
}) {
  const As = `h${level}` as const;
  return (
    <As id={id} className={className}>
      {children}
    </As>
  );
}
