const ASCII_BUT_QUESTION = /^[^?\u0080-\uffff]*$/;

/**
 * Signs of a text that lost its Vietnamese letters on the way: TCVN3 bytes read as Latin-1 ("d¹ dµy"), VNI
 * ("Vieâm daï daøy"), UTF-8 read as Latin-1 ("DÆ°á»£c"), letters a database could not hold ("Vi?m d? d?y", U+FFFD).
 */
const SIGNS = /\p{L}[¸µ¶·¹¨»¾¼½ª]|®\p{L}|[aeo]â|[aeiouy][ùûøï]|á»|áº|Ã[\u00a0-\u00bf]|\p{L}\?\p{L}|\ufffd/giu;
/** One may be anything; so many are no chance. */
const ENOUGH = 2;

export function isMisEncoded(text: string): boolean {
  if (ASCII_BUT_QUESTION.test(text)) return false;
  SIGNS.lastIndex = 0;
  for (let found = 0; SIGNS.test(text); ) if (++found >= ENOUGH) return true;
  return false;
}
