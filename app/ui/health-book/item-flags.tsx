import CircleHelp from "lucide-react/icons/circle-question-mark";
import EyeOff from "lucide-react/icons/eye-off";
import Sparkle from "lucide-react/icons/sparkle";
import Undo from "lucide-react/icons/undo-2";
import type { ItemBase } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { ReportedNote } from "../corrections/reported-note.tsx";
import { StatusTag } from "../help/status-tag.tsx";

interface ItemFlagsProps {
  item: Pick<ItemBase, "hidden" | "unsafe" | "withdrawn" | "isNew" | "reported">;
  /** Say in place what the flag means. */
  explain: boolean;
}

/** Why an entry is not to be taken as plain fact. That it is new stands in long lists, and explains itself. */
export function ItemFlags({ item, explain }: ItemFlagsProps) {
  const { hidden, unsafe, withdrawn, isNew, reported } = item;
  const t = useT();
  const brief = !explain;
  return (
    <>
      {reported && <ReportedNote of={reported} brief={brief} />}
      {(hidden || unsafe || withdrawn || isNew) && (
        <div className="tags">
          {isNew && <StatusTag of="item.new" icon={Sparkle} brief />}
          {withdrawn && <StatusTag of="item.withdrawn" tone="needs" icon={Undo} brief={brief} />}
          {unsafe && <StatusTag of="item.unsafe" tone="needs" icon={CircleHelp} brief={brief} />}
          {hidden && <StatusTag of="item.hidden" icon={EyeOff} brief={brief} />}
        </div>
      )}
      {explain && withdrawn && <p>{t("item.withdrawnHelp")}</p>}
      {explain && unsafe && <p>{t("item.unsafeHelp")}</p>}
    </>
  );
}
