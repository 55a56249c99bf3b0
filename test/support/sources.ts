import fs from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

export interface Source {
  /** From the project's root, with slashes. */
  file: string;
  text: string;
}

/** The project's own files below these folders, with these endings. */
export function sources(folders: string[], endings: string[] = [".ts", ".tsx", ".mjs", ".js"]): Source[] {
  return folders.flatMap((folder) =>
    fs
      .readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => ({ file: path.relative(ROOT, file).replaceAll("\\", "/"), text: fs.readFileSync(file, "utf8") })),
  );
}

export const readProject = (file: string): string => fs.readFileSync(path.join(ROOT, file), "utf8");
