import type { DayFigures } from "#app/domain/feeds/status-view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Table } from "../primitives/table.tsx";

const [WIDTH, HEIGHT, BAR] = [560, 120, 30];

/** Messages of each day as bars drawn here, with the same figures as a table. */
export function FeedChart({ days }: { days: DayFigures[] }) {
  const { t, f } = useI18n();
  const sum = (d: DayFigures) => d.accepted + d.rejected + d.quarantined;
  const most = Math.max(1, ...days.map(sum));
  const height = (n: number) => (n / most) * HEIGHT;
  return (
    <section aria-labelledby="days" className="apart">
      <h2 id="days">{t("feeds.days")}</h2>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 20}`} role="img" aria-label={t("feeds.chart")} width="100%">
        {days.map((day, i) => {
          const [x, taken, other] = [
            i * (WIDTH / days.length) + 5,
            height(day.accepted),
            height(sum(day) - day.accepted),
          ];
          return (
            <g key={day.day}>
              <rect x={x} y={HEIGHT - taken} width={BAR} height={taken} fill="currentColor" opacity="0.75" />
              <rect
                x={x}
                y={HEIGHT - taken - other}
                width={BAR}
                height={other}
                fill="none"
                stroke="currentColor"
                strokeWidth="1.5"
              />
              <text x={x + BAR / 2} y={HEIGHT + 16} textAnchor="middle" fontSize="12" fill="currentColor">
                {Number(day.day.slice(8))}
              </text>
            </g>
          );
        })}
        <line x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} stroke="currentColor" />
      </svg>
      <Disclosure label={t("feeds.asTable")}>
        <Table
          caption={t("feeds.days")}
          hideCaption
          rows={days}
          keyOf={(row) => row.day}
          columns={[
            { head: t("feeds.day"), names: true, cell: (row) => f.date(`${row.day}T12:00:00+07:00`) },
            { head: t("feeds.accepted"), numeric: true, cell: (row) => f.count(row.accepted) },
            { head: t("feeds.rejected"), numeric: true, cell: (row) => f.count(row.rejected) },
            { head: t("feeds.quarantined"), numeric: true, cell: (row) => f.count(row.quarantined) },
          ]}
        />
      </Disclosure>
    </section>
  );
}
