import { Transform } from "node:stream";

/**
 * React 18 leaves NUL bytes where a letter of several bytes does not fit the end of its buffer, which
 * happens on most pages in Vietnamese and spoils attributes. HTML holds no NUL, so all are taken out.
 */
export const withoutPadding = (): Transform =>
  new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
