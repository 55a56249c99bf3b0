import { createHmac, timingSafeEqual } from "node:crypto";
import { derivedKey } from "#app/adapters/keys/derived-key.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";

/** Values of cookies that only this portal can have made; each purpose of its own. */
export interface SignedValues {
  sign(purpose: string, value: string): string;
  /** The value, if it was signed here for this purpose. */
  open(purpose: string, signed: string | undefined): string | undefined;
}

export function signedValues(keys: KeyRing): SignedValues {
  const key = derivedKey(keys, "signed cookies");
  const mac = (purpose: string, value: string) => createHmac("sha256", key).update(`${purpose}\n${value}`).digest();
  return {
    sign: (purpose, value) => `${value}.${mac(purpose, value).toString("base64url")}`,
    open(purpose, signed) {
      const at = signed?.lastIndexOf(".") ?? -1;
      if (!signed || at < 1 || signed.length > 200) return undefined;
      const value = signed.slice(0, at);
      const said = Buffer.from(signed.slice(at + 1), "base64url");
      const own = mac(purpose, value);
      return said.length === own.length && timingSafeEqual(said, own) ? value : undefined;
    },
  };
}
