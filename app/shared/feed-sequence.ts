/** A message's place in its sender's count. */
export interface SequenceNumber {
  stream: string;
  number: number;
}

const FORM = /^(?:([A-Za-z0-9][A-Za-z0-9._-]{0,39})\/)?(\d{1,12})$/;

/** `stream/n`, or `n` of the stream "main"; 1 to 12 digits, from 1. `undefined` when it has another form. */
export function readSequence(text: string): SequenceNumber | undefined {
  const [, stream = "main", digits] = FORM.exec(text.trim()) ?? [];
  const number = Number(digits);
  return digits && number >= 1 ? { stream, number } : undefined;
}
