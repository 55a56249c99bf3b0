import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Actor, OperatorActor, Reader, Staff } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import type { SessionView } from "#app/domain/identity/view.ts";
import { type DomainError, knownError, statusOf } from "#app/shared/errors.ts";
import { keepForm } from "./keep-form.ts";
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

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** For a signed-in person's own pages. Without a session the way leads to sign-in and back; what was written is given back. */
export function citizenPage<T>(work: (page: Page) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    return answered(() => work(pageOf(args, session, session.actor)));
  };
}

/** For operators. To everybody else these pages do not exist. */
export function operatorPage<T>(work: (page: Page<OperatorActor>) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    const { personId, assuranceLevel } = session.actor;
    const isOperator = session.actor.kind === "citizen" && session.roles.some((r) => r.role === "operator");
    if (!isOperator) throw errorData({ code: "not-found" }, 404);
    return answered(() => work(pageOf(args, session, { kind: "operator", personId, assuranceLevel })));
  };
}

export type StaffPage = Page<Staff> & {
  /** The facility of the address, where somebody works at several. */
  place: string | undefined;
};

/**
 * For people who answer for a facility: clerks and clinicians, at the one that `?facility=` names or else their first.
 * To everybody else these pages do not exist.
 */
export function staffPage<T>(work: (page: StaffPage) => Promise<T>): (args: Args) => Promise<T> {
  return async (args) => {
    const session = await requireSession(args);
    const { personId, assuranceLevel } = session.actor;
    const places = session.actor.kind === "citizen" ? staffPlaces(session) : [];
    const asked = new URL(args.request.url).searchParams.get("facility");
    const at = asked ? places.find((one) => one.facilityId === asked) : places[0];
    if (!at) throw errorData({ code: "not-found" }, 404);
    const page = pageOf(args, session, { ...at, personId, assuranceLevel });
    return answered(() => work({ ...page, place: asked ?? undefined }));
  };
}

/** Where somebody is clerk or clinician; a clinician who is also clerk is a clinician. */
const staffPlaces = ({ roles }: SessionView): Pick<Staff, "kind" | "facilityId">[] =>
  (["clinician", "clerk"] as const).flatMap((kind) =>
    roles.flatMap(({ role, facilityId }) => (role === kind && facilityId ? [{ kind, facilityId }] : [])),
  );

/** As `takesNoForm`, for staff. */
export const takesNoStaffForm = staffPage((): never => {
  throw errorData({ code: "method-not-allowed" }, 405);
});

/** The action of an operators' page without a form: that it takes none is for operators to know. */
export const takesNoForm = operatorPage((): never => {
  throw errorData({ code: "method-not-allowed" }, 405);
});

async function requireSession({ request, context }: Args): Promise<SessionView> {
  const session = await answered(() => context.session());
  if (session) return session;
  const { pathname, search } = new URL(request.url);
  const form = await keepForm(request);
  if (form) throw Response.json({ code: "signed-out", form }, { status: 401 });
  const query = new URLSearchParams({ returnTo: pathname + search });
  if (context.sessionToken) query.set("reason", "expired");
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
  return errorData({ code: error.kind === "not-found" ? "not-found" : error.code }, statusOf[error.kind], headers);
}

export function errorData(data: { code: string }, status: number, headers: Record<string, string> = {}): Response {
  return Response.json(data, { status, headers });
}
