import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import Check from "lucide-react/icons/check";
import CircleAlert from "lucide-react/icons/circle-alert";
import Minus from "lucide-react/icons/minus";
import Plus from "lucide-react/icons/plus";
import type { Interpretation } from "#app/domain/health-book/view.ts";
import { Rich, useT } from "#app/i18n/t.tsx";
import { readable } from "../primitives/clinical-text.tsx";
import { Icon, type IconType } from "../primitives/icon.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";

const looks: Record<Interpretation, { tone: Tone; icon: IconType }> = {
  normal: { tone: "quiet", icon: Check },
  low: { tone: "needs", icon: ArrowDown },
  high: { tone: "needs", icon: ArrowUp },
  "critical-low": { tone: "urgent", icon: ArrowDown },
  "critical-high": { tone: "urgent", icon: ArrowUp },
  abnormal: { tone: "needs", icon: CircleAlert },
  critical: { tone: "urgent", icon: CircleAlert },
  positive: { tone: "info", icon: Plus },
  negative: { tone: "quiet", icon: Minus },
  other: { tone: "quiet", icon: CircleAlert },
};

export const outsideRange = (i: Interpretation | undefined): boolean =>
  i !== undefined && (looks[i].tone === "needs" || looks[i].tone === "urgent");

export const isCritical = (i: Interpretation | undefined): boolean => i !== undefined && looks[i].tone === "urgent";

/** Interpretations that say where a value lies, so that the range can stand beside the words. */
const beside = { normal: "normal", low: "low", high: "high" } as const;

/** What the laboratory says about a value: words first, a sign beside them, colour last. */
export function InterpretationTag({ of, range }: { of: Interpretation; range?: string | undefined }) {
  const t = useT();
  const { tone, icon } = looks[of];
  const place = of in beside && range !== undefined ? (of as keyof typeof beside) : undefined;
  const words = place ? (
    <span>
      <Rich id={`result.besideRange.${place}`} values={{ range: <Together text={readable(range ?? "", t)} /> }} />
    </span>
  ) : (
    t(`result.interpretation.${of}`)
  );
  if (tone !== "quiet") {
    return (
      <Tag tone={tone} icon={icon}>
        {words}
      </Tag>
    );
  }
  return (
    <span className="fine">
      <Icon of={icon} size={20} />
      {words}
    </span>
  );
}

/** Two ends of a range on one line; a range in words may break. */
const Together = ({ text }: { text: string }) => (text.length > 16 ? text : <span className="together">{text}</span>);
