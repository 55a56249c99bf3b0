import type { ComponentProps } from "react";
import type { AccountView } from "#app/domain/identity/case-view.ts";
import type { MemberView, PersonView } from "#app/domain/persons/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { DescriptionList } from "../primitives/description-list.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Field, type FormState, TextArea } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Select } from "../primitives/select.tsx";
import { Moment } from "../primitives/when.tsx";
import { useBirthWords } from "./case-facts.tsx";
import { FindPersonFields } from "./find-person-fields.tsx";
import { FormNotice } from "./form-notice.tsx";
import { PersonAccounts } from "./person-accounts.tsx";
import { PersonLock } from "./person-lock.tsx";

interface PersonPageProps {
  view: PersonView;
  facilities: { id: string; name: string }[];
  access: Omit<ComponentProps<typeof PersonLock>, "form"> | undefined;
  accounts: AccountView[];
  form: FormState & { done?: string | undefined };
}

/** Who somebody is to the store, and what an operator may mend of it. */
export function PersonPage({ view, facilities, access, accounts, form }: PersonPageProps) {
  const { t } = useI18n();
  const numbers = view.members
    .flatMap((m) => m.identifiers)
    .filter((i) => i.kind === "personal_number" && i.until === undefined);
  return (
    <>
      <PageHead
        title={<span translate="no">{view.names[0] ?? t("quarantine.nobodyNamed")}</span>}
        eyebrow={t("persons.title")}
        back={{ href: "/operator/persons", place: t("persons.title") }}
        lead={t("persons.lead")}
      />
      <FormNotice errors={form.errors} done={form.done === undefined ? undefined : t("persons.saved")} />
      {view.rereading > 0 && (
        <Notice tone="needs">
          <p>{t("persons.rereading", { n: view.rereading })}</p>
          <form method="post">
            <HiddenFields values={{ intent: "reread" }} />
            <Button>{t("persons.reread")}</Button>
          </form>
        </Notice>
      )}
      <section aria-labelledby="members" className="titled">
        <h2 id="members">{t("persons.members")}</h2>
        {view.members.map((member) => (
          <Member key={member.id} member={member} form={form} />
        ))}
        <form method="post" className="confirm">
          <HiddenFields values={{ intent: "reveal" }} />
          <p className="hint">{t("quarantine.revealHint")}</p>
          <Button look="second">{t("persons.reveal")}</Button>
        </form>
      </section>
      <PersonAccounts accounts={accounts} />
      <Links links={view.links} />
      <div className="apart stack">
        {access && <PersonLock {...access} form={form} />}
        <Disclosure label={t("persons.merge")} open={form.values?.intent === "compare"}>
          <p>{t("persons.mergeHint")}</p>
          <form method="post" className="form">
            <HiddenFields values={{ intent: "compare" }} />
            <FindPersonFields facilities={facilities} {...form} />
            <Button look="second">{t("persons.compare")}</Button>
          </form>
        </Disclosure>
        {numbers.length > 0 && (
          <Disclosure label={t("persons.replace")} open={form.values?.intent === "replace"}>
            <p>{t("persons.replaceHint")}</p>
            <form method="post" className="form">
              <HiddenFields values={{ intent: "replace" }} />
              <Select
                {...form}
                name="identifierId"
                label={t("persons.replaceOld")}
                required
                options={numbers.map((i) => ({ value: i.id, label: i.value }))}
              />
              <Field
                {...form}
                name="number"
                label={t("persons.replaceNew")}
                required
                inputMode="numeric"
                maxLength={20}
                autoComplete="off"
              />
              <Button look="second">{t("persons.replaceButton")}</Button>
            </form>
          </Disclosure>
        )}
      </div>
    </>
  );
}

/** What each facility sent, in one line of its own. */
function byFacility(counts: MemberView["counts"]): [facility: string, counts: MemberView["counts"]][] {
  const groups = new Map<string, MemberView["counts"]>();
  for (const one of counts) groups.set(one.facility, [...(groups.get(one.facility) ?? []), one]);
  return [...groups];
}

/** One of the records that are one person: what identifies it, and how much there is. */
export function MemberFacts({ member }: { member: MemberView }) {
  const { t, f } = useI18n();
  const birth = useBirthWords();
  return (
    <DescriptionList
      facts={[
        { label: t("quarantine.name"), value: <span translate="no">{member.names.join(" / ")}</span> },
        { label: t("quarantine.birth"), value: birth(member.birth) },
        { label: t("quarantine.sex"), value: t(`common.sex.${member.sex}`) },
        {
          label: t("persons.identifiers"),
          value:
            member.identifiers.length === 0 ? (
              t("persons.noIdentifiers")
            ) : (
              <ul className="plain">
                {member.identifiers.map((i) => (
                  <li key={i.id}>
                    {t.maybe("quarantine.by", i.kind) ?? t("quarantine.by.other")}
                    {i.facility && ` (${i.facility})`}: <span translate="no">{i.value}</span>
                    {i.until && ` – ${t("persons.until", { date: f.date(i.until) })}`}
                  </li>
                ))}
              </ul>
            ),
        },
        {
          label: t("persons.counts"),
          value:
            member.counts.length === 0 ? (
              t("persons.noCounts")
            ) : (
              <ul className="plain">
                {byFacility(member.counts).map(([facility, counts]) => (
                  <li key={facility}>
                    <b>{facility}</b>:{" "}
                    {counts
                      .map(({ section, entries }) => {
                        const of = t.maybe("log.subject", section) ?? t("log.subject.other");
                        return t("persons.countOf", { section: of, n: f.count(entries) });
                      })
                      .join("; ")}
                  </li>
                ))}
              </ul>
            ),
        },
      ]}
    />
  );
}

function Member({ member, form }: { member: MemberView; form: FormState }) {
  const { t, f } = useI18n();
  return (
    <div className="part stack">
      <h3>{member.root ? t("persons.root") : t("persons.merged", { date: f.date(member.mergedAt ?? "") })}</h3>
      <MemberFacts member={member} />
      {!member.root && (
        <Disclosure label={t("persons.unmerge")} open={form.values?.personId === member.id}>
          <p>{t("persons.unmergeHint")}</p>
          <form method="post" className="form">
            <HiddenFields values={{ intent: "unmerge", personId: member.id }} />
            <TextArea {...form} name="reason" label={t("persons.reason")} hint={t("persons.reasonHint")} required />
            <Button look="danger">{t("persons.unmerge")}</Button>
          </form>
        </Disclosure>
      )}
    </div>
  );
}

function Links({ links }: { links: PersonView["links"] }) {
  const { t } = useI18n();
  if (links.length === 0) return null;
  return (
    <section aria-labelledby="links" className="apart">
      <h2 id="links">{t("persons.links")}</h2>
      <ul className="dots">
        {links.map((link) => (
          <li key={`${link.is}/${link.personId}`}>
            {t(`persons.linkOf.${link.is}`)}:{" "}
            <Link href={`/operator/persons/${link.personId}`}>
              <span translate="no">{link.name ?? t("quarantine.nobodyNamed")}</span>
            </Link>{" "}
            · <Moment at={link.since} as="date" />
          </li>
        ))}
      </ul>
    </section>
  );
}
