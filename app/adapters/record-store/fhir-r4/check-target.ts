import type { Place } from "./walk.ts";

/** The type of what a reference leads to inside the delivery, when it does. */
export type TypeAt = (reference: string) => string | undefined;

/** `Type/id`, on any server. */
const NAMED = /(?:^|\/)([A-Z][A-Za-z]{1,63})\/[A-Za-z0-9\-.]{1,64}(?:\/_history\/[A-Za-z0-9\-.]{1,64})?$/;

/** A reference to a type that FHIR does not foresee there is kept, with a warning. */
export function checkTarget(
  value: Record<string, unknown>,
  targets: ReadonlySet<string> | undefined,
  place: Place,
): void {
  const { reference, type } = value;
  if (!targets) return;
  const leads =
    (typeof reference === "string" ? (NAMED.exec(reference)?.[1] ?? place.typeAt(reference)) : undefined) ??
    (typeof type === "string" ? type : undefined);
  if (leads === undefined || targets.has(leads)) return;
  place.say(
    "warning",
    "value",
    "reference-type",
    `FHIR R4 has this lead to ${[...targets].slice(0, 5).join(", ")}; it is kept and leads elsewhere.`,
  );
}
