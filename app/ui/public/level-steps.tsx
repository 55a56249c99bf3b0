import { useT } from "#app/i18n/t.tsx";

const steps = ["step1", "step2", "step3", "step4"] as const;

/** How to get a level 2 account: where, what to bring, how long it takes. */
export function LevelSteps() {
  const t = useT();
  return (
    <>
      <ol className="steps">
        {steps.map((step) => (
          <li key={step}>{t(`level.${step}`)}</li>
        ))}
      </ol>
      <p>{t("level.foreigner")}</p>
    </>
  );
}
