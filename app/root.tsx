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
import type { RouteHandle } from "./http/route-handle.ts";
import type { Site } from "./i18n/site.ts";
import { useI18n } from "./i18n/t.tsx";
import type { KeptForm } from "./shared/kept-form.ts";
import { documentTitle } from "./ui/patterns/document-title.ts";
import { errorKind } from "./ui/patterns/error-kind.ts";
import { ErrorPage } from "./ui/patterns/error-page.tsx";
import { useNonce } from "./ui/patterns/nonce.tsx";
import { PageShell, type ShellProps } from "./ui/patterns/page-shell.tsx";
import { SessionEnded } from "./ui/patterns/session-ended.tsx";
import { LevelTooLowPage } from "./ui/public/level-too-low-page.tsx";
import styles from "./ui/styles/app.css?url";
import { fontPreloads } from "./ui/styles/fonts.ts";

export const links: LinksFunction = () => [
  ...fontPreloads,
  { rel: "stylesheet", href: styles },
  { rel: "icon", type: "image/svg+xml", href: "/favicon.svg" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

type Frame = Omit<ShellProps, "children"> & { requestId: string; now: string; site: Site };

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
    path: pathname + search,
    requestId: context.requestId,
    now: context.now().toISOString(),
    site: context.config.site,
  };
  if (!session) return frame;
  const has = (...roles: string[]) => session.roles.some(({ role }) => roles.includes(role));
  const account = { name: session.displayName, operator: has("operator"), staff: has("clerk", "clinician") };
  return { ...frame, account, acting: session.actingFor && { name: session.actingFor.name } };
}

export default function App() {
  const frame = useLoaderData<typeof loader>();
  const { t } = useI18n();
  const matches = useMatches();
  const last = matches.at(-1);
  const handle = last?.handle as RouteHandle | undefined;
  const title = documentTitle(t, handle?.title?.(t, last?.data as never), frame.acting);
  return (
    <Page title={title} scripts={handle?.scripts ?? false} frame={frame}>
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
  const data = isRouteErrorResponse(error) ? (error.data as { code?: string; form?: KeptForm } | undefined) : undefined;
  const kind = errorKind(isRouteErrorResponse(error) ? error.status : 500, data?.code);
  const title = kind === "level-too-low" ? t("level.title") : t(`errors.${kind}.title`);
  return (
    <Page title={documentTitle(t, title)} scripts={false} frame={frame}>
      <PageShell path={frame?.path ?? "/"} account={frame?.account} acting={frame?.acting}>
        {kind === "level-too-low" ? (
          <LevelTooLowPage />
        ) : data?.form ? (
          <SessionEnded form={data.form} />
        ) : (
          <ErrorPage
            kind={kind}
            signedIn={frame?.account !== undefined}
            reference={kind === "server" ? frame?.requestId : undefined}
          />
        )}
      </PageShell>
    </Page>
  );
}

/** What the entry in the browser needs to say the same words as the server. */
const forBrowser = ({ now, site }: Frame) => ({ "data-now": now, "data-site": JSON.stringify(site) });

interface PageProps {
  title: string;
  /** Pages that work without script ship none. */
  scripts: boolean;
  frame: Frame | undefined;
  children: ReactNode;
}

function Page({ title, scripts, frame, children }: PageProps) {
  const { locale } = useI18n();
  const nonce = useNonce();
  return (
    <html lang={locale} {...(scripts && frame && forBrowser(frame))}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="format-detection" content="telephone=no" />
        <title>{title}</title>
        <Links />
      </head>
      <body>
        {children}
        {scripts && <Scripts nonce={nonce} />}
        {import.meta.env.DEV && <script type="module" nonce={nonce} src="/@vite/client" />}
      </body>
    </html>
  );
}
