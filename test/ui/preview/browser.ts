import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import zlib from "node:zlib";
import { type Browser, chromium } from "playwright-core";

const installed = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Unpacks the browser that an npm package ships, once per machine; a lost race is no harm. */
async function unpacked(): Promise<string> {
  const folder = path.join(os.tmpdir(), "so-khoe-chromium-138");
  const executable = path.join(folder, "chromium");
  if (fs.existsSync(executable)) return executable;
  const main = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const packed = path.join(path.dirname(main), "..", "..", "bin", "chromium.br");
  const half = fs.mkdtempSync(`${folder}.`);
  const target = fs.createWriteStream(path.join(half, "chromium"), { mode: 0o755 });
  await pipeline(fs.createReadStream(packed), zlib.createBrotliDecompress(), target);
  if (fs.existsSync(folder)) fs.rmSync(half, { recursive: true });
  else fs.renameSync(half, folder);
  return executable;
}

/** Chromium for the previews: named, installed, or unpacked. Nothing is downloaded. */
export async function launch(): Promise<Browser> {
  const found = process.env.CHROMIUM_PATH ?? installed.find((file) => fs.existsSync(file));
  return chromium.launch({
    executablePath: found ?? (await unpacked()),
    chromiumSandbox: false,
    args: ["--headless=shell", "--no-sandbox", "--disable-gpu", "--font-render-hinting=none"],
  });
}
