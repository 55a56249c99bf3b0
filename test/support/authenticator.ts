import crypto from "node:crypto";

type Cbor = number | string | Buffer | Map<Cbor, Cbor>;

/** As much of CBOR (RFC 8949) as a passkey needs. */
function cbor(value: Cbor): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([k, v]) => [cbor(k), cbor(v)])]);
}

function head(major: number, n: number): Buffer {
  if (n < 24) return Buffer.from([(major << 5) | n]);
  return n < 256 ? Buffer.from([(major << 5) | 24, n]) : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
}

const sha256 = (data: string | Buffer) => crypto.createHash("sha256").update(data).digest();
const [PRESENT, VERIFIED, ATTESTED] = [0x01, 0x04, 0x40];

interface Faults {
  origin?: string;
  host?: string;
  /** No finger, no PIN. */
  unverified?: boolean;
  /** As a copy that was made before would say it. */
  signCount?: number;
}

/** A passkey that is nothing but software, and does what it is told: ES256, its own counter. */
export class Authenticator {
  readonly #keys = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = crypto.randomBytes(16);
  readonly #origin: string;
  #signCount = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  /** By which a relying party names it. */
  get id(): string {
    return this.#id.toString("base64url");
  }

  /** What `navigator.credentials.create` would bring. */
  create(options: { challenge: string }, faults: Faults = {}): string {
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const cose = new Map<Cbor, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.#id.length]), this.#id, cbor(cose)]);
    const authData = Buffer.concat([this.#data(faults, ATTESTED), attested]);
    const attestation = cbor(
      new Map<Cbor, Cbor>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", authData],
      ]),
    );
    return this.#said({
      attestationObject: attestation.toString("base64url"),
      clientDataJSON: this.#client("webauthn.create", options.challenge, faults).toString("base64url"),
      transports: ["internal"],
    });
  }

  /** What `navigator.credentials.get` would bring. */
  get(options: { challenge: string }, faults: Faults = {}): string {
    this.#signCount++;
    const authData = this.#data(faults, 0);
    const client = this.#client("webauthn.get", options.challenge, faults);
    const signature = crypto.sign("sha256", Buffer.concat([authData, sha256(client)]), this.#keys.privateKey);
    return this.#said({
      authenticatorData: authData.toString("base64url"),
      clientDataJSON: client.toString("base64url"),
      signature: signature.toString("base64url"),
    });
  }

  #data({ host, unverified, signCount }: Faults, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(signCount ?? this.#signCount);
    const flags = PRESENT | (unverified ? 0 : VERIFIED) | more;
    return Buffer.concat([sha256(host ?? new URL(this.#origin).hostname), Buffer.from([flags]), count]);
  }

  #client(type: string, challenge: string, { origin = this.#origin }: Faults): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  #said(response: object): string {
    const { id } = this;
    return JSON.stringify({ id, rawId: id, type: "public-key", response, clientExtensionResults: {} });
  }
}
