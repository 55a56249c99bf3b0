import Check from "lucide-react/icons/check";
import { useT } from "#app/i18n/t.tsx";
import { Section } from "../patterns/section.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { Checkboxes } from "../primitives/checkboxes.tsx";
import { Disclosure } from "../primitives/disclosure.tsx";
import { Field } from "../primitives/field.tsx";
import { Link } from "../primitives/link.tsx";
import { Pagination } from "../primitives/pagination.tsx";
import { Radios } from "../primitives/radios.tsx";
import { Select } from "../primitives/select.tsx";
import { WordsField } from "../primitives/words-field.tsx";

/** What is pressed, filled in and chosen, each as it is and with a mistake. */
export function Controls() {
  const t = useT();
  const options = [
    { value: "one", label: t("gallery.one") },
    { value: "two", label: t("gallery.two") },
  ];
  const wrong = { errors: { phone2: [t("gallery.wrong")] }, values: { phone2: "12345" } };
  return (
    <Section id="controls" title={t("gallery.controls")}>
      <div className="stack">
        <div className="btns">
          <LinkButton href="#controls">{t("gallery.main")}</LinkButton>
          <LinkButton href="#controls" look="second" icon={Check}>
            {t("gallery.second")}
          </LinkButton>
          <LinkButton href="#controls" look="danger">
            {t("gallery.danger")}
          </LinkButton>
          <Link href="#controls" className="tap">
            {t("gallery.link")}
          </Link>
        </div>
        <form method="get" className="form">
          <Field name="phone" type="tel" label={t("gallery.label")} hint={t("gallery.hint")} required />
          <Field name="phone2" type="tel" label={t("gallery.label")} hint={t("gallery.hint")} required {...wrong} />
          <Select name="choice" label={t("gallery.radios")} prompt={t("gallery.choose")} options={options} required />
          <WordsField name="words" label={t("gallery.words")} optional />
          <Radios name="radio" legend={t("gallery.radios")} options={options} chosen="one" />
          <Checkboxes name="check" legend={t("gallery.checks")} options={options} values={{ check: "two" }} />
          <div>
            <Button>{t("gallery.main")}</Button>
          </div>
        </form>
        <Disclosure label={t("gallery.fold")}>
          <p>{t("gallery.folded")}</p>
        </Disclosure>
        <Pagination page={2} pages={5} hrefOf={() => "#controls"} />
      </div>
    </Section>
  );
}

/** Asked before something that cannot be undone. */
export function ConfirmStep() {
  const t = useT();
  return (
    <Section id="confirm" title={t("gallery.confirm")}>
      <form method="get" className="confirm stack">
        <p className="prose">{t("gallery.confirmText")}</p>
        <div className="btns">
          <Button look="danger">{t("gallery.danger")}</Button>
          <LinkButton href="#confirm" look="second">
            {t("lock.notNow")}
          </LinkButton>
        </div>
      </form>
    </Section>
  );
}
