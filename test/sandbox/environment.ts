/** The portal's settings for a sandbox on this machine. */
export function portalEnvironment(given: {
  origin: string;
  port: number;
  issuer: string;
  client: { id: string; secret: string };
  databaseUrl: string;
  feedDatabaseUrl: string;
  keysDir: string;
}): Record<string, string> {
  const loa = (level: number) => `urn:so-khoe:sandbox:loa:${level}`;
  return {
    NODE_ENV: "production",
    SANDBOX: "1",
    PUBLIC_ORIGIN: given.origin,
    PORT: String(given.port),
    HOST: "localhost",
    DATABASE_URL: given.databaseUrl,
    FEED_DATABASE_URL: given.feedDatabaseUrl,
    KEYS_DIR: given.keysDir,
    OIDC_ISSUER: given.issuer,
    OIDC_CLIENT_ID: given.client.id,
    OIDC_CLIENT_SECRET: given.client.secret,
    OIDC_ASSURANCE: JSON.stringify({ [loa(1)]: 1, [loa(2)]: 2, [loa(3)]: 3 }),
    DEPARTMENT_NAME: "Sở Y tế tỉnh Kinh Bắc",
    DEPARTMENT_NAME_EN: "Kinh Bac Department of Health",
    DEPARTMENT_ADDRESS: "số 3 đường Lý Thái Tổ, phường Suối Hoa, tỉnh Kinh Bắc",
    HELP_PHONE: "1900 0000",
  };
}
