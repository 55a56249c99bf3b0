import net from "node:net";
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { codesOf, feedWorld } from "#test/support/feed-world.ts";
import { ask } from "#test/support/raw-http.ts";
import { observationOf, patientOf, someNumber, transaction } from "#test/support/record-store.ts";

const { port, world, bearer, deliver, rowCounts } = await feedWorld();
const MB = 1_048_576;
const bomb = zlib.gzipSync(Buffer.alloc(64 * MB));
const good = () => JSON.stringify(transaction(patientOf("b-1", someNumber()), observationOf("b-o", "b-1")));

/** Sends a body piece by piece until the server answers, and says how much was sent by then. */
async function pour(
  headers: Record<string, string>,
  pieces: number,
  piece: Buffer,
): Promise<{ head: string; text: string }> {
  const socket = net.connect(port, "localhost");
  const lines = Object.entries({
    host: new URL(world.origin).host,
    connection: "close",
    ...(await bearer("clinic")),
    ...headers,
  });
  socket.write(`POST /fhir HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join("\r\n")}\r\n\r\n`);
  let got = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    got += chunk;
  });
  const over = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => undefined);
  const chunked = headers["transfer-encoding"] !== undefined;
  for (let i = 0; i < pieces && !socket.destroyed; i++) {
    if (chunked) socket.write(`${piece.length.toString(16)}\r\n`);
    socket.write(piece);
    if (chunked) socket.write("\r\n");
    if (socket.writableNeedDrain) await Promise.race([new Promise((resolve) => socket.once("drain", resolve)), over]);
  }
  if (chunked && !socket.destroyed) socket.write("0\r\n\r\n");
  await over;
  const [head = "", text = ""] = got.split("\r\n\r\n");
  return { head, text };
}

describe("a body that is too large is refused with 413, naming NDJSON", () => {
  const type = { "content-type": "application/fhir+json" };
  const refused = ({ head, text }: { head: string; text: string }) => {
    expect(head).toMatch(/^HTTP\/1\.1 413 /);
    expect(head).toMatch(/content-type: application\/fhir\+json/i);
    expect(text).toMatch(/body-too-large/);
    expect(text).toMatch(/16 MB.*NDJSON/);
  };

  test("by what it says of itself, before a byte of it is read", async () => {
    for (const length of [16 * MB + 1, 50 * MB, 2 ** 40]) {
      const headers = { ...type, "content-length": String(length) };
      refused(await pour(headers, 0, Buffer.alloc(0)));
    }
  });

  test("when it is sent all the same: 50 MB with a length", { timeout: 60_000 }, async () => {
    refused(await pour({ ...type, "content-length": String(50 * MB) }, 50, Buffer.alloc(MB, " ")));
  });

  test("when it does not say: 128 MB in chunks, of which no more than the limit is kept", {
    timeout: 60_000,
  }, async () => {
    let most = 0;
    const before = process.memoryUsage().arrayBuffers;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }, 5);
    refused(await pour({ ...type, "transfer-encoding": "chunked" }, 128, Buffer.alloc(MB, " ")));
    clearInterval(watch);
    expect(most / MB).toBeLessThan(80);
  });

  test("and nothing of it is kept, while 16 MB are taken", { timeout: 60_000 }, async () => {
    const before = await rowCounts();
    await pour({ ...type, "content-length": String(17 * MB) }, 17, Buffer.alloc(MB, " "));
    expect(await rowCounts()).toEqual(before);
    const body = good();
    const exactly = await deliver(body + " ".repeat(16 * MB - Buffer.byteLength(body)));
    expect([exactly.status, exactly.body.resourceType]).toEqual([200, "Bundle"]);
    const oneMore = await deliver(body + " ".repeat(16 * MB - Buffer.byteLength(body) + 1));
    expect([oneMore.status, codesOf(oneMore.body)]).toEqual([413, ["body-too-large"]]);
  });
});

describe("how the body is written", () => {
  test.each([
    "application/fhir+json",
    "application/json",
    "APPLICATION/FHIR+JSON; Charset=UTF-8",
    'application/fhir+json;charset="utf-8"',
    "application/fhir+json; fhirVersion=4.0",
    "application/fhir+json; charset=utf-8; fhirVersion=4.0",
  ])("%s is taken", async (type) => {
    expect((await deliver(good(), { "content-type": type })).status).toBe(200);
  });

  test.each([
    "text/plain",
    "application/xml",
    "application/fhir+xml",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/fhir+json; charset=utf-16",
    "application/fhir+json; charset=iso-8859-1",
    "application/fhir+json; fhirVersion=3.0",
    "application/fhir+json, text/html",
    "application/fhir+jsonx",
    "",
  ])("as %j it is refused with 415, and nothing is kept", async (type) => {
    const before = await rowCounts();
    const answer = await deliver(good(), { "content-type": type });
    expect([answer.status, codesOf(answer.body)]).toEqual([415, ["content-type"]]);
    expect(await rowCounts()).toEqual(before);
  });

  test.each(["gzip", "deflate", "br", "gzip, identity", "x"])(
    "packed with %s it is refused, never unpacked",
    async (encoding) => {
      const answer = await deliver(bomb, { "content-encoding": encoding });
      expect([answer.status, codesOf(answer.body)]).toEqual([415, ["content-encoding"]]);
    },
  );

  test("packed with nothing, and said so, it is taken", async () => {
    expect((await deliver(good(), { "content-encoding": "identity" })).status).toBe(200);
  });

  test.each([
    ["nothing", "", "not-json"],
    ["half of it", good().slice(0, -40), "not-json"],
    ["200 levels", `{"a":${"[".repeat(200)}${"]".repeat(200)}}`, "too-deep"],
    ["other bytes", Buffer.from([0xff, 0xfe, 0x00]), "not-utf8"],
  ])("%s is a 400 with an OperationOutcome, and leaves nothing but the reject", async (_name, body, code) => {
    const before = await rowCounts();
    const answer = await deliver(body);
    expect([answer.status, answer.body.resourceType, codesOf(answer.body)]).toEqual([400, "OperationOutcome", [code]]);
    expect(await rowCounts()).toEqual({ ...before, messages: (before.messages ?? 0) + 1 });
  });
});

describe("a sender that goes away", () => {
  test("in the middle of its body leaves nothing", async () => {
    const before = await rowCounts();
    const lines = Object.entries({
      host: new URL(world.origin).host,
      "content-type": "application/fhir+json",
      ...(await bearer("clinic")),
    });
    const socket = net.connect(port, "localhost");
    socket.write(
      `POST /fhir HTTP/1.1\r\n${lines.map((l) => l.join(": ")).join("\r\n")}\r\nContent-Length: 5000\r\n\r\n${good()}`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await rowCounts()).toEqual(before);
    expect((await ask(port, { target: "/ops/healthz" })).status).toBe(200);
  });
});
