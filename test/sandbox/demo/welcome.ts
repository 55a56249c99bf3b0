import { personas } from "../province/personas.ts";

const SHOWN = ["lan", "hung", "ha", "quan", "mai", "thanh", "claire", "hoa", "bao-so"];

/** The last thing printed: where to go, whom to be, and what their story is. */
export function welcome(port: number): string {
  const at = (n: number) => `http://localhost:${port + n}`;
  const people = personas
    .filter(({ key }) => SHOWN.includes(key))
    .map(({ login, name, story }) => `  ${login.padEnd(16)} ${name.padEnd(18)} ${story.vi}`);
  return `
Sổ Khỏe is ready.

  Portal              ${at(0)}
  Identity provider   ${at(1)}   (lists everybody; faults on command)
  Payment gateway     ${at(2)}
  Hospital systems    ${at(3)}   (send something new)
  Message sink        ${at(4)}

Sign in at the portal and type one of these numbers:

${people.join("\n")}

Ctrl-C stops everything. --fresh starts over. Logs: .data/logs
`;
}
