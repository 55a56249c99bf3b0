import { useActionData, useLoaderData } from "@remix-run/react";
import { addRangeTable } from "#app/domain/facility-registers/add-range-table.ts";
import { machineEndInput, machineInput, rangeTableInput, viewerInput } from "#app/domain/facility-registers/input.ts";
import { previewRangeTable } from "#app/domain/facility-registers/preview-range-table.ts";
import { readRegisters } from "#app/domain/facility-registers/read-registers.ts";
import { endMachine, registerMachine } from "#app/domain/facility-registers/register-machine.ts";
import { setViewer } from "#app/domain/facility-registers/set-viewer.ts";
import type { TablePreview } from "#app/domain/facility-registers/view.ts";
import { invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import type { FormErrors } from "#app/shared/form-errors.ts";
import { newId } from "#app/shared/ids.ts";
import { RegistersPage } from "#app/ui/operator/registers/registers-page.tsx";

export const handle: RouteHandle = { title: (t) => t("registers.title") };

type Sent = SentForm & { intent: string; preview?: TablePreview | undefined };

export const loader = operatorPage(async ({ ctx, params }) => ({
  view: await readRegisters(ctx, params.facilityId ?? ""),
  idempotencyKey: newId(),
}));

export const action = operatorPage(async ({ ctx, context, form, params }): Promise<Sent> => {
  const { facilityId } = await readRegisters(ctx, params.facilityId ?? "");
  const values = await form();
  const intent = values.intent ?? "";
  const wrong = (found: Parameters<typeof invalidForm>[2]): Sent => ({
    intent,
    ...invalidForm(context.language, values, found),
  });
  const ended = (result: { id: string } | { errors: FormErrors; preview?: TablePreview }): Sent =>
    "errors" in result ? { ...wrong(result.errors), preview: result.preview } : { intent, done: result.id };
  if (intent === "machine") {
    const input = machineInput.safeParse(values);
    return input.success ? ended(await registerMachine(ctx, facilityId, input.data)) : wrong(input.error);
  }
  if (intent === "machine-end") {
    const input = machineEndInput.safeParse(values);
    if (!input.success) return wrong(input.error);
    const done = await endMachine(ctx, facilityId, input.data);
    return done ? { intent, done: facilityId } : wrong({ machineUntil: ["date"] });
  }
  if (intent === "viewer") {
    const input = viewerInput.safeParse(values);
    return input.success ? ended(await setViewer(ctx, facilityId, input.data)) : wrong(input.error);
  }
  const input = rangeTableInput.safeParse(values);
  if (!input.success) return wrong(input.error);
  if (intent !== "preview") return ended(await addRangeTable(ctx, facilityId, input.data));
  const read = previewRangeTable(input.data.csv);
  return "errors" in read ? wrong(read.errors) : { intent, values, preview: read.preview };
});

export default function Ranges() {
  const { view, idempotencyKey } = useLoaderData<typeof loader>();
  return <RegistersPage view={view} idempotencyKey={idempotencyKey} sent={useActionData<typeof action>()} />;
}
