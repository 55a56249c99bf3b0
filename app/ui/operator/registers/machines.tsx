import type { MachineView } from "#app/domain/facility-registers/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { Button } from "../../primitives/button.tsx";
import { Disclosure } from "../../primitives/disclosure.tsx";
import { Field, type FormState } from "../../primitives/field.tsx";
import { HiddenFields } from "../../primitives/hidden-fields.tsx";
import { Table } from "../../primitives/table.tsx";
import { FormNotice } from "../form-notice.tsx";
import type { RegisterPartProps } from "./registers-page.tsx";

/** Machines that AI helps, by their code in the packages. */
export function Machines({ view, sent }: RegisterPartProps) {
  const { t, f } = useI18n();
  const state = sent?.intent === "machine" ? { errors: sent.errors, values: sent.done ? undefined : sent.values } : {};
  return (
    <section aria-labelledby="machines" className="apart stack">
      <h2 id="machines">{t("registers.machines")}</h2>
      <p>{t("registers.machinesLead")}</p>
      {view.machines.length === 0 ? (
        <EmptyState title={t("registers.noMachines")} />
      ) : (
        <Table
          caption={t("registers.machines")}
          hideCaption
          rows={view.machines}
          keyOf={(row) => `${row.code} ${row.since}`}
          columns={[
            { head: t("registers.machineCode"), cell: (row) => row.code, names: true },
            { head: t("registers.machineName"), cell: (row) => row.name },
            { head: t("registers.registration"), cell: (row) => row.registration },
            { head: t("registers.from"), cell: (row) => f.date(row.since), fit: true },
            { head: t("registers.to"), cell: (row) => <End of={row} /> },
            { head: t("registers.basis"), cell: (row) => row.legalBasis },
          ]}
        />
      )}
      <h3>{t("registers.addMachine")}</h3>
      <FormNotice errors={sent?.errors} done={sent?.done === undefined ? undefined : t("operator.saved")} />
      <MachineForm state={state} />
    </section>
  );
}

/** Until when; or the form that says so. */
function End({ of }: { of: MachineView }) {
  const { t, f } = useI18n();
  if (of.until !== undefined) return f.date(of.until);
  const id = `until-${of.code}`;
  return (
    <Disclosure label={t("registers.end")}>
      <form method="post" className="form">
        <HiddenFields values={{ intent: "machine-end", machineCode: of.code, machineSince: of.since }} />
        <label htmlFor={id}>{t("registers.to")}</label>
        <input className="input" id={id} name="machineUntil" type="date" required />
        <Button look="second">{t("registers.end")}</Button>
      </form>
    </Disclosure>
  );
}

function MachineForm({ state }: { state: FormState }) {
  const { t } = useI18n();
  return (
    <form method="post" className="form">
      <HiddenFields values={{ intent: "machine" }} />
      <Field
        {...state}
        name="machineCode"
        label={t("registers.machineCode")}
        hint={t("registers.machineCodeHint")}
        required
        maxLength={100}
      />
      <Field {...state} name="machineName" label={t("registers.machineName")} required maxLength={200} />
      <Field {...state} name="registration" label={t("registers.registration")} required maxLength={200} />
      <Field {...state} name="machineSince" type="date" label={t("registers.from")} required />
      <Field {...state} name="machineBasis" label={t("registers.basis")} required maxLength={300} />
      <div>
        <Button>{t("registers.saveMachine")}</Button>
      </div>
    </form>
  );
}
