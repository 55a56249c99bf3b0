import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { Notice } from "../primitives/notice.tsx";
import { PasskeyList } from "../staff/passkey-list.tsx";

interface PasskeysPageProps {
  passkeys: { id: string; device: string; createdAt: string; lastUsedAt: string | undefined }[];
  /** What the browser makes a passkey with; absent where they must prove first who they are. */
  options: string | undefined;
  confirm: string;
  news: "added" | "removed" | "refused" | undefined;
}

/** One's own passkeys for counters: made once, used at every switch. */
export function PasskeysPage({ passkeys, options, confirm, news }: PasskeysPageProps) {
  const t = useT();
  return (
    <div className="narrow">
      <PageHead
        title={t("passkeys.title")}
        lead={t("passkeys.lead")}
        back={{ href: "/duty", place: t("duty.title") }}
      />
      {news && (
        <Notice tone={news === "refused" ? "needs" : "info"} alert>
          <p>{t(`passkeys.news.${news}`)}</p>
        </Notice>
      )}
      <PasskeyList passkeys={passkeys} />
      <section aria-labelledby="new" className="apart stack">
        <h2 id="new">{t("passkeys.new")}</h2>
        {options ? (
          <form method="post" data-enrol={options} className="stack">
            <input type="hidden" name="response" value="" />
            <p>{t("passkeys.newText")}</p>
            <noscript>
              <p>{t("passkeys.needsScript")}</p>
            </noscript>
            <div>
              <Button icon={Fingerprint}>{t("passkeys.make")}</Button>
            </div>
          </form>
        ) : (
          <>
            <p>{t("passkeys.confirmText")}</p>
            <LinkButton href={confirm}>{t("passkeys.confirm")}</LinkButton>
          </>
        )}
      </section>
    </div>
  );
}
