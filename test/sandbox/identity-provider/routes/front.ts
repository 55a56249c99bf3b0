import fs from "node:fs";
import { type Request, type Response, Router } from "express";
import type { Persona } from "../../province/personas.ts";
import { frontPage } from "../pages/front.ts";
import { withLanguage } from "../pages/layout.ts";
import { pageFor, type Sandbox } from "../sandbox.ts";
import { endBrowserSession } from "../sign-out.ts";

const stylesheet = ["base", "controls", "people"]
  .map((name) => fs.readFileSync(new URL(`../pages/${name}.css`, import.meta.url), "utf8"))
  .join("\n");

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
  router.get("/sandbox.css", (_req, res) => {
    res.type("css").set("Cache-Control", "max-age=60").send(stylesheet);
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
