/**
 * A Vietnamese name in the form used for comparing: no tone or vowel marks, đ as d, lower case,
 * single spaces. "Nguyễn Thị Đào" → "nguyen thi dao"; hoà and hòa fold alike.
 */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Do two names contradict? Order of parts does not count: systems put the family name first or last. */
export function namesContradict(a: string, b: string): boolean {
  const parts = (name: string) => foldName(name).split(" ").sort().join(" ");
  return parts(a) !== parts(b);
}

/** The given name is the last word: what people are called by, and sorted by. */
export const givenName = (fullName: string): string => fullName.trim().split(/\s+/).at(-1) ?? "";
