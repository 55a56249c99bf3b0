import os from "node:os";

/** What a newcomer can do about an error, in place of the system's own words. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path = "" } = error as NodeJS.ErrnoException;
  if (!path) return error.message;
  if (code === "EACCES" || code === "EPERM")
    return `${path} cannot be written by this user (${os.userInfo().username}).\nWas the demo started as somebody else before? Make it yours, remove it, or keep the data elsewhere: npm run demo -- --data FOLDER`;
  if (code === "EROFS")
    return `${path} is on a disk that is read-only.\nKeep the data elsewhere: npm run demo -- --data FOLDER`;
  if (code === "ENOTDIR" || code === "EEXIST")
    return `${path} is not a folder.\nKeep the data elsewhere: npm run demo -- --data FOLDER`;
  if (code === "ENOSPC") return `The disk is full (${path}). The demo needs about 300 MB beside its packages.`;
  return error.message;
}

/** Data nobody can use any more; all of it is invented, so it may go. */
export const startOverHint = (what: string): Error =>
  new Error(`${what}\nStart over, everything in it is invented: npm run demo -- --fresh`);
