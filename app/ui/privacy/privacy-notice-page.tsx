import Check from "lucide-react/icons/check";
import type { ReactNode } from "react";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Icon } from "../primitives/icon.tsx";
import { NoticeRights } from "./notice-rights.tsx";

interface PrivacyNoticePageProps {
  /** Before the first look at the book: asks to confirm the reading. Without it the page only informs. */
  confirm?: { action: string; returnTo?: string | undefined } | undefined;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** What is processed, why, by whom, who sees it, how long, and what one may ask (Law 91/2025/QH15). */
export function PrivacyNoticePage({ confirm }: PrivacyNoticePageProps) {
  const t = useT();
  const points = ["a", "b", "c"] as const;
  const parts = ["what", "why", "who", "sees", "long"] as const;
  return (
    <div className="prose">
      <PageHead title={t("notice.title")} lead={confirm && t("notice.first")} />
      <section className="part says">
        <h2>{t("notice.short")}</h2>
        <ul className="marks">
          {points.map((point) => (
            <li key={point}>
              <Icon of={Check} />
              <span>{t(`notice.shortPoints.${point}`)}</span>
            </li>
          ))}
        </ul>
      </section>
      {parts.map((part) => (
        <Part key={part} title={t(`notice.${part}`)}>
          <p>{t(`notice.${part}Text`)}</p>
        </Part>
      ))}
      <Part title={t("notice.rights")}>
        <NoticeRights />
      </Part>
      <Part title={t("notice.children")}>
        <p>{t("notice.childrenText")}</p>
      </Part>
      <Part title={t("notice.contact")}>
        <p>{t("notice.contactText")}</p>
      </Part>
      <p className="part soft small">{t("notice.versionLine")}</p>
      {confirm && (
        <form method="post" action={confirm.action} className="confirm">
          <HiddenFields values={{ returnTo: confirm.returnTo }} />
          <Button wide>{t("notice.accept")}</Button>
          <p className="soft">{t("notice.acceptMeans")}</p>
        </form>
      )}
    </div>
  );
}
