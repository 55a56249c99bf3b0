import type { Request } from "express";

/** One field of a form or JSON body, as text; never an array or an object. */
export function field(req: Request, name: string): string | undefined {
  const value = bodyOf(req)[name];
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The body as an object, empty when it is none; `__proto__` and its like are plain names in it. */
export function bodyOf(req: Request): Record<string, unknown> {
  const body: unknown = req.body;
  if (typeof body !== "object" || body === null || Array.isArray(body)) return {};
  return Object.assign(Object.create(null), body);
}

/** One parameter of the address, as text; the first of several. */
export function parameter(req: Request, name: string): string | undefined {
  const value = req.query[name];
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return typeof first === "string" ? first : undefined;
}
