import type { HeadersFunction, LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Outlet,
  Scripts,
  useLoaderData,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import type { DutyView } from "./domain/identity/view.ts";
import type { RouteHandle } from "./http/route-handle.ts";
import { sessionWatch } from "./http/session-watch.ts";
import type { Site } from "./i18n/site.ts";
import { useI18n } from "./i18n/t.tsx";
import type { KeptForm } from "./shared/kept-form.ts";
import { DutyNeededPage } from "./ui/duty/duty-needed-page.tsx";
import { OnDutyPage } from "./ui/duty/on-duty-page.tsx";
import { documentTitle } from "./ui/patterns/document-title.ts";
import { type ErrorKind, errorKind, errorTitle } from "./ui/patterns/error-kind.ts";
import { ErrorPage } from "./ui/patterns/error-page.tsx";
import { useNonce } from "./ui/patterns/nonce.tsx";
import { PageShell, type ShellProps } from "./ui/patterns/page-shell.tsx";
import { SessionEnded } from "./ui/patterns/session-ended.tsx";
import { LargeText } from "./ui/patterns/text-size.tsx";
import { ConfirmBesideForm } from "./ui/public/confirm-beside-form.tsx";
import { LevelTooLowPage } from "./ui/public/level-too-low-page.tsx";
import { SessionEnds } from "./ui/session/session-until.tsx";
import { type SessionWatch, SessionWatcher } from "./ui/session/session-watch.tsx";
import styles from "./ui/styles/app.css?url";
import { fontPreloads } from "./ui/styles/fonts.ts";

export const links: LinksFunction = () => [
  ...fontPreloads,
  { rel: "stylesheet", href: styles },
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

type Frame = Omit<ShellProps, "children"> & {
  requestId: string;
  now: string;
  site: Site;
  largeText: boolean;
  watch?: SessionWatch | undefined;
};

/** An error's answer says when to try again. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const wait = errorHeaders?.get("Retry-After");
  return wait ? { "Retry-After": wait } : {};
};

/** What the frame around every page needs. It opens no record. */
export async function loader({ request, context }: LoaderFunctionArgs): Promise<Frame> {
  const { pathname, search } = new URL(request.url);
  const session = await context.sessionIfKnown();
  const frame = {
    // Where a sign-in failed its address holds codes, and leads nowhere twice.
    path: context.failed ? (context.failed.at ?? "/sign-in") : pathname + search,
    requestId: context.requestId,
    now: context.now().toISOString(),
    site: context.config.site,
    largeText: context.largeText,
  };
  if (!session) return frame;
  const { displayName: name, duty, roles } = session;
  const account = {
    name,
    atCounter: session.atCounter,
    duty: duty && { role: duty.role, facility: duty.facility },
    roles: roles.length > 0,
  };
  // A counter has a lock of its own, which keeps what is written with the server and not in the shared browser.
  const watch = session.atCounter ? undefined : sessionWatch(session, context.now());
  return { ...frame, account, watch, acting: session.actingFor && { name: session.actingFor.name } };
}

export default function App() {
  const frame = useLoaderData<typeof loader>();
  const { t } = useI18n();
  const matches = useMatches();
  const last = matches.at(-1);
  const handle = last?.handle as RouteHandle | undefined;
  const title = documentTitle(t, handle?.title?.(t, last?.data as never), frame.acting);
  return (
    <Page title={title} scripts={handle?.scripts ?? false} files={handle?.files} frame={frame}>
      <PageShell path={frame.path} account={frame.account} acting={frame.acting}>
        <Outlet />
      </PageShell>
    </Page>
  );
}

/** Every error that a page did not handle itself, in the same frame and with the same words wherever it arose. */
export function ErrorBoundary() {
  const { t } = useI18n();
  const error = useRouteError();
  const frame = useRouteLoaderData<typeof loader>("root");
  const data = isRouteErrorResponse(error) ? (error.data as ErrorData | undefined) : undefined;
  const kind = errorKind(isRouteErrorResponse(error) ? error.status : 500, data?.code);
  return (
    <Page title={documentTitle(t, errorTitle(t, kind))} scripts={false} frame={frame}>
      <PageShell path={frame?.path ?? "/"} account={frame?.account} acting={frame?.acting}>
        <ErrorContent kind={kind} data={data} account={frame?.account} reference={frame?.requestId} />
      </PageShell>
    </Page>
  );
}

/** What a thrown answer says: a code, and with some what the page needs. */
interface ErrorData {
  code?: string;
  form?: KeptForm;
  duties?: DutyView[];
  action?: string;
  returnTo?: string;
}

interface ErrorContentProps {
  kind: ErrorKind;
  data: ErrorData | undefined;
  account: ShellProps["account"];
  reference: string | undefined;
}

function ErrorContent({ kind, data, account, reference }: ErrorContentProps) {
  if (kind === "level-too-low") return <LevelTooLowPage />;
  if (kind === "on-duty") return <OnDutyPage account={account} form={data?.form} />;
  if (kind === "duty-needed")
    return <DutyNeededPage duties={data?.duties ?? []} returnTo={data?.returnTo ?? "/duty"} form={data?.form} />;
  if (kind === "step-up-needed")
    return <ConfirmBesideForm action={data?.action ?? ""} to={data?.returnTo ?? "/book"} form={data?.form} />;
  if (data?.form) return <SessionEnded form={data.form} />;
  return <ErrorPage kind={kind} account={account} reference={kind === "server" ? reference : undefined} />;
}

/** What the entry in the browser needs to say the same words as the server. */
const forBrowser = ({ now, site }: Frame) => ({ "data-now": now, "data-site": JSON.stringify(site) });

interface PageProps {
  title: string;
  /** Pages that work without script ship none. */
  scripts: boolean;
  /** Small scripts of its own, without which it works too. */
  files?: readonly string[] | undefined;
  frame: Frame | undefined;
  children: ReactNode;
}

function Page({ title, scripts, files = [], frame, children }: PageProps) {
  const { locale } = useI18n();
  const nonce = useNonce();
  return (
    <html lang={locale} data-text={frame?.largeText ? "large" : undefined} {...(scripts && frame && forBrowser(frame))}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <Links />
      </head>
      <body>
        <LargeText.Provider value={frame?.largeText ?? false}>
          <SessionEnds.Provider value={frame?.watch?.until}>{children}</SessionEnds.Provider>
        </LargeText.Provider>
        {frame?.watch && <SessionWatcher watch={frame.watch} />}
        {scripts && <Scripts nonce={nonce} />}
        {[...files, ...(frame?.account?.atCounter ? ["/counter-lock.js"] : [])].map((file) => (
          <script key={file} src={file} defer />
        ))}
        {import.meta.env.DEV && <script type="module" nonce={nonce} src="/@vite/client" />}
      </body>
    </html>
  );
}
