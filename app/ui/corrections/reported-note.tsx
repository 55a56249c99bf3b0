import Flag from "lucide-react/icons/flag";
import type { Reported } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { StatusTag } from "../help/status-tag.tsx";
import { Link } from "../primitives/link.tsx";
import { correctionHref } from "./words.ts";

/** The note an item carries from when it was reported until the correction has arrived. */
export function ReportedNote({ of: { reference, kind, state }, brief }: { of: Reported; brief?: boolean }) {
  const t = useT();
  return (
    <>
      <div className="tags">
        <StatusTag
          of={`correction.reported.${state === "open" ? kind : state}`}
          tone="needs"
          icon={Flag}
          brief={brief ?? false}
        />
      </div>
      <p className="src">
        <Link href={correctionHref(reference)}>{t("correction.see", { reference })}</Link>
      </p>
    </>
  );
}
