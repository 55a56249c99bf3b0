import Flag from "lucide-react/icons/flag";
import type { Reported } from "#app/domain/health-book/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Link } from "../primitives/link.tsx";
import { Tag } from "../primitives/tag.tsx";
import { correctionHref } from "./words.ts";

/** The note an item carries from when it was reported until the correction has arrived. */
export function ReportedNote({ of: { reference, kind, state } }: { of: Reported }) {
  const t = useT();
  return (
    <>
      <p className="tags">
        <Tag tone="needs" icon={Flag}>
          {t(`correction.reported.${state === "open" ? kind : state}`)}
        </Tag>
      </p>
      <p className="src">
        <Link href={correctionHref(reference)}>{t("correction.see", { reference })}</Link>
      </p>
    </>
  );
}
