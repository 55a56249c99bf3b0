import type { ReactNode } from "react";
import { useT } from "#app/i18n/t.tsx";
import type { IconType } from "../primitives/icon.tsx";
import { Tag, type Tone } from "../primitives/tag.tsx";
import { VisuallyHidden } from "../primitives/visually-hidden.tsx";
import { type Status, statuses } from "./statuses.ts";
import { type Topic, topics } from "./topics.ts";

/** Means what, do what, call whom and when. */
export function TopicWords({ of }: { of: Topic }) {
  const t = useT();
  return (
    <>
      <p>{t(`status.topic.${of}.means`)}</p>
      <p>{t(`status.topic.${of}.todo`)}</p>
      <p>{t(`status.call.${topics[of].call}`)}</p>
    </>
  );
}

interface WhyProps {
  of: Status;
  /** What is shown, and can be pressed. */
  children: ReactNode;
}

/** Words that tell how something stands; pressed, they say what that means. Unfolds without script, is left out on paper. */
export function Why({ of, children }: WhyProps) {
  return (
    <details className="why">
      <summary>
        {children}
        <VisuallyHidden>: </VisuallyHidden> <span className="why-ask no-print">{useT()("status.ask")}</span>
      </summary>
      <div className="why-body no-print">
        <TopicWords of={statuses[of]} />
      </div>
    </details>
  );
}

interface StatusTagProps {
  of: Status;
  tone?: Tone;
  icon?: IconType;
  /** On a first page there is room for the word alone; its help is on the page it leads to. */
  brief?: boolean;
}

/** A status in words, with its help in place. */
export function StatusTag({ of, tone = "quiet", icon, brief = false }: StatusTagProps) {
  const t = useT();
  const tag = (
    <Tag tone={tone} {...(icon && { icon })}>
      {t(of)}
    </Tag>
  );
  return brief ? tag : <Why of={of}>{tag}</Why>;
}
