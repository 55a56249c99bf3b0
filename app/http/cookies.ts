import { parse, serialize } from "cookie";
import type { Config } from "#app/config.ts";

export type CookieName = "session" | "counter" | "signin" | "device" | "help" | "lang" | "text";

/** Cookies are shared by all ports of a host, so their names carry ours. `__Host-` keeps them off other hosts. */
export const cookieName = (config: Pick<Config, "publicOrigin">, name: CookieName): string => {
  const { port } = new URL(config.publicOrigin);
  return `__Host-so-khoe${port ? `-${port}` : ""}-${name}`;
};

export const readCookie = (
  config: Pick<Config, "publicOrigin">,
  header: string | null | undefined,
  name: CookieName,
): string | undefined => parse(header ?? "")[cookieName(config, name)];

/** A Set-Cookie value. Without `maxAge` it ends with the browser; 0 removes it. */
export function setCookie(
  config: Pick<Config, "publicOrigin">,
  name: CookieName,
  value: string,
  maxAge?: number,
): string {
  return serialize(cookieName(config, name), value, {
    httpOnly: true,
    secure: true,
    path: "/",
    sameSite: "lax",
    ...(maxAge === undefined ? {} : { maxAge }),
  });
}
