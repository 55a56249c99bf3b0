import type { ReactNode } from "react";
import { Link } from "../primitives/link.tsx";
import { VisuallyHidden } from "../primitives/visually-hidden.tsx";

/** "See all": the last line of a part. `of` says of what, to those who hear links one by one. */
export function MoreLink({ href, of, children }: { href: string; of?: string; children: ReactNode }) {
  return (
    <Link href={href} className="more">
      <span>
        {children}
        {of && <VisuallyHidden>: {of}</VisuallyHidden>}
      </span>
    </Link>
  );
}
