import type { ClientRowView } from "#app/domain/clients/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";

/** Suspends a system, or lets it in again. The name is part of the button for those who only hear it. */
export function ClientSwitch({ row }: { row: Pick<ClientRowView, "clientId" | "name" | "suspendedAt"> }) {
  const t = useT();
  const { clientId, name } = row;
  const suspended = row.suspendedAt !== undefined;
  return (
    <form method="post">
      <HiddenFields
        values={{
          intent: suspended ? "resume" : "suspend",
          clientId,
        }}
      />
      <Button
        look={suspended ? "second" : "danger"}
        aria-label={suspended ? t("clients.resumeNamed", { name }) : t("clients.suspendNamed", { name })}
      >
        {t(suspended ? "clients.resume" : "clients.suspend")}
      </Button>
    </form>
  );
}
