import { useI18n } from "#app/i18n/t.tsx";
import { Brand } from "../patterns/brand.tsx";
import { useNonce } from "../patterns/nonce.tsx";
import { Button } from "../primitives/button.tsx";

/** When the session ends, as the script beside the page counts it. */
export interface SessionWatch {
  /** Seconds until it ends if nobody asks for anything more, and until it ends in any case. */
  idle: number;
  limit: number;
  /** Seconds before its end at which the page warns. */
  warn: number;
  /** Names the session to the other tabs of the browser; tells nothing of it. */
  key: string;
  /** Whose unfinished words are kept in this tab; none on shared counters. */
  keeper: string | undefined;
  /** The same end, for people. */
  until: string;
}

/** Warns two minutes before the end, keeps what is being written, and covers the page afterwards. Without script nothing. */
export function SessionWatcher({ watch }: { watch: SessionWatch }) {
  const { t } = useI18n();
  const nonce = useNonce();
  const { idle, limit, warn, key, keeper } = watch;
  return (
    <>
      <dialog
        id="session-warning"
        className="dialog"
        aria-labelledby="session-warning-title"
        aria-describedby="session-warning-text"
        data-idle={idle}
        data-limit={limit}
        data-warn={warn}
        data-key={key}
        data-keeper={keeper}
      >
        <h2 id="session-warning-title">{t("timeout.title")}</h2>
        <p id="session-warning-text">
          {t("timeout.text")} <b data-left="">2:00</b>
        </p>
        <p data-when="idle">{t("timeout.stayHow")}</p>
        <p data-when="limit">{t("timeout.limit")}</p>
        <p data-when="failed" role="alert" hidden>
          {t("timeout.failed")}
        </p>
        <p className="sr-only" aria-live="polite" data-said="" data-words={t("timeout.said", { n: "{n}" })} />
        <div className="btns">
          <Button type="button" data-stay="">
            {t("timeout.stay")}
          </Button>
          <form method="post" action="/sign-out">
            <Button look="second">{t("shell.signOut")}</Button>
          </form>
        </div>
      </dialog>
      <template id="session-over">
        <div className="shell">
          <header className="top">
            <div className="page top-row">
              <Brand href="/" />
            </div>
          </header>
          <main id="main" tabIndex={-1}>
            <div className="page">
              <div className="prose stack">
                <h1>{t("errors.expired.title")}</h1>
                <p>{t("timeout.over")}</p>
                <p data-when="kept">{t("timeout.kept")}</p>
                <p>
                  <a className="btn btn-wide" href="/sign-in" data-again="">
                    {t("errors.signIn")}
                  </a>
                </p>
              </div>
            </div>
          </main>
        </div>
      </template>
      <template id="session-restored">
        <div className="notice" role="status">
          <div>
            <p>{t("timeout.restored")}</p>
            <button type="button" className="btn btn-second" data-discard="">
              {t("timeout.discard")}
            </button>
          </div>
        </div>
      </template>
      <script nonce={nonce} src="/session.js" defer />
    </>
  );
}
