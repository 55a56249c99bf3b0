import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { Button } from "../../primitives/button.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Link } from "../../primitives/link.tsx";

interface NewestPageProps {
  hides: boolean;
  hidden: number;
  /** Whose book it is, and whether the reader is they. */
  of: string;
  self: boolean;
}

/** What folding the newest results does and does not, and the one button that changes it. */
export function NewestPage({ hides, hidden, of, self }: NewestPageProps) {
  const t = useT();
  return (
    <div className="prose">
      <PageHead
        title={t("newest.title")}
        eyebrow={t("book.of", { name: of })}
        lead={t("newest.lead")}
        back={{ href: "/book/results", place: t("section.title.results") }}
      />
      <div className="stack">
        <ul className="dots">
          <li>{t("newest.does.anytime")}</li>
          <li>{t("newest.does.danger")}</li>
          <li>{t("newest.does.measured")}</li>
          <li>{t(self ? "newest.does.yours" : "newest.does.theirs")}</li>
          <li>{t("newest.does.copies")}</li>
        </ul>
        <p role="status">
          <b>{t(hides ? "newest.isOn" : "newest.isOff")}</b>{" "}
          {hides && hidden > 0 && (
            <>
              {t("newest.hidden", { n: hidden })} <Link href="/book/results?newest=show">{t("newest.show")}</Link>
            </>
          )}
        </p>
        <form method="post">
          <HiddenFields values={{ hides: hides ? "no" : "yes" }} />
          <Button wide look={hides ? "second" : "main"}>
            {t(hides ? "newest.off" : "newest.on")}
          </Button>
        </form>
      </div>
    </div>
  );
}
