import type { ReactNode } from "react";
import type { Span } from "#app/i18n/format/dates.ts";
import { ClinicalText } from "../primitives/clinical-text.tsx";
import { When } from "../primitives/when.tsx";

interface SourceLineProps {
  /** Left out where the page has said it already. */
  facility: string | undefined;
  when: Span | undefined;
  /** Instead of `when`, as the sender told it in words. */
  whenText?: string | undefined;
  as?: "day" | "full";
  /** The date stands elsewhere. */
  dateless?: boolean | undefined;
  /** More on the same line: a link to the visit. */
  children?: ReactNode;
}

/** Who sent it and when it happened: "BV Đa khoa Kinh Bắc · 12/10/2026". */
export function SourceLine({ facility, when, whenText, as = "day", dateless, children }: SourceLineProps) {
  return (
    <p className="src">
      {facility !== undefined && (dateless ? facility : `${facility} · `)}
      {dateless ? null : !when && whenText ? <ClinicalText text={whenText} /> : <When value={when} as={as} />}
      {children}
    </p>
  );
}
