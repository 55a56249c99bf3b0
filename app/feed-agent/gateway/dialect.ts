/**
 * The insurer gateway's dialect (guide to Decision 3176): forms or JSON in, `maKetQua` out. The result
 * code is the HTTP status too where it is about who calls; clients look at either.
 */
export interface DialectAnswer {
  status: number;
  body: Record<string, unknown>;
}

export const CALLS = {
  "/api/token/take": "token",
  "/api/qd130/checkInKcbQd3176": "check-in",
  "/api/qd130/guiHoSoXmlQD3176": "record",
} as const;
export type Call = (typeof CALLS)[keyof typeof CALLS];

/** Paths are compared without case: client libraries differ. */
export const callOf = (pathname: string): Call | undefined => {
  const wanted = pathname.replace(/\/+$/, "").toLowerCase();
  return Object.entries(CALLS).find(([path]) => path.toLowerCase() === wanted)?.[1];
};

/** The fields of a call's body, whichever of the two forms it has; names without case. `undefined` when it has neither. */
export function fieldsOf(contentType: string, body: Buffer): ReadonlyMap<string, string> | undefined {
  const text = body.toString("utf8");
  if (/json/i.test(contentType) || (!/form/i.test(contentType) && text.trimStart().startsWith("{"))) {
    try {
      const json: unknown = JSON.parse(text);
      if (typeof json !== "object" || json === null) return undefined;
      return new Map(Object.entries(json).map(([name, value]) => [name.toLowerCase(), String(value ?? "")]));
    } catch {
      return undefined;
    }
  }
  return new Map([...new URLSearchParams(text)].map(([name, value]) => [name.toLowerCase(), value]));
}

/** Base64 of a form whose sender forgot to escape the plus signs comes with spaces; nothing else is forgiven. */
export function decodeFile(base64: string): Buffer | undefined {
  const text = base64.replace(/[\r\n\t]/g, "").replace(/ /g, "+");
  if (text === "" || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  return Buffer.from(text, "base64");
}

export const taken = (transaction: string, message: string): DialectAnswer => ({
  status: 200,
  body: { maKetQua: "200", maGiaoDich: transaction, thoiGianTiepNhan: stamp(new Date()), thongDiep: message },
});

/** 401 unauthenticated and 5xx go in the HTTP status too; a bad document is the gateway's 205 under HTTP 200. */
export const refusedCall = (code: "205" | "401" | "404" | "413" | "500" | "503", message: string): DialectAnswer => ({
  status: code === "205" ? 200 : Number(code),
  body: { maKetQua: code, maGiaoDich: "", thoiGianTiepNhan: stamp(new Date()), thongDiep: message },
});

/** yyyyMMddHHmmss, Vietnamese time. */
const stamp = (at: Date): string =>
  new Date(at.getTime() + 7 * 3_600_000).toISOString().replace(/\D/g, "").slice(0, 14);
