import type { Answered } from "./raw-http.ts";

/** What every answer has of its own: it says nothing about what was asked for. */
const OWN = ["x-request-id", "date", "keep-alive"];
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * An answer without what differs from one request to the next – nonce, time, reference – and without
 * the address and route that were asked for, so that two can be held against each other byte by byte.
 */
export function alike(answer: Answered, address: string): { status: number; headers: object; text: string[] } {
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers["content-security-policy"]))?.[1] ?? "no nonce";
  const requestId = String(answer.headers["x-request-id"]);
  const hide = (text: string) =>
    spellings(address)
      .reduce(
        (hidden, spelling) => hidden.replaceAll(spelling, "«address»"),
        text.replace(/"routes\/[\w/-]+"/g, '"«route»"'),
      )
      .replaceAll(nonce, "«nonce»")
      .replaceAll(requestId, "«request»")
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "«time»")
      .replace(/\d\d:\d\d (ngày )?\d\d\/\d\d\/\d{4}/g, "«time»")
      // How much longer the session lasts, as markup and as data.
      .replace(/data-(idle|limit)="\d+"/g, 'data-$1="«seconds»"')
      .replace(/"(idleSeconds|limitSeconds|idle|limit)",\d+/g, '"$1","«seconds»"')
      .replace(UUID, "«id»");
  const headers = Object.entries(answer.headers).filter(([name]) => !OWN.includes(name));
  return {
    status: answer.status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name, hide(String(value))])),
    // Tag by tag, so that a difference can be read.
    text: hide(answer.text).split(/(?<=>)(?=<)/),
  };
}

/** The address as it may stand in a page, a query or JSON. */
function spellings(address: string): string[] {
  const plain = address.replace(/\.data(?=\?|$)/, "").replace(/[?&]_routes=[^&]*/, "");
  const [path = ""] = plain.split("?");
  return [...new Set([plain, path])]
    .flatMap((a) => [
      a,
      a.replaceAll("&", "&amp;").replaceAll("'", "&#x27;"),
      encodeURIComponent(a),
      encodeURI(a),
      decoded(a),
    ])
    .filter((a) => a.length > 1)
    .sort((a, b) => b.length - a.length);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
