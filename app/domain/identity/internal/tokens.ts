import crypto from "node:crypto";

/** 256 random bits for a cookie; stored only as its hash. */
export const newToken = (): string => crypto.randomBytes(32).toString("base64url");

export const tokenHash = (token: string): Buffer => crypto.createHash("sha256").update(token).digest();
