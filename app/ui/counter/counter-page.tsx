import Fingerprint from "lucide-react/icons/fingerprint-pattern";
import LogIn from "lucide-react/icons/log-in";
import type { CounterView } from "#app/domain/identity/read-counter.ts";
import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button, LinkButton } from "../primitives/button.tsx";
import { Notice } from "../primitives/notice.tsx";

interface CounterPageProps {
  counter: CounterView | undefined;
  returnTo: string | undefined;
  problem: "refused" | "no-passkey" | "over" | "no-script" | undefined;
  /** Somebody is signed in here who may make this browser a counter. */
  staff: boolean;
}

/** A locked counter: who is in this shift, one press each; and the digital ID for everybody else. */
export function CounterPage({ counter, returnTo, problem, staff }: CounterPageProps) {
  const t = useT();
  if (!counter) return <NoCounter staff={staff} />;
  const signIn = `/sign-in?${new URLSearchParams({ returnTo: "/counter" })}`;
  return (
    <div className="narrow">
      <PageHead
        title={t("counter.locked")}
        eyebrow={`${counter.facility} · ${counter.name}`}
        lead={t("counter.lead")}
      />
      {problem && (
        <Notice tone="needs" alert>
          <p>{t(`counter.problem.${problem}`)}</p>
        </Notice>
      )}
      {counter.shifts.length > 0 && (
        <section aria-labelledby="shift" className="apart">
          <h2 id="shift">{t("counter.inShift")}</h2>
          <ul className="list">
            {counter.shifts.map((shift) => (
              <li key={shift.sessionId} className="person-row">
                <div className="item">
                  <p className="item-t">{shift.name}</p>
                  <p>
                    {shift.role && t(`duty.role.${shift.role}`)}
                    {!shift.hasPasskey && <span className="soft"> · {t("counter.withoutPasskey")}</span>}
                  </p>
                </div>
                {shift.hasPasskey ? (
                  <form method="post" action="/counter/unlock" data-unlock>
                    <input type="hidden" name="sessionId" value={shift.sessionId} />
                    <input type="hidden" name="returnTo" value={returnTo ?? ""} />
                    <input type="hidden" name="response" value="" />
                    <Button icon={Fingerprint}>{t("counter.goOn", { name: shift.name })}</Button>
                  </form>
                ) : (
                  <LinkButton href={signIn} look="second" icon={LogIn}>
                    {t("counter.signInAgain")}
                  </LinkButton>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="other" className="apart stack">
        <h2 id="other">{t(counter.shifts.length > 0 ? "counter.other" : "counter.begin")}</h2>
        <p>{t("counter.otherText")}</p>
        <LinkButton href={signIn} look={counter.shifts.length > 0 ? "second" : "main"} icon={LogIn}>
          {t("counter.signIn")}
        </LinkButton>
      </section>
    </div>
  );
}

function NoCounter({ staff }: { staff: boolean }) {
  const t = useT();
  return (
    <div className="narrow">
      <PageHead title={t("counter.none")} lead={t("counter.noneLead")} />
      {staff ? (
        <LinkButton href="/counter/register">{t("counter.register")}</LinkButton>
      ) : (
        <LinkButton href={`/sign-in?${new URLSearchParams({ returnTo: "/counter/register" })}`} icon={LogIn}>
          {t("counter.signIn")}
        </LinkButton>
      )}
    </div>
  );
}
