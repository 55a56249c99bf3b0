import { v5, v7 } from "uuid";

/** A new time-ordered id. Not a secret: what opens anything for outsiders is random. */
export const newId = (): string => v7();

/** The id of an entry: the same facility, type and source id always give the same one. */
export const entryIdOf = (facilityId: string, resourceType: string, sourceId: string): string =>
  v5(`${resourceType}/${sourceId}`, facilityId);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Does this text have the form of an id of ours? */
export const isId = (text: string): boolean => UUID.test(text);
