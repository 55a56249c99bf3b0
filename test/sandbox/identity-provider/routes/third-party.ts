import { type Request, type Response, Router } from "express";
import { field, parameter } from "../../http/fields.ts";
import { address } from "../../http/language.ts";
import { messagePage } from "../../http/layout.ts";
import type { Persona } from "../../province/personas.ts";
import { signInPage } from "../pages/sign-in.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import type { HandOver } from "./hand-over.ts";
import { refusal } from "./interaction.ts";

/** Where the national portal's sign-ins happen: these pages are served by the other host. */
export const THIRD_PARTY = "/national-portal/third-party/";

/** The other host's pages: sign in there and go back, or end the sign-in by the address from the claims. */
export function elsewhereRoutes(sandbox: Sandbox, over: HandOver): Router {
  const router = Router();
  router.get("/third-party/sign-in/:ticket", (req, res) => show(sandbox, over, req, res));
  router.post("/third-party/sign-in/:ticket", (req, res) => signIn(sandbox, over, req, res));
  router.post("/third-party/sign-in/:ticket/cancel", (req, res) => back(sandbox, over, req, res, undefined));
  router.get("/third-party/logout", (req, res, next) => {
    endByToken(sandbox, parameter(req, "token_id") ?? "")
      .then(() => res.redirect(303, `${sandbox.portalOrigin}/signed-out`))
      .catch(next);
  });
  return router;
}

function show(sandbox: Sandbox, over: HandOver, req: Request, res: Response, typed?: string, error?: string): void {
  const page = pageFor(sandbox, req);
  const ticket = String(req.params.ticket);
  if (over.waiting(ticket) === undefined) {
    res.status(400).send(messagePage(page, page.t.expiredTitle, page.t.expiredText));
    return;
  }
  const again = { ...(typed === undefined ? {} : { typed }), ...(error === undefined ? {} : { error }) };
  const path = `${THIRD_PARTY}sign-in/${ticket}`;
  res.status(error ? 422 : 200).send(signInPage(page, { path, personas: sandbox.directory.personas, ...again }));
}

function signIn(sandbox: Sandbox, over: HandOver, req: Request, res: Response): void {
  const typed = (field(req, "login") ?? "").trim().slice(0, 60);
  const persona = sandbox.directory.byLogin(typed);
  const error = refusal(pageFor(sandbox, req), typed, persona);
  if (error === undefined) back(sandbox, over, req, res, persona);
  else show(sandbox, over, req, res, typed, error);
}

function back(sandbox: Sandbox, over: HandOver, req: Request, res: Response, persona: Persona | undefined): void {
  const ticket = String(req.params.ticket);
  const uid = over.waiting(ticket);
  const handle = over.return(ticket, persona);
  const { origin, profile } = sandbox;
  const { language } = pageFor(sandbox, req);
  const to = `${origin}${profile.path}/interaction/${uid}/back`;
  if (handle === undefined) show(sandbox, over, req, res);
  else res.redirect(303, address(to, { handle, lang: language }));
}

async function endByToken({ directory, profile, sessions, origin }: Sandbox, token: string): Promise<void> {
  const whose = directory.personas.find((persona) =>
    String(profile.claims({ origin, persona, withNumber: false }).logoutUri).endsWith(`token_id=${token}`),
  );
  if (whose && token !== "") await sessions.end(profile.subject(whose));
}
