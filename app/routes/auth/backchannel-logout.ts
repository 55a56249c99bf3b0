import { logoutByProvider } from "#app/domain/identity/logout-by-provider.ts";
import type { MachineHandler, OpenapiOperation } from "#app/http/machine.ts";
import { DomainError, isDomainError } from "#app/shared/errors.ts";

const MOST_BYTES = 65_536;

/** A digital ID says that somebody signed out there; form body `logout_token`. */
export const handle: MachineHandler = async ({ headers }, ctx) => {
  try {
    const type = headers["content-type"] ?? "";
    if (!type.startsWith("application/x-www-form-urlencoded"))
      throw new DomainError("invalid", "logout-token-missing", "Send a form with logout_token.");
    const token = new URLSearchParams((await ctx.body(MOST_BYTES)).toString("utf8")).get("logout_token");
    if (!token) throw new DomainError("invalid", "logout-token-missing", "The form has no logout_token.");
    const ended = await logoutByProvider(ctx, token);
    ctx.logger.info({ requestId: ctx.requestId, ended }, "signed out by the provider");
    return new Response(null, { status: 200, headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (isDomainError(error)) ctx.logger.warn({ requestId: ctx.requestId, code: error.code }, "logout refused");
    throw error;
  }
};

export const openapi: OpenapiOperation = {
  requestBody: {
    required: true,
    content: {
      "application/x-www-form-urlencoded": {
        schema: { type: "object", required: ["logout_token"], properties: { logout_token: { type: "string" } } },
      },
    },
  },
  responses: {
    "200": { description: "The sessions it names are over." },
    "400": { description: "The token is refused: `logout-token-…`." },
    "413": { description: "Too large." },
    "415": { description: "Content-Encoding is not taken." },
  },
};
