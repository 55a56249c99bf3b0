import { createContext, useContext } from "react";
import { useT } from "#app/i18n/t.tsx";

/** Is the page in large letters? */
export const LargeText = createContext(false);

/** The same page in larger letters, or in the usual ones again; lasts, and needs no script. */
export function TextSizeLink({ path, className }: { path: string; className?: string }) {
  const t = useT();
  const large = useContext(LargeText);
  const at = new URL(path, "http://portal.invalid");
  at.searchParams.set("text", large ? "usual" : "large");
  return (
    <a className={className} href={`${at.pathname}${at.search}`} rel="nofollow">
      {t(large ? "shell.textUsual" : "shell.textLarge")}
    </a>
  );
}
