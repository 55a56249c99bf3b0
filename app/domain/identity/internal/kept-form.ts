import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";
import type { KeptForm } from "#app/shared/kept-form.ts";

const belongs = (personId: string) => ({ table: "sessions", owner: personId, row: "kept_form" });

/** What somebody was writing when their counter locked, for them alone. */
export const sealForm = (keys: KeyRing, personId: string, form: KeptForm): Buffer =>
  seal(keys, belongs(personId), JSON.stringify(form));

export const unsealForm = (keys: KeyRing, personId: string, sealed: Buffer): KeptForm =>
  JSON.parse(unsealText(keys, belongs(personId), sealed)) as KeptForm;
