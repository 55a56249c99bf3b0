import { type Request, type RequestHandler, type Response, Router } from "express";
import { field, parameter } from "../../http/fields.ts";
import { address, withLanguage } from "../../http/language.ts";
import type { Persona } from "../../province/personas.ts";
import { asksForStrong, canBeStrong, methodsOf, reachedAcr } from "../assurance.ts";
import type { Interaction } from "../library.ts";
import type { PageContext } from "../pages/layout.ts";
import { confirmPage, signInPage } from "../pages/sign-in.ts";
import { onlyNeedsFreshProof } from "../policy.ts";
import { elsewhere } from "../profiles/national-portal.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { endSession } from "../sign-out.ts";
import type { HandOver } from "./hand-over.ts";

interface Step {
  req: Request;
  res: Response;
  interaction: Interaction;
  page: PageContext;
  path: string;
}

/** The pages between the application's request and its answer. */
export function interactionRoutes(sandbox: Sandbox, over: HandOver): Router {
  const router = Router();
  const step = (act: (sandbox: Sandbox, step: Step) => Promise<void>): RequestHandler => {
    return (req, res, next) => {
      startStep(sandbox, req, res)
        .then((started) => act(sandbox, started))
        .catch(next);
    };
  };
  router.get(
    "/interaction/:uid",
    step((at, started) => showSignIn(at, started, over)),
  );
  router.post("/interaction/:uid", step(signIn));
  router.get(
    "/interaction/:uid/back",
    step((at, started) => cameBack(at, started, over)),
  );
  router.get("/interaction/:uid/confirm", step(showConfirm));
  router.post("/interaction/:uid/confirm", step(confirm));
  router.post("/interaction/:uid/cancel", step(cancel));
  return router;
}

async function startStep(sandbox: Sandbox, req: Request, res: Response): Promise<Step> {
  const interaction = await sandbox.provider.interactionDetails(req, res);
  const page = pageFor(sandbox, req, interaction.params.ui_locales);
  return { req, res, interaction, page, path: `${sandbox.profile.path}/interaction/${interaction.uid}` };
}

async function showSignIn(sandbox: Sandbox, { res, interaction, page, path }: Step, over: HandOver): Promise<void> {
  if (onlyNeedsFreshProof(interaction) && toConfirm(sandbox, interaction)) {
    return res.redirect(303, withLanguage(`${path}/confirm`, page.language));
  }
  if (sandbox.profile.signsInElsewhere) {
    const there = `${elsewhere(sandbox.origin)}${sandbox.profile.path}/third-party/sign-in`;
    return res.redirect(303, address(`${there}/${over.leave(interaction.uid)}`, { lang: page.language }));
  }
  res.send(signInPage(page, { path, personas: sandbox.directory.personas }));
}

/** The person has signed in at the other host, or has cancelled there. */
async function cameBack(sandbox: Sandbox, step: Step, over: HandOver): Promise<void> {
  const found = over.take(step.interaction.uid, parameter(step.req, "handle") ?? "");
  if (!found) return step.res.redirect(303, withLanguage(step.path, step.page.language));
  return found.persona ? passFirstStep(sandbox, step, found.persona) : cancel(sandbox, step);
}

async function signIn(sandbox: Sandbox, step: Step): Promise<void> {
  const { req, res, page, path } = step;
  const { personas, byLogin } = sandbox.directory;
  const typed = (field(req, "login") ?? "").trim().slice(0, 60);
  const persona = byLogin(typed);
  const error = refusal(page, typed, persona);
  if (!persona || error !== undefined) {
    const again = { path, personas, typed, ...(error === undefined ? {} : { error }) };
    res.status(422).send(signInPage(page, again));
    return;
  }
  return passFirstStep(sandbox, step, persona);
}

async function passFirstStep(sandbox: Sandbox, step: Step, persona: Persona): Promise<void> {
  const { req, res, interaction, page, path } = step;
  const { levels, subject } = sandbox.profile;
  if (!asksForStrong(levels, interaction.params.acr_values) || !canBeStrong(persona)) {
    return finish(sandbox, step, persona, false);
  }
  const firstStep = { firstStep: subject(persona) };
  await sandbox.provider.interactionResult(req, res, firstStep, { mergeWithLastSubmission: false });
  res.redirect(303, withLanguage(`${path}/confirm`, page.language));
}

export function refusal({ t }: PageContext, typed: string, persona: Persona | undefined): string | undefined {
  if (typed === "") return t.emptyLogin;
  if (!persona) return t.unknownLogin(typed);
  return persona.assuranceLevel === 0 ? t.doesNotSignIn(persona.name) : undefined;
}

async function showConfirm(sandbox: Sandbox, { res, interaction, page, path }: Step): Promise<void> {
  const persona = toConfirm(sandbox, interaction);
  if (!persona) return res.redirect(303, withLanguage(path, page.language));
  res.send(confirmPage(page, { path, persona }));
}

async function confirm(sandbox: Sandbox, step: Step): Promise<void> {
  const persona = toConfirm(sandbox, step.interaction);
  if (!persona) return step.res.redirect(303, withLanguage(step.path, step.page.language));
  await finish(sandbox, step, persona, true);
}

/** Who stands before the second step: they passed the first one just now, or were signed in already. */
function toConfirm({ directory }: Sandbox, interaction: Interaction): Persona | undefined {
  const signedIn = onlyNeedsFreshProof(interaction) ? interaction.session?.accountId : undefined;
  return directory.bySubject(interaction.result?.firstStep ?? signedIn ?? "");
}

async function finish(
  { provider, profile }: Sandbox,
  step: Step,
  persona: Persona,
  secondStep: boolean,
): Promise<void> {
  const { req, res, interaction } = step;
  const accountId = profile.subject(persona);
  if (interaction.session && interaction.session.accountId !== accountId) {
    const before = await provider.Session.findByUid(interaction.session.uid ?? "");
    if (before) await endSession(provider, before);
    // oidc-provider would change persons with a form that a script submits; this way needs no script.
    interaction.session = undefined;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  }
  const acr = reachedAcr(
    profile.levels,
    persona,
    secondStep && asksForStrong(profile.levels, interaction.params.acr_values),
  );
  const login = { accountId, acr, amr: methodsOf(secondStep), remember: false };
  await provider.interactionFinished(req, res, { login }, { mergeWithLastSubmission: false });
}

async function cancel({ provider }: Sandbox, { req, res }: Step): Promise<void> {
  const refused = { error: "access_denied", error_description: "the person cancelled the sign-in" };
  await provider.interactionFinished(req, res, refused, { mergeWithLastSubmission: false });
}
