import Download from "lucide-react/icons/download";
import type { CopyView } from "#app/domain/health-book/copies/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button, LinkButton } from "../../primitives/button.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Link } from "../../primitives/link.tsx";

interface CopyStateProps {
  copy: CopyView;
  refreshing: boolean;
}

/** How the copy goes, and what can be done with it now. */
export function CopyState({ copy, refreshing }: CopyStateProps) {
  const { t, f } = useI18n();
  const { state, file, failure } = copy;
  return (
    <section aria-labelledby="copy-state" className="stack" role={state === "failed" ? "alert" : "status"}>
      <h2 id="copy-state">{t(`copy.state.${state}`)}</h2>
      {(state === "ordered" || state === "writing") && <UnderWay copy={copy} refreshing={refreshing} />}
      {file && (
        <>
          <p>{t("copy.made", { when: f.recent(file.madeAt), n: file.entries })}</p>
          <p>
            <LinkButton icon={Download} wide href={`/book/export/pdf/${copy.id}`} download>
              {t("copy.download", { size: f.bytes(file.bytes) })}
            </LinkButton>
          </p>
          <p>{t("copy.ends", { when: f.moment(file.endsAt) })}</p>
          <End id={copy.id} words={t("copy.delete")} />
        </>
      )}
      {failure && <p>{t(`copy.failure.${failure}`)}</p>}
      {(state === "deleted" || state === "expired") && <p>{t("copy.gone")}</p>}
    </section>
  );
}

function UnderWay({ copy, refreshing }: CopyStateProps) {
  const { t, f } = useI18n();
  const { parts } = copy;
  const words = parts ? t("copy.progress", parts) : t(`copy.${copy.state === "writing" ? "reading" : "orderedWait"}`);
  return (
    <>
      <p className="soft">{t("copy.orderedAt", { when: f.recent(copy.orderedAt) })}</p>
      <p>{words}</p>
      <progress className="progress" value={parts?.done ?? 0} max={parts?.of ?? 1} aria-label={t("copy.title")} />
      <p>{t(refreshing ? "copy.refreshing" : "copy.slow")}</p>
      <div className="btns">
        <LinkButton look="second" href={refreshing ? "?" : "?still=yes"}>
          {t("copy.again")}
        </LinkButton>
        <End id={copy.id} words={t("copy.cancel")} />
      </div>
      {refreshing && (
        <p>
          <Link href="?still=yes">{t("copy.refreshOff")}</Link>
        </p>
      )}
    </>
  );
}

function End({ id, words }: { id: string; words: string }) {
  return (
    <form method="post">
      <HiddenFields values={{ intent: "end", id }} />
      <Button look="second">{words}</Button>
    </form>
  );
}
