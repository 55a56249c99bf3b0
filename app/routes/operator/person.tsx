import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { listAccountsOf } from "#app/domain/identity/list-accounts.ts";
import { lockPerson, readPersonLock, unlockPerson } from "#app/domain/identity/lock-person.ts";
import { lockReasons, unlockReasons } from "#app/domain/identity/lock-reasons.ts";
import { unlinkAccount } from "#app/domain/identity/unlink-account.ts";
import { findPerson } from "#app/domain/persons/find-person.ts";
import { mergePersons } from "#app/domain/persons/merge-persons.ts";
import { previewMerge, readPerson } from "#app/domain/persons/read-person.ts";
import { replaceNumber } from "#app/domain/persons/replace-number.ts";
import { rereadDeliveries, unmergePerson } from "#app/domain/persons/unmerge-persons.ts";
import { conflictOnForm, invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { MergePage } from "#app/ui/operator/merge-page.tsx";
import { PersonPage } from "#app/ui/operator/person-page.tsx";

export const handle: RouteHandle = { title: (t) => t("persons.title") };

/** `with` names another person to compare with, before the two are merged. */
export const loader = operatorPage(async ({ ctx, context, params, url }) => {
  const id = params.id ?? "";
  const other = url.searchParams.get("with");
  if (other)
    return {
      preview: await previewMerge(ctx, { personId: other, intoId: id }),
      view: undefined,
      facilities: [],
      access: undefined,
      accounts: [],
    };
  const { facilities } = await listFacilities(ctx);
  const view = await readPerson(ctx, { id, reveal: false });
  const lock = await readPersonLock(ctx, id);
  const access = { lock, reasons: lock ? unlockReasons : lockReasons };
  const accounts = await listAccountsOf(ctx, { digitalIds: context.digitalIds, personId: view.id });
  const places = facilities.map(({ id: at, name }) => ({ id: at, name }));
  return { view, preview: undefined, access, accounts, facilities: places };
});

type Sent = SentForm & { revealed?: Awaited<ReturnType<typeof readPerson>> };

export const action = operatorPage(async ({ ctx, context, params, url, form }): Promise<Sent> => {
  const values = await form();
  const id = params.id ?? "";
  const { language, feed } = context;
  const reason = (values.reason ?? "").trim();
  switch (values.intent) {
    case "reveal":
      return { revealed: await readPerson(ctx, { id, reveal: true }) };
    case "compare": {
      const { kind = "", value = "" } = values;
      const found = await findPerson(ctx, { kind, value, facilityId: values.facilityId });
      if ("errors" in found) return invalidForm(language, values, found.errors);
      throw redirect(`${url.pathname}?with=${found.personId}`);
    }
    case "replace": {
      const { identifierId = "", number = "" } = values;
      const errors = await replaceNumber(ctx, { personId: id, identifierId, number });
      if (errors) return invalidForm(language, values, errors);
      return { done: "replaced" };
    }
    case "lock": {
      const why = lockReasons.find((one) => one === values.why);
      if (!why) return invalidForm(language, values, { why: ["required"] });
      await lockPerson(ctx, { personId: id, reason: why });
      break;
    }
    case "unlock": {
      const why = unlockReasons.find((one) => one === values.why);
      if (!why) return invalidForm(language, values, { why: ["required"] });
      const refused = await conflictOnForm(language, values, () => unlockPerson(ctx, { personId: id, reason: why }));
      if (refused) return refused;
      break;
    }
    case "unlink":
      await unlinkAccount(ctx, { accountId: values.accountId ?? "", digitalIds: context.digitalIds });
      break;
    case "reread":
      await rereadDeliveries(ctx, id, feed);
      break;
    default: {
      if (reason === "" || reason.length > 2_000)
        return invalidForm(language, values, { reason: [reason === "" ? "required" : "too-long"] });
      const personId = values.personId ?? "";
      const refused = await conflictOnForm(language, values, async () => {
        if (values.intent === "merge") return mergePersons(ctx, { personId, intoId: id, reason });
        await unmergePerson(ctx, { personId, reason });
        await rereadDeliveries(ctx, personId, feed);
        throw redirect(`/operator/persons/${personId}`);
      });
      if (refused) return refused;
    }
  }
  throw redirect(url.pathname);
});

export default function Person() {
  const { view, preview, ...parts } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const form = { errors: sent?.errors, values: sent?.values, done: sent?.done };
  if (preview) return <MergePage preview={preview} form={form} />;
  const shown = sent?.revealed ?? view;
  return shown ? <PersonPage view={shown} {...parts} form={form} /> : null;
}
