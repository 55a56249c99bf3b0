/**
 * Loads oidc-provider without the note it prints on Node 20, which it runs on but no longer supports.
 * Everything else it says goes to the console as before.
 */
async function importQuietly() {
  const output = globalThis.console;
  const warn = output.warn;
  output.warn = (...said: unknown[]) => {
    if (!String(said[0]).includes("Unsupported runtime")) warn.apply(output, said);
  };
  try {
    return await import("oidc-provider");
  } finally {
    output.warn = warn;
  }
}

export const { default: Provider, errors } = await importQuietly();
