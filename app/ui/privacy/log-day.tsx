import type { AccessLine, AccessLogView } from "#app/domain/audit/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { LogLine } from "./log-line.tsx";

const automatic = ({ who }: AccessLine) => who.kind === "machine" || who.kind === "job";
const looks = (lines: AccessLine[]) => lines.reduce((n, line) => n + line.count, 0);

function Lines({ lines }: { lines: AccessLine[] }) {
  return (
    <ul className="log">
      {lines.map((line) => (
        <LogLine key={line.id} line={line} />
      ))}
    </ul>
  );
}

/** One day of the log: other people in the open; one's own looks and what machines did can be folded. */
export function LogDay({ day }: { day: AccessLogView["days"][number] }) {
  const { t, f } = useI18n();
  const machine = day.lines.filter(automatic);
  const own = day.lines.filter((line) => line.who.you && !automatic(line));
  const others = day.lines.filter((line) => !line.who.you && !automatic(line));
  return (
    <section>
      <h2 className="day">{f.longDay(day.day)}</h2>
      {others.length > 0 && <Lines lines={others} />}
      {own.length > 0 && (
        <Disclosure label={t("log.own", { n: looks(own) })} open={others.length === 0}>
          <Lines lines={own} />
        </Disclosure>
      )}
      {machine.length > 0 && (
        <Disclosure label={t("log.machines", { n: looks(machine) })}>
          <Lines lines={machine} />
        </Disclosure>
      )}
    </section>
  );
}
