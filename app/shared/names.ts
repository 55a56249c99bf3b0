const PLAIN = /^[\x20-\x7e]*$/;

/** Text in the form used for finding: no tone or vowel marks, đ as d, lower case, words of letters and digits with single spaces. */
export function foldText(text: string): string {
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * A Vietnamese name in the form used for comparing: no tone or vowel marks, đ as d, lower case,
 * single spaces. "Nguyễn Thị Đào" → "nguyen thi dao"; hoà and hòa fold alike.
 */
export const foldName = (name: string): string => foldText(name);

/** Do two names contradict? Order of parts does not count: systems put the family name first or last. */
export function namesContradict(a: string, b: string): boolean {
  const parts = (name: string) => foldName(name).split(" ").sort().join(" ");
  return parts(a) !== parts(b);
}

/** The given name is the last word: what people are called by, and sorted by. */
export const givenName = (fullName: string): string => fullName.trim().split(/\s+/).at(-1) ?? "";
