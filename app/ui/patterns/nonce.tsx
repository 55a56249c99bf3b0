import { createContext, useContext } from "react";

const Nonce = createContext<string | undefined>(undefined);

/** The nonce of this answer's scripts; unknown, and not needed, in the browser. */
export const NonceProvider = Nonce.Provider;
export const useNonce = (): string | undefined => useContext(Nonce);
