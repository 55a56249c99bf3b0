import type { CertificateView, CertifiedDose } from "#app/domain/health-book/vaccinations/view.ts";
import { type I18n, useI18n } from "#app/i18n/t.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { PageHead } from "../../patterns/page-head.tsx";
import { DescriptionList } from "../../primitives/description-list.tsx";
import { type Column, Table } from "../../primitives/table.tsx";
import { Moment, When } from "../../primitives/when.tsx";
import { MayBeMore } from "../hidden-notes.tsx";
import { dayWords } from "./next-words.ts";

const columns = ({ t }: I18n): Column<CertifiedDose>[] => [
  {
    head: t("vaccinations.vaccine"),
    names: true,
    cell: ({ title }) => <span translate="no">{title ?? t("item.untitled.vaccination")}</span>,
  },
  { head: t("vaccinations.dose"), cell: ({ dose }) => dose },
  {
    head: t("vaccinations.day"),
    fit: true,
    cell: ({ when, whenText }) => (when || !whenText ? <When value={when} /> : whenText),
  },
  { head: t("vaccinations.lot"), fit: true, cell: ({ lot }) => lot },
  {
    head: t("vaccinations.place"),
    cell: ({ place, source }) =>
      place && place !== source.facility ? `${place} · ${source.facility}` : source.facility,
  },
];

/** One sheet with the doses given, for a school or another clinic; it says that it is a copy. */
export function CertificatePage({ view }: { view: CertificateView }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { person, doses } = view;
  const facts = [
    { label: t("vaccinations.name"), value: <strong translate="no">{person.name}</strong> },
    { label: t("vaccinations.birth"), value: person.birth && dayWords(person.birth, i18n) },
    { label: t("vaccinations.sex"), value: t(`common.sex.${person.sex}`) },
    { label: t("vaccinations.printed"), value: <Moment at={view.at} as="full" /> },
  ];
  return (
    <div>
      <PageHead
        title={t("vaccinations.certificate")}
        back={{ href: "/book/vaccinations", place: t("section.title.vaccinations") }}
      >
        <MayBeMore self={person.self} />
      </PageHead>
      <DescriptionList facts={facts} />
      {doses.length === 0 ? (
        <EmptyState title={t("vaccinations.noneYet")} />
      ) : (
        <Table
          caption={t("vaccinations.certificate")}
          hideCaption
          columns={columns(i18n)}
          rows={doses}
          keyOf={({ id }) => id}
        />
      )}
      {view.cut && <p>{t("vaccinations.more")}</p>}
      <p>{t("vaccinations.isCopy")}</p>
      {doses.length > 0 && <p className="no-print small">{t("vaccinations.howToPrint")}</p>}
    </div>
  );
}
