/** What a facility's system may be allowed to do (design §7). */
export const machineScopes = ["system/*.cud"] as const;
export type MachineScope = (typeof machineScopes)[number];

/** Signature algorithms of client assertions: SMART Backend Services' two, and ES256. */
export const assertionAlgorithms = ["ES256", "ES384", "RS384"] as const;
