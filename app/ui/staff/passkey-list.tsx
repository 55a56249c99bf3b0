import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";

interface Passkey {
  id: string;
  device: string;
  createdAt: string;
  lastUsedAt: string | undefined;
}

/** Somebody's passkeys, each to be removed. */
export function PasskeyList({ passkeys }: { passkeys: Passkey[] }) {
  const { t, f } = useI18n();
  if (passkeys.length === 0) return <p className="soft">{t("passkeys.none")}</p>;
  return (
    <ul className="list">
      {passkeys.map((key) => (
        <li key={key.id} className="person-row">
          <div className="item">
            <p className="item-t">{key.device === "unknown" ? t("passkeys.unknownDevice") : key.device}</p>
            <p className="soft">
              {t("passkeys.made", { date: f.date(key.createdAt) })}
              {key.lastUsedAt && ` · ${t("passkeys.used", { date: f.date(key.lastUsedAt) })}`}
            </p>
          </div>
          <form method="post">
            <HiddenFields values={{ intent: "remove-passkey", passkeyId: key.id }} />
            <Button look="second">{t("passkeys.remove")}</Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
