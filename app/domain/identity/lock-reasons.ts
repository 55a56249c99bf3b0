/** Why the help desk closes or opens a person's access; codes, for the log holds no free text. */
export const lockReasons = ["asked", "device-lost", "misuse-suspected"] as const;
export const unlockReasons = ["identity-checked", "mistake"] as const;

export type LockReason = (typeof lockReasons)[number];
export type UnlockReason = (typeof unlockReasons)[number];
