import Download from "lucide-react/icons/download";
import { useT } from "#app/i18n/t.tsx";
import { LinkButton } from "../primitives/button.tsx";

/** The same as a file to keep, print or hand over. */
export function PdfLink({ href }: { href: string | undefined }) {
  const t = useT();
  if (!href) return null;
  return (
    <p className="no-print">
      <LinkButton look="second" icon={Download} href={href} download>
        {t("pdf.link")}
      </LinkButton>
    </p>
  );
}
