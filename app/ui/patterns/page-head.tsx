import ArrowLeft from "lucide-react/icons/arrow-left";
import type { ReactNode } from "react";
import { Icon } from "../primitives/icon.tsx";
import { Link } from "../primitives/link.tsx";

interface PageHeadProps {
  title: ReactNode;
  /** Small words above the title: what kind of thing this is. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** One level up, by its name. */
  back?: { href: string; place: string };
  /** Lines under the title. */
  children?: ReactNode;
}

/** What the page is, and the way back. */
export function PageHead({ title, eyebrow, lead, back, children }: PageHeadProps) {
  return (
    <div className="head">
      {back && (
        <Link href={back.href} className="back">
          <Icon of={ArrowLeft} size={20} />
          {back.place}
        </Link>
      )}
      <h1>
        {eyebrow && <span className="eyebrow">{eyebrow} </span>}
        {title}
      </h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
