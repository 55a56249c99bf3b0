import { type Request, type Response, Router } from "express";
import { withLanguage } from "../../http/language.ts";
import type { Persona } from "../../province/personas.ts";
import { frontPage } from "../pages/front.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { endBrowserSession } from "../sign-out.ts";
import type { AppParts } from "./app.ts";

/** The front page and what belongs to it. */
export function frontRoutes(parts: AppParts): Router {
  const router = Router();
  router.get("/", (req, res, next) => {
    showFront(parts, req, res).catch(next);
  });
  router.post("/sign-out", (req, res, next) => {
    endEverywhere(parts, req, res)
      .then(() => res.redirect(303, withLanguage("/", pageFor(parts, req).language)))
      .catch(next);
  });
  router.get("/fixtures.json", (_req, res) => {
    res.json(parts.fixtures());
  });
  return router;
}

async function showFront(parts: AppParts, req: Request, res: Response): Promise<void> {
  const { personas, faults, act } = parts;
  const signedIn = await signedInPersona(await act.running(), req, res);
  res.send(frontPage(pageFor(parts, req), { personas, signedIn, fault: faults.current, profiles: act.all }));
}

async function signedInPersona(running: Sandbox[], req: Request, res: Response): Promise<Persona | undefined> {
  for (const { provider, directory } of running) {
    const session = await provider.Session.get(provider.createContext(req, res));
    const persona = directory.bySubject(session.accountId ?? "");
    if (persona) return persona;
  }
  return undefined;
}

async function endEverywhere({ act }: AppParts, req: Request, res: Response): Promise<void> {
  for (const { provider } of await act.running()) await endBrowserSession(provider, req, res);
}
