/** All but the last three characters hidden; short ones wholly. */
export const masked = (value: string): string =>
  value.length < 6 ? "•".repeat(value.length) : `${"•".repeat(value.length - 3)}${value.slice(-3)}`;
