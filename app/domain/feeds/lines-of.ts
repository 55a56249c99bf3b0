/**
 * Lines as bytes, ended by line feeds alone: a text may hold other line separators. `tooLong` makes the error
 * for a line of more than `most` bytes.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  most: number,
  tooLong: () => Error,
): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield Buffer.concat([...pending, chunk.subarray(start, end)]);
      pending = [];
      length = 0;
      start = end + 1;
    }
    pending.push(chunk.subarray(start));
    length += chunk.length - start;
    if (length > most) throw tooLong();
  }
  if (length > 0) yield Buffer.concat(pending);
}
