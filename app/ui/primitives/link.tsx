import type { ComponentPropsWithoutRef } from "react";

type LinkProps = ComponentPropsWithoutRef<"a"> & { href: string };

/**
 * A link within the portal. A plain anchor: pages are whole without script, focus and scrolling are the
 * browser's own, and it costs a tenth of a router link to render. The one place to change that.
 */
export function Link(props: LinkProps) {
  return <a {...props} />;
}
