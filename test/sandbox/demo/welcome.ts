import path from "node:path";
import { personas } from "../province/personas.ts";

const SHOWN = ["lan", "hung", "ha", "quan", "mai", "thanh", "claire", "hoa", "vinh", "linh", "yen", "nhung", "bao-so"];
const NARROWEST = 70;
const WIDEST = 110;

/** The last thing printed: where to go, whom to be, and what their story is. */
export function welcome(port: number, data: string, columns = 100): string {
  const at = (n: number) => `http://localhost:${port + n}`;
  const width = Math.min(Math.max(columns, NARROWEST), WIDEST);
  const people = personas.filter(({ key }) => SHOWN.includes(key));
  const longest = (texts: string[]) => Math.max(...texts.map((text) => text.length));
  const [logins, names] = [longest(people.map((p) => p.login)), longest(people.map((p) => p.name))];
  const lines = people.map(({ login, name, story }) => {
    const head = `  ${login.padEnd(logins)}  ${name.padEnd(names)}  `;
    return head + wrapped(story.en, width - head.length).join(`\n${" ".repeat(head.length)}`);
  });
  return `
Sổ Khỏe is ready.

  Portal             ${at(0)}
  Identity provider  ${at(1)}  lists everybody; acts five kinds of digital ID; can misbehave on command
  Payment gateway    ${at(2)}
  Hospital systems   ${at(3)}  send something new, broken or doubtful
  Message sink       ${at(4)}  every e-mail, SMS and Zalo message
  Insurer            ${at(5)}  answers when insurance cards are checked; can be slow, down or wrong

Open the portal, choose to sign in, and type one of these numbers – all of them invented people:

${lines.join("\n")}

Who works somewhere goes to work in the menu under their name. Two share a counter: as Vinh open ${at(0)}/counter/register,
register this browser and make a passkey; lock it, sign in as Linh and make another; from then on one touch switches.
Any passkey of this machine will do, or the virtual authenticator of Chromium's developer tools (More tools, WebAuthn).

Ctrl-C stops everything; npm run demo -- --fresh starts over; logs are in ${path.relative("", path.join(data, "logs"))}.
`;
}

/** Lines of at most so many letters, broken between words. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
