import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { Section } from "../patterns/section.tsx";
import { type Column, Table } from "../primitives/table.tsx";
import { contrast, type Pair, shapePairs, type Themes, textPairs } from "./contrast.ts";

interface Row {
  pair: Pair;
  least: number;
}

const rows: Row[] = [
  ...textPairs.map((pair) => ({ pair, least: 4.5 })),
  ...shapePairs.map((pair) => ({ pair, least: 3 })),
];

const columns = ({ t, f }: I18n, themes: Themes): Column<Row>[] => [
  { head: t("gallery.pair"), names: true, cell: ({ pair: [on, ground] }) => <code>{`${on} / ${ground}`}</code> },
  { head: t("gallery.sample"), cell: ({ pair }) => <Sample of={pair} /> },
  ...(["light", "dark"] as const).map((theme) => ({
    head: t(`gallery.${theme}`),
    numeric: true,
    cell: ({ pair }: Row) => t("gallery.ratio", { n: f.decimal(contrast(themes[theme], pair).toFixed(1)) }),
  })),
  { head: t("gallery.needs"), numeric: true, cell: ({ least }) => t("gallery.ratio", { n: f.decimal(`${least}`) }) },
];

/** Colours as attributes: pages have no styles of their own. */
function Sample({ of: [on, ground] }: { of: Pair }) {
  return (
    <svg width="72" height="36" aria-hidden="true">
      <rect width="72" height="36" rx="6" fill={`var(--${ground})`} stroke="var(--line)" />
      <circle cx="20" cy="18" r="7" fill={`var(--${on})`} />
      <text x="36" y="24" fill={`var(--${on})`}>
        Aậ
      </text>
    </svg>
  );
}

/** Every pair of colours that meets somewhere, with its contrast in both themes. */
export function Colours({ themes }: { themes: Themes }) {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Section id="colours" title={t("gallery.colours")}>
      <p className="prose">{t("gallery.coloursLead")}</p>
      <Table
        caption={t("gallery.colours")}
        hideCaption
        columns={columns(i18n, themes)}
        rows={rows}
        keyOf={({ pair, least }) => `${pair.join()} ${least}`}
      />
    </Section>
  );
}

const sizes = ["text-2xl", "text-xl", "text-lg", "text-base", "text-sm"] as const;
const weights = ["font-bold", "font-semibold", "font-normal"] as const;

/** The five sizes, each in the three weights there are. */
export function TypeScale() {
  const { t } = useI18n();
  return (
    <Section id="type" title={t("gallery.type")}>
      <p className="prose">{t("gallery.typeLead")}</p>
      {sizes.map((size) => (
        <div key={size} className="part">
          <p className="soft small">{size}</p>
          {weights.map((weight) => (
            <p key={weight} className={`${size} ${weight}`}>
              {t("gallery.pangram")}
            </p>
          ))}
        </div>
      ))}
    </Section>
  );
}

const spaces = [4, 8, 12, 16, 24, 40, 48, 64];

/** The steps that things stand apart; 48 is as tall as a finger. */
export function Spaces() {
  const { t } = useI18n();
  return (
    <Section id="spaces" title={t("gallery.spaces")}>
      <ul>
        {spaces.map((n) => (
          <li key={n} className="fine block">
            <svg width="64" height="16" aria-hidden="true">
              <rect width={n} height="16" fill="var(--go)" />
            </svg>{" "}
            {t("gallery.space", { n })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
