import CircleHelp from "lucide-react/icons/circle-question-mark";
import EyeOff from "lucide-react/icons/eye-off";
import Sparkle from "lucide-react/icons/sparkle";
import Undo from "lucide-react/icons/undo-2";
import type { ItemBase } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ReportedNote } from "../corrections/reported-note.tsx";
import { Tag } from "../primitives/tag.tsx";

interface ItemFlagsProps {
  item: Pick<ItemBase, "hidden" | "unsafe" | "withdrawn" | "isNew" | "reported">;
  /** Say in a sentence what the flag means. */
  explain: boolean;
}

/** Why an entry is not to be taken as plain fact. */
export function ItemFlags({ item, explain }: ItemFlagsProps) {
  const t = useT();
  if (!item.hidden && !item.unsafe && !item.withdrawn && !item.isNew)
    return item.reported ? <ReportedNote of={item.reported} /> : null;
  return (
    <>
      {item.reported && <ReportedNote of={item.reported} />}
      <p className="tags">
        {item.isNew && <Tag icon={Sparkle}>{t("item.new")}</Tag>}
        {item.withdrawn && (
          <Tag tone="needs" icon={Undo}>
            {t("item.withdrawn")}
          </Tag>
        )}
        {item.unsafe && (
          <Tag tone="needs" icon={CircleHelp}>
            {t("item.unsafe")}
          </Tag>
        )}
        {item.hidden && <Tag icon={EyeOff}>{t("item.hidden")}</Tag>}
      </p>
      {explain && item.withdrawn && <p>{t("item.withdrawnHelp")}</p>}
      {explain && item.unsafe && <p>{t("item.unsafeHelp")}</p>}
    </>
  );
}
