import { references } from "#app/shared/reference.ts";

/** Numbers of reports: YC-26-7K3M-Q9. */
export const { make: newReference, read: readReference } = references("YC");
