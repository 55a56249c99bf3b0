/** How the ids begin that the store gives to what it made of a package's rows: FHIR ids of its own, never the sender's. */
export const PACKAGE_ID = "q-";

/** Was this made of a row of a package: what the insurer is told, beside the record itself? */
export const isFromPackage = (sourceId: string): boolean => sourceId.startsWith(PACKAGE_ID);

const SEALED_FIELD = /^\{\{source:([a-z0-9-]+)\}\}$/;

/** What stands in a kept row where a field was sealed, as the id of the value that holds it; `undefined` for any other text. */
export const sealedFieldOf = (text: string): string | undefined => SEALED_FIELD.exec(text)?.[1];
