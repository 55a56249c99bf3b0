import type { ClientKeyView, ClientView } from "#app/domain/clients/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { Button } from "../primitives/button.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Field, type FormState, TextArea } from "../primitives/field.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";
import { Notice } from "../primitives/notice.tsx";
import { Table } from "../primitives/table.tsx";
import { Moment } from "../primitives/when.tsx";

interface ClientKeysProps {
  view: ClientView;
  form: FormState;
}

/** A system's keys: pasted and changed here, or fetched from where it publishes them. */
export function ClientKeys({ view, form }: ClientKeysProps) {
  const { t } = useI18n();
  const { published } = view;
  return (
    <section aria-labelledby="keys" className="apart titled">
      <h2 id="keys">{t("clients.keys")}</h2>
      {published ? <Published published={published} /> : <p className="soft">{t("clients.keysLead")}</p>}
      {view.keys.length > 0 && (
        <div className="apart">
          <KeyTable view={view} />
        </div>
      )}
      <div className="apart stack">
        {!published && (
          <Disclosure label={t("clients.addKeys")} open={form.values?.intent === "add-keys"}>
            <form method="post" className="form-one">
              <HiddenFields values={{ intent: "add-keys" }} />
              <TextArea {...form} name="jwks" label={t("clients.jwks")} required />
              <div>
                <Button look="second">{t("clients.addKeysButton")}</Button>
              </div>
            </form>
          </Disclosure>
        )}
        <Disclosure label={t("clients.keyAddress")} open={form.values?.intent === "address"}>
          <form method="post" className="form-one">
            <HiddenFields values={{ intent: "address" }} />
            <Field
              {...form}
              values={form.values ?? { jwksUri: published?.uri ?? "" }}
              name="jwksUri"
              label="JWKS URI"
              hint={t("clients.keyAddressHint")}
              type="url"
              inputMode="url"
              maxLength={500}
              required
            />
            <div>
              <Button look="second">{t("clients.keyAddressButton")}</Button>
            </div>
          </form>
        </Disclosure>
      </div>
    </section>
  );
}

function Published({ published }: { published: NonNullable<ClientView["published"]> }) {
  const { t, f } = useI18n();
  const { uri, fetchedAt, failedAt, failure } = published;
  const why = failure ? (t.maybe("pulled.fault", failure) ?? failure) : "";
  return (
    <div className="stack">
      <p className="soft">{t("clients.publishedLead", { uri })}</p>
      <p>{fetchedAt ? t("clients.fetched", { when: f.recent(fetchedAt) }) : t("clients.neverFetched")}</p>
      {failedAt && (
        <Notice tone="needs">
          <p>{t("clients.failing", { when: f.recent(failedAt), why })}</p>
        </Notice>
      )}
      <form method="post">
        <HiddenFields values={{ intent: "fetch" }} />
        <Button look="second">{t("clients.fetchNow")}</Button>
      </form>
      <Disclosure label={t("clients.keepKeys")}>
        <form method="post" className="confirm">
          <HiddenFields values={{ intent: "keep" }} />
          <p className="hint">{t("clients.keepKeysHint")}</p>
          <Button look="second">{t("clients.keepKeys")}</Button>
        </form>
      </Disclosure>
    </div>
  );
}

function KeyTable({ view }: { view: ClientView }) {
  const { t, f } = useI18n();
  const valid = view.keys.filter((key) => key.retiredAt === undefined).length;
  const state = (key: ClientKeyView) =>
    key.retiredAt === undefined ? t("clients.valid") : t("clients.retired", { date: f.date(key.retiredAt) });
  const retirable = (key: ClientKeyView) => !view.published && key.retiredAt === undefined && valid > 1;
  return (
    <Table
      caption={t("clients.keys")}
      hideCaption
      rows={view.keys}
      keyOf={(key) => key.kid}
      columns={[
        { head: t("clients.kid"), cell: (key) => <code>{key.kid}</code>, names: true },
        { head: t("clients.alg"), cell: (key) => key.alg ?? "–", fit: true },
        { head: t("clients.added"), cell: (key) => <Moment at={key.addedAt} as="date" />, fit: true },
        {
          head: t("clients.lastUsed"),
          cell: (key) => (key.lastUsedAt === undefined ? t("operator.never") : <Moment at={key.lastUsedAt} />),
        },
        {
          head: t("operator.state"),
          cell: (key) => (
            <>
              {state(key)}
              {retirable(key) && (
                <form method="post">
                  <HiddenFields values={{ intent: "retire", kid: key.kid }} />
                  <Button look="danger" aria-label={t("clients.retireNamed", { kid: key.kid })}>
                    {t("clients.retire")}
                  </Button>
                </form>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
