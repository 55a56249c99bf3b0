import type { AccessLine, AccessLogView } from "#app/domain/audit/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { LogLine } from "./log-line.tsx";

const automatic = (line: AccessLine) => line.who.kind === "machine" || line.who.kind === "job";

/** One day of the log: what people did in the open, what machines did folded below. */
export function LogDay({ day }: { day: AccessLogView["days"][number] }) {
  const { t, f } = useI18n();
  const human = day.lines.filter((line) => !automatic(line));
  const machine = day.lines.filter(automatic);
  return (
    <section>
      <h2 className="day">{f.longDay(day.day)}</h2>
      {human.length > 0 && (
        <ul className="log">
          {human.map((line) => (
            <LogLine key={line.id} line={line} />
          ))}
        </ul>
      )}
      {machine.length > 0 && (
        <Disclosure label={t("log.machines", { n: machine.reduce((n, line) => n + line.count, 0) })}>
          <ul className="log">
            {machine.map((line) => (
              <LogLine key={line.id} line={line} />
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}
