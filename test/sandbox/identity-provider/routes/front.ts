import { type Request, type Response, Router } from "express";
import { withLanguage } from "../../http/language.ts";
import type { Persona } from "../../province/personas.ts";
import { frontPage } from "../pages/front.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { endBrowserSession } from "../sign-out.ts";

/** The front page and what belongs to it. */
export function frontRoutes(sandbox: Sandbox): Router {
  const router = Router();
  router.get("/", (req, res, next) => {
    showFront(sandbox, req, res).catch(next);
  });
  router.post("/sign-out", (req, res, next) => {
    endBrowserSession(sandbox.provider, req, res)
      .then(() => res.redirect(303, withLanguage("/", pageFor(sandbox, req).language)))
      .catch(next);
  });
  router.get("/fixtures.json", (_req, res) => {
    res.json(sandbox.fixtures());
  });
  return router;
}

async function showFront(sandbox: Sandbox, req: Request, res: Response): Promise<void> {
  const { directory, faults } = sandbox;
  const signedIn = await signedInPersona(sandbox, req, res);
  res.send(frontPage(pageFor(sandbox, req), { personas: directory.personas, signedIn, fault: faults.current }));
}

async function signedInPersona({ provider, directory }: Sandbox, req: Request, res: Response) {
  const session = await provider.Session.get(provider.createContext(req, res));
  const persona: Persona | undefined = directory.bySubject(session.accountId ?? "");
  return persona;
}
