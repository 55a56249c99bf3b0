import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { errorFields } from "#app/http/log.ts";
import { withoutPadding } from "#app/http/without-padding.ts";
import { en } from "#app/i18n/en.ts";
import { siteCatalogue } from "#app/i18n/site.ts";
import { I18nProvider } from "#app/i18n/t.tsx";
import { vi } from "#app/i18n/vi.ts";
import { NonceProvider } from "#app/ui/patterns/nonce.tsx";

const GIVE_UP_MS = 10_000;

/** Renders a document. Pages have all their data before the first byte, so nothing is streamed in later. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const { language, nonce, logger, requestId, config } = context;
  const catalogue = siteCatalogue(language === "en" ? en : vi, language, config.site);
  return new Promise((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <I18nProvider locale={language} catalogue={catalogue} now={context.now().toISOString()}>
          <RemixServer context={remix} url={request.url} nonce={nonce} abortDelay={GIVE_UP_MS} />
        </I18nProvider>
      </NonceProvider>,
      {
        nonce,
        onShellReady() {
          const body = withoutPadding();
          headers.set("Content-Type", "text/html; charset=utf-8");
          headers.set("Content-Language", language);
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: failed ? 500 : status }));
          pipe(body);
        },
        onShellError: reject,
        onError(error) {
          failed = true;
          logger.error({ requestId, ...errorFields(error) }, "a page could not be rendered");
        },
      },
    );
    setTimeout(abort, GIVE_UP_MS).unref();
  });
}

/** Unexpected errors of loaders and actions: named in the log, never printed; their text may hold values. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted) return;
  context.logger.error({ requestId: context.requestId, ...errorFields(error) }, "unexpected error");
}
