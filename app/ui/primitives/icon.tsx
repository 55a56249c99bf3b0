import type { ComponentType, SVGProps } from "react";

/** What lucide's icons are, as far as we use them. */
export type IconType = ComponentType<Omit<SVGProps<SVGSVGElement>, "ref"> & { size?: number | string }>;

/** A picture beside a word; never alone, so screen readers pass over it. */
export function Icon({ of: Of, size = 24 }: { of: IconType; size?: 20 | 24 }) {
  return <Of size={size} aria-hidden="true" focusable="false" />;
}
