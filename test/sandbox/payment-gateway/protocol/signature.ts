import crypto from "node:crypto";

export type Parameters = Record<string, string>;

const notSigned = new Set(["vnp_SecureHash", "vnp_SecureHashType"]);

/** The text that is signed: sorted by name, encoded as a form, without empty values and the signature itself. */
export function signedText(parameters: Parameters): string {
  const signed = Object.entries(parameters).filter(([name, value]) => !notSigned.has(name) && value !== "");
  signed.sort(([a], [b]) => (a < b ? -1 : 1));
  return new URLSearchParams(signed).toString();
}

/** The parameters with their signature, as an address carries them. */
export function signedQuery(secret: string, parameters: Parameters): string {
  const text = signedText(parameters);
  return `${text}&vnp_SecureHash=${hmac(secret, text)}`;
}

export function hasGoodSignature(secret: string, parameters: Parameters): boolean {
  return sameHash(hmac(secret, signedText(parameters)), parameters.vnp_SecureHash);
}

/** The signature of `transaction` calls: values in a fixed order with bars between, nothing for what is missing. */
export function pipeHash(secret: string, values: readonly (string | undefined)[]): string {
  return hmac(secret, values.map((value) => value ?? "").join("|"));
}

/** Compares in constant time; anything but 128 small hexadecimal digits is wrong. */
export function sameHash(expected: string, given: string | undefined): boolean {
  if (given === undefined || !/^[0-9a-f]{128}$/.test(given)) return false;
  return crypto.timingSafeEqual(Buffer.from(expected, "hex"), Buffer.from(given, "hex"));
}

const hmac = (secret: string, text: string): string =>
  crypto.createHmac("sha512", secret).update(text, "utf8").digest("hex");
