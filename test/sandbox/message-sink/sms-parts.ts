/** GSM 03.38: what fits into seven bits, and what takes two places. */
const basic =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const extended = "\f^{}\\[~]|€";

/** How an SMS travels: Vietnamese accents make it UCS-2, with 70 signs to a message instead of 160. */
export function smsParts(text: string): { encoding: "GSM-7" | "UCS-2"; parts: number } {
  const signs = [...text];
  if (signs.every((sign) => basic.includes(sign) || extended.includes(sign))) {
    const length = signs.reduce((sum, sign) => sum + (extended.includes(sign) ? 2 : 1), 0);
    return { encoding: "GSM-7", parts: length <= 160 ? 1 : Math.ceil(length / 153) };
  }
  return { encoding: "UCS-2", parts: text.length <= 70 ? 1 : Math.ceil(text.length / 67) };
}
