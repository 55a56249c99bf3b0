import type { English } from "../catalogue.ts";

/** What is wrong with a field of a form, by the code of the check that found it. */
export const form: English["form"] = {
  required: "Fill this in.",
  invalid: "This is not right yet.",
  "too-long": "Too long; make it shorter.",
  "facility-code-5": "The code is exactly 5 digits or letters.",
  "facility-code-13": "The code is exactly 13 digits.",
  "code-taken": "Another facility has this code now.",
  "already-sent":
    "This form was sent before with other contents. Look at the list above; if it is not there, send again.",
  "tick-or-write": "Tick at least one of the lines above, or write a few words.",
  "needs-item": "Choose “Something is missing”, or open the item that is wrong and press “Report a mistake” there.",
  "too-many-open":
    "10 reports are still waiting for an answer, so no more can be sent. Call %phone% for help, or withdraw one you no longer need.",
  phone: "This is not a phone number.",
  hours: "Give hours from 1 to 8760.",
  "date-time": "Give a date and a time.",
  "ends-before": "The end must come after the beginning.",
  "not-json": "This is not JSON. Copy the whole key set again.",
  "not-jwks": "The “keys” part is missing. Copy the whole key set again.",
  "no-keys": "The key set holds no key.",
  "too-many-keys": "The key set holds more than 10 keys.",
  "private-key": "The key set holds a private key. Paste public keys only, and replace the key just shown.",
  "key-type": "Only EC P-256, P-384 or RSA keys of at least 2048 bits are accepted.",
  "key-without-kid": "Every key needs a “kid”.",
};
