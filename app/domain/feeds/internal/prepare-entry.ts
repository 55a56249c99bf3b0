import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import type { BundleItem } from "#app/adapters/record-store/fhir-r4/bundle.ts";
import { checkResource } from "#app/adapters/record-store/fhir-r4/check-resource.ts";
import { type Issue, isError } from "#app/adapters/record-store/fhir-r4/issues.ts";
import { relativeTarget } from "#app/adapters/record-store/fhir-r4/references.ts";
import { isDirectoryResource, isDirectoryType } from "../directory-types.ts";
import type { Conditional } from "./conditional.ts";
import type { Planned } from "./plan.ts";
import { safeSourceId, sourceIdOf } from "./source-id.ts";

interface Preparing {
  keys: KeyRing;
  conditions: ReadonlyMap<BundleItem, Conditional>;
  typeAt: (reference: string) => string | undefined;
}

/** Checks one entry and names it; `undefined` where `issues` say why it is not taken. Its references are resolved later. */
export function prepare(
  item: BundleItem,
  issues: Issue[],
  { keys, conditions, typeAt }: Preparing,
): Planned | undefined {
  const condition = conditions.get(item);
  const target = item.url ? relativeTarget(item.url) : undefined;
  if (item.method !== "POST" && !target && !condition) {
    issues.push(failure("value", "entry-url", `A ${item.method} names its resource as Type/id in request.url.`, item));
    return undefined;
  }
  if (item.method === "DELETE" || !item.resource) {
    const type = target?.type ?? item.url?.split("?")[0] ?? "";
    if (isDirectoryType(type)) {
      const what =
        "Staff, places and medicines are not withdrawn: others' records speak of them. Send a changed version.";
      issues.push(failure("not-supported", "delete-directory", what, item));
      return undefined;
    }
    return {
      item,
      type,
      sourceId: condition?.sourceId ?? safeSourceId(keys, type, target?.sourceId ?? ""),
      resource: undefined,
      found: false,
      directory: false,
      hash: Buffer.alloc(0),
      issues,
    };
  }
  for (const issue of checkResource(item.resource, item.expression, typeAt)) issues.push(issue);
  if (issues.some(isError)) return undefined;
  const { resourceType: type } = item.resource;
  if (!target && item.method === "PUT" && !item.url?.startsWith(`${type}?`)) {
    issues.push(failure("value", "entry-url", "request.url and the resource's type must agree.", item));
    return undefined;
  }
  if (target && (target.type !== type || (item.resource.id !== undefined && item.resource.id !== target.sourceId))) {
    issues.push(failure("value", "entry-url", "request.url and the resource's type and id must agree.", item));
    return undefined;
  }
  const said = item.resource.id;
  if (condition?.found && item.method === "PUT" && typeof said === "string") {
    if (safeSourceId(keys, type, said) !== condition.sourceId)
      issues.push(failure("value", "condition-id", "The condition names another resource than the id.", item));
  }
  const named = target ? safeSourceId(keys, type, target.sourceId) : sourceIdOf(keys, item.resource, item.fullUrl);
  const sourceId = condition?.sourceId ?? named ?? "";
  if (item.resource.id !== undefined) item.resource.id = sourceId;
  return {
    item,
    type,
    sourceId,
    resource: item.resource,
    found: item.method === "POST" && (condition?.found ?? false),
    directory: isDirectoryResource(item.resource),
    hash: Buffer.alloc(0),
    issues,
  };
}

export function failure(type: Issue["type"], code: string, diagnostics: string, item: BundleItem): Issue {
  return { severity: "error", type, code, diagnostics, expression: item.expression };
}
