import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listFacilities } from "#app/domain/facilities/list-facilities.ts";
import { answerIdentityCase, askAgain, decideIdentityCase } from "#app/domain/identity/decide-identity-case.ts";
import { answerIdentityInput, decideIdentityInput, settleProposalInput } from "#app/domain/identity/help-input.ts";
import { readIdentityCase } from "#app/domain/identity/read-identity-case.ts";
import { confirmProposal, sendBackProposal } from "#app/domain/identity/settle-proposal.ts";
import { findPerson } from "#app/domain/persons/find-person.ts";
import { conflictOnForm, invalidForm, type SentForm } from "#app/http/form.ts";
import { operatorPage } from "#app/http/page.ts";
import type { RouteHandle } from "#app/http/route-handle.ts";
import { IdentityCasePage } from "#app/ui/operator/identity-case-page.tsx";

export const handle: RouteHandle = { title: (t) => t("identities.title") };

export const loader = operatorPage(async ({ ctx, context: { digitalIds }, params, url }) => {
  const person = url.searchParams.get("person") ?? undefined;
  const view = await readIdentityCase(ctx, { id: params.id ?? "", person, reveal: false, digitalIds });
  const { facilities } = await listFacilities(ctx);
  return { view, facilities: facilities.map(({ id, name }) => ({ id, name })) };
});

type Sent = SentForm & { revealed?: Awaited<ReturnType<typeof readIdentityCase>> };

export const action = operatorPage(async ({ ctx, context, params, url, form }): Promise<Sent> => {
  const values = await form();
  const id = params.id ?? "";
  const { language, digitalIds } = context;
  const person = url.searchParams.get("person") ?? undefined;
  switch (values.intent) {
    case "reveal":
      return { revealed: await readIdentityCase(ctx, { id, person, reveal: true, digitalIds }) };
    case "find": {
      const { kind = "", value = "" } = values;
      const found = await findPerson(ctx, { kind, value, facilityId: values.facilityId });
      if ("errors" in found) return invalidForm(language, values, found.errors);
      throw redirect(`${url.pathname}?person=${found.personId}`);
    }
    case "ask-again":
      await askAgain(ctx, { id });
      break;
    case "answer": {
      const input = answerIdentityInput.safeParse(values);
      if (!input.success) return invalidForm(language, values, input.error);
      const refused = await conflictOnForm(language, values, () => answerIdentityCase(ctx, { id, ...input.data }));
      if (refused) return refused;
      break;
    }
    case "confirm":
    case "send-back": {
      const input = settleProposalInput.safeParse(values);
      if (!input.success) return invalidForm(language, values, input.error);
      const settle = values.intent === "confirm" ? confirmProposal : sendBackProposal;
      const refused = await conflictOnForm(language, values, () =>
        settle({ ...ctx, digitalIds }, { id, ...input.data }),
      );
      if (refused) return refused;
      break;
    }
    default: {
      const input = decideIdentityInput.safeParse(values);
      if (!input.success) return invalidForm(language, values, input.error);
      const refused = await conflictOnForm(language, values, () =>
        decideIdentityCase({ ...ctx, digitalIds }, { id, ...input.data }),
      );
      if (refused) return refused;
    }
  }
  throw redirect(url.pathname);
});

export default function IdentityCase() {
  const { view, facilities } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <IdentityCasePage
      view={sent?.revealed ?? view}
      facilities={facilities}
      form={{ errors: sent?.errors, values: sent?.values }}
    />
  );
}
