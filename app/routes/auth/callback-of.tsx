/** The same for every provider that has an address of its own; whether the answer came by the right one is asked of its attempt. */
export { default, loader } from "./callback.tsx";
