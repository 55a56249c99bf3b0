import type { ItemView } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Doses } from "../health-book/doses.tsx";
import { Lines } from "../health-book/lines.tsx";
import { diagnosisWords, titleWords } from "../health-book/title-words.ts";
import { SourceLine } from "../patterns/source-line.tsx";
import { Value } from "../patterns/value.tsx";
import { ClinicalText } from "../primitives/clinical-text.tsx";

interface NamedItemProps {
  item: ItemView;
  sourceId?: string | undefined;
  sourceRow?: { table: string; row: number } | undefined;
}

/** The item a report is about: enough to know it again, and no way to anything else. */
export function NamedItem({ item, sourceId, sourceRow }: NamedItemProps) {
  const t = useT();
  return (
    <div className="says stack">
      <p>
        <b translate="no">{titleWords(item, t)}</b>
      </p>
      <Contents of={item} />
      <SourceLine facility={item.source.facility} when={item.when} as="full" />
      {sourceRow && <p className="src">{t("correction.sourceRow", sourceRow)}</p>}
      {sourceId !== undefined && (
        <p className="src">
          {t("correction.sourceId")}: <ClinicalText text={sourceId} />
        </p>
      )}
    </div>
  );
}

function Contents({ of: item }: { of: ItemView }) {
  const t = useT();
  switch (item.kind) {
    case "result":
      return (
        <>
          {item.value && (
            <p>
              <Value of={item.value} />
            </p>
          )}
          {item.conclusion !== undefined && <ClinicalText as="p" text={item.conclusion} />}
        </>
      );
    case "visit":
      return (
        <Lines
          of={[
            diagnosisWords(item.diagnoses, t),
            item.reasons.join("; "),
            item.department,
            item.practitioners.join(", "),
          ]}
        />
      );
    case "medicine":
      return <Doses doses={item.doses} full={false} />;
    case "allergy":
      return <Lines of={item.reactions.map((reaction) => reaction.text)} />;
    case "vaccination":
      return <Lines of={[item.lot, item.manufacturer]} />;
    default:
      return null;
  }
}
