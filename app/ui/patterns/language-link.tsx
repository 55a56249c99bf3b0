import { inLocale, localeNames, otherLocale } from "#app/i18n/locale.ts";
import { useI18n } from "#app/i18n/t.tsx";

interface LanguageLinkProps {
  path: string;
  /** Left out on the phone, where the account menu and the footer have it. */
  compact?: boolean;
  className?: string;
}

/** The same page in the other language, named in that language. */
export function LanguageLink({ path, compact, className = "nav-link" }: LanguageLinkProps) {
  const other = otherLocale(useI18n().locale);
  return (
    <a
      className={(compact ? `${className} max-md:hidden` : className) || undefined}
      href={inLocale(path, other)}
      hrefLang={other}
      lang={other}
    >
      {localeNames[other]}
    </a>
  );
}
