import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Actor, OperatorActor, Reader, Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { lockSession } from "#app/domain/identity/lock-session.ts";
import type { PersonActor, SessionView, StaffRole } from "#app/domain/identity/view.ts";
import { type DomainError, knownError, statusOf } from "#app/shared/errors.ts";
import { confirmHref } from "./confirm-href.ts";
import { isForm, keepForm } from "./keep-form.ts";
import type { PageContext } from "./load-context.ts";

/** What the loader or action of a signed-in page works with. */
export interface Page<A extends Actor = Reader> {
  ctx: Ctx<A>;
  session: SessionView;
  context: PageContext;
  url: URL;
  params: Readonly<Record<string, string | undefined>>;
  /** For forms that bring files; others are read by the two below. */
  request: Request;
  formData(): Promise<FormData>;
  /** The text fields of the form; of a field that repeats, the last. */
  form(): Promise<Record<string, string>>;
}

/** Says of an answer inside this file which act of the table was refused. */
const STEP_UP = "X-Step-Up";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/**
 * For a signed-in person's own pages. Without a session the way leads to sign-in and back; what was written is given
 * back. On duty they are closed: nobody is citizen and staff at once.
 */
export function citizenPage<T>(work: (page: Page) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    const { actor } = session;
    if (actor.kind !== "citizen" && actor.kind !== "proxy")
      throw Response.json({ code: "on-duty", form: await keepForm(args.request) }, { status: 403 });
    return inPage(args, () => work(pageOf(args, session, actor)));
  };
}

/** For whoever is signed in, as whatever they are now. While their access is locked, for the page alone that opens it again. */
export function sessionPage<T>(
  work: (page: Page<PersonActor>) => Promise<T>,
  { whileLocked = false } = {},
): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args, whileLocked);
    return inPage(args, () => work(pageOf(args, session, session.actor)));
  };
}

/** For people with a role somewhere, on duty or not. To everybody else these pages do not exist. */
export function rosterPage<T>(work: (page: Page<PersonActor>) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    if (session.roles.length === 0) throw errorData({ code: "not-found" }, 404);
    return inPage(args, () => work(pageOf(args, session, session.actor)));
  };
}

/** For operators, on that duty. To everybody without the role these pages do not exist. */
export function operatorPage<T>(work: (page: Page<OperatorActor>) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    const { actor } = session;
    if (actor.kind !== "operator") throw await dutyNeeded(args, session, ["operator"]);
    return inPage(args, () => work(pageOf(args, session, actor)));
  };
}

/** For clerks and clinicians, on that duty, at its facility. To everybody without such a role these pages do not exist. */
export function staffPage<T>(work: (page: Page<Staff>) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    const { actor } = session;
    if (actor.kind !== "clerk" && actor.kind !== "clinician")
      throw await dutyNeeded(args, session, ["clinician", "clerk"]);
    return inPage(args, () => work(pageOf(args, session, actor)));
  };
}

/** The page that offers the fitting duties; what was written is given back on it. */
async function dutyNeeded({ request }: Args, { roles }: SessionView, wanted: StaffRole[]): Promise<Response> {
  const duties = roles.filter(({ role }) => wanted.includes(role));
  if (duties.length === 0) return errorData({ code: "not-found" }, 404);
  const { pathname, search } = new URL(request.url);
  const form = await keepForm(request);
  return Response.json({ code: "duty-needed", duties, returnTo: pathname + search, form }, { status: 403 });
}

/** As `takesNoForm`, for staff. */
export const takesNoStaffForm = staffPage((): never => {
  throw errorData({ code: "method-not-allowed" }, 405);
});

/** The action of an operators' page without a form: that it takes none is for operators to know. */
export const takesNoForm = operatorPage((): never => {
  throw errorData({ code: "method-not-allowed" }, 405);
});

async function requireSession({ request, context }: Args, whileLocked = false): Promise<SessionView> {
  const session = await answered(() => context.session());
  if (session?.locked && !whileLocked) throw redirect("/privacy/lock");
  if (session) return session;
  const { pathname, search } = new URL(request.url);
  const form = await keepForm(request);
  const { counterToken, sessionToken } = context;
  if (counterToken && (await answered(() => lockSession(context, { counterToken, sessionToken, form }))))
    throw redirect(`/counter?${new URLSearchParams({ returnTo: pathname + search })}`);
  if (form) throw Response.json({ code: "signed-out", form }, { status: 401 });
  const query = new URLSearchParams({ returnTo: pathname + search });
  if (context.sessionToken) query.set("reason", "ended");
  throw redirect(`/sign-in?${query}`);
}

function pageOf<A extends Actor>({ request, context, params }: Args, session: SessionView, actor: A): Page<A> {
  const { db, keys, now, requestId } = context;
  return {
    ctx: { db, keys, now, requestId, actor },
    session,
    context,
    url: new URL(request.url),
    params,
    request,
    formData: () => request.formData(),
    form: async () =>
      Object.fromEntries([...(await request.formData())].flatMap(([k, v]) => (typeof v === "string" ? [[k, v]] : []))),
  };
}

/** What a page does, with its errors as pages; where a fresh proof is needed, the way to it, with the form that was sent. */
async function inPage<T>({ request }: Args, work: () => Promise<T>): Promise<T> {
  const form = isForm(request) ? request.clone() : undefined;
  try {
    return await answered(work);
  } catch (error) {
    if (!(error instanceof Response) || error.headers.get(STEP_UP) === null) throw error;
    throw await askedToConfirm(request, error.headers.get(STEP_UP) ?? "", form);
  }
}

async function askedToConfirm(request: Request, action: string, sent: Request | undefined): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  if (request.method !== "POST") return redirect(confirmHref(action, pathname + search));
  const form = sent && (await keepForm(sent, { whatever: true }));
  return Response.json({ code: "step-up-needed", action, form, returnTo: pathname + search }, { status: 403 });
}

async function answered<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = knownError(error);
    throw known ? errorPage(known) : error;
  }
}

/** A domain error as the page it leads to; only the code travels. */
function errorPage(error: DomainError): Response {
  const headers: Record<string, string> = error.retryAfterSeconds
    ? { "Retry-After": String(error.retryAfterSeconds) }
    : {};
  if (error.code === "step-up-needed" && error.details) headers[STEP_UP] = String(error.details.action);
  return errorData({ code: error.kind === "not-found" ? "not-found" : error.code }, statusOf[error.kind], headers);
}

export function errorData(data: { code: string }, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(data, { status, headers });
}
