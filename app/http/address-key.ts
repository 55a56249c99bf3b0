import { isIP } from "node:net";

/**
 * What a limit counts an address by: IPv4 whole, also where it is written as IPv6; of IPv6 the /64 (`2001:db8:0:1::/64`),
 * for whoever has one address there has them all.
 */
export function addressKey(ip: string | undefined): string {
  const [address = ""] = (ip ?? "").split("%");
  const version = isIP(address);
  if (version === 0) return "unknown";
  if (version === 4) return address;
  const groups = groupsOf(address);
  const mapped = groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff";
  return mapped ? dotted(groups.slice(6)) : `${groups.slice(0, 4).join(":")}::/64`;
}

/** The eight groups without leading zeros; the URL parser writes every spelling of an address in one way. */
function groupsOf(ipv6: string): string[] {
  const written = new URL(`http://[${ipv6}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = written.split("::").map((half) => half.split(":").filter(Boolean));
  return [...head, ...Array<string>(8 - head.length - tail.length).fill("0"), ...tail];
}

const dotted = (groups: readonly string[]): string =>
  groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");
