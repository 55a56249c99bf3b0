import type { ReactNode } from "react";

/** Nothing here: what that means, and what to do. */
export function EmptyState({ title, children }: { title?: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty">
      {title && <p className="empty-t">{title}</p>}
      {children}
    </div>
  );
}
