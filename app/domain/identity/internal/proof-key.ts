import type { AuthorizationStart } from "#app/adapters/digital-id/provider.ts";
import type { KeyRing } from "#app/adapters/keys/key-ring.ts";
import { seal, unsealText } from "#app/adapters/keys/sealing.ts";

type ProofKey = NonNullable<AuthorizationStart["proofKey"]>;

const sealedFor = (stateHash: Buffer) => ({
  table: "sign_in_attempts",
  owner: stateHash.toString("hex"),
  row: "proof_key",
});

/** The DPoP key of a sign-in under way, sealed for its row: with it and the code anybody could finish. */
export const sealProofKey = (keys: KeyRing, stateHash: Buffer, key: ProofKey | undefined): Buffer | null =>
  key ? seal(keys, sealedFor(stateHash), JSON.stringify(key)) : null;

export const openProofKey = (keys: KeyRing, stateHash: Buffer, sealed: Buffer | null): ProofKey | undefined =>
  sealed ? (JSON.parse(unsealText(keys, sealedFor(stateHash), sealed)) as ProofKey) : undefined;
