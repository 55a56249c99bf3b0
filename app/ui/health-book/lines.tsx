import { ClinicalText } from "../primitives/clinical-text.tsx";

interface LinesProps {
  of: (string | false | undefined)[];
  className?: string;
}

/** What a sender wrote, line under line; what is missing takes no line. */
export function Lines({ of, className }: LinesProps) {
  return of.map((line, at) => {
    if (!line) return null;
    // Two lines may be alike and none ever moves, so the place is the key.
    const key = `${at}`;
    return <ClinicalText key={key} as="p" className={className} text={line} />;
  });
}
