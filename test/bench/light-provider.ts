import { createHash, generateKeyPairSync, sign } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";

export interface LightProvider {
  issuer: string;
  /** The answer a browser would bring back from the address it was sent to, for this person. */
  answerTo(authorization: string, number: string): URL;
  close(): Promise<void>;
}

/** As little of an OpenID provider as a sign-in needs: what is measured is the portal. */
export async function lightProvider(clientId: string): Promise<LightProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "1", alg: "ES256", use: "sig" };
  let issuer = "";
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const idToken = (code: string): string => {
    const [nonce, number = ""] = Buffer.from(code, "base64url").toString("utf8").split("|");
    const now = Math.floor(Date.now() / 1000);
    const sub = createHash("sha256").update(number).digest("base64url");
    const who = {
      sub,
      name: `Nguyễn Văn ${number.slice(-5)}`,
      birthdate: "1980-01-01",
      gender: "male",
      personal_number: number,
    };
    const claims = {
      iss: issuer,
      aud: clientId,
      iat: now,
      exp: now + 300,
      auth_time: now,
      nonce,
      acr: "urn:so-khoe:sandbox:loa:2",
      ...who,
    };
    const signed = `${part({ alg: "ES256", kid: "1" })}.${part(claims)}`;
    return `${signed}.${sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" }).toString("base64url")}`;
  };
  const metadata = () => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["ES256"],
    authorization_response_iss_parameter_supported: true,
  });
  const server = http.createServer(async (req, res) => {
    const send = (body: object) => res.setHeader("Content-Type", "application/json").end(JSON.stringify(body));
    if (req.url?.includes("well-known")) return send(metadata());
    if (req.url === "/jwks") return send({ keys: [jwk] });
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const code = new URLSearchParams(Buffer.concat(chunks).toString("utf8")).get("code") ?? "";
    return send({ access_token: "x", token_type: "Bearer", expires_in: 60, id_token: idToken(code) });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    answerTo(authorization, number) {
      const asked = new URL(authorization).searchParams;
      const back = new URL(asked.get("redirect_uri") ?? "");
      back.searchParams.set("code", Buffer.from(`${asked.get("nonce")}|${number}`).toString("base64url"));
      back.searchParams.set("state", asked.get("state") ?? "");
      back.searchParams.set("iss", issuer);
      return back;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
