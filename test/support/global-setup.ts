import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrate } from "#db/migrate.ts";
import { createRoles, roles } from "#db/roles.ts";
import { startPostgres } from "../sandbox/postgres/server.ts";

export interface TestPostgres {
  superuserUrl: string;
  template: string;
  password: string;
}

declare module "vitest" {
  export interface ProvidedContext {
    postgres: TestPostgres;
  }
}

/** One PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "so-khoe-test-"));
  fs.chmodSync(folder, 0o755);
  const server = await startPostgres({ folder, durable: false, settings: { max_connections: "300" } });
  const password = "test";
  const template = "so_khoe_template";
  const sql = postgres(server.superuserUrl(), { max: 1, onnotice: () => undefined });
  await sql.unsafe(createRoles());
  for (const role of Object.values(roles)) {
    if (role !== roles.guard) await sql.unsafe(`alter role ${role} login password '${password}'`);
  }
  await sql.unsafe(`create database ${template} owner ${roles.owner}`);
  await migrate(server.url(roles.owner, password, template));
  await sql.end();
  project.provide("postgres", { superuserUrl: server.superuserUrl(), template, password });
  return async () => {
    await server.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
