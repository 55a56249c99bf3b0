import { at, type Scene } from "../scene.ts";
import { clerk, haForBao, hung, hungForLan, lan, officer, operator, thanh, vinh, yen } from "../who.ts";

/** From "this is wrong" to the answer, on both sides. */
export const correctionScenes: Scene[] = [
  at(lan, "corrections", "What she has reported", "/book/corrections"),
  at(lan, "correction-missing-new", "Something is missing", "/book/corrections/new?kind=missing&section=documents"),
  {
    id: "correction-missing-wrong",
    title: "Something is missing: a form with mistakes",
    who: lan,
    open: async (visitor) => {
      await visitor.go("/book/corrections/new?kind=missing");
      await visitor.page.evaluate("document.querySelector('main form').noValidate = true");
      await visitor.press("main form.form-one button");
    },
  },
  at(yen, "corrections-none", "Nothing reported", "/book/corrections"),
  at(thanh, "correction-ghost-list", "His reports", "/book/corrections"),
  {
    id: "correction-ghost-new",
    title: "This visit was not mine",
    who: thanh,
    open: async (visitor) => {
      await visitor.pick("/book/visits", /Viêm dạ dày/);
      await visitor.press("main a[href*='kind=not-mine']");
    },
  },
  {
    id: "correction-overdue",
    title: "A report that nobody answered in time",
    who: thanh,
    open: (visitor) => visitor.pick("/book/corrections", /Lần khám/),
  },
  {
    id: "correction-refused",
    title: "A report refused, with the reason",
    who: hung,
    open: (visitor) => visitor.pick("/book/corrections", /./),
  },
  {
    id: "correction-for-child",
    title: "Sent by a mother for her son",
    who: haForBao,
    open: (visitor) => visitor.pick("/book/corrections", /./),
  },
  at(hungForLan, "correction-only-looks", "A helper who only looks", "/book/corrections/new?kind=missing", {
    status: 403,
  }),
  at(clerk, "duty", "At work: role and place", "/duty"),
  at(clerk, "on-duty", "One's own book, asked for at work", "/book", { status: 403 }),
  at(yen, "duty-needed", "A page of one's work, asked for as oneself", "/clinic/corrections", { status: 403 }),
  at(vinh, "counter-register", "A shared counter, before it is one", "/counter/register"),
  at(vinh, "counter-passkeys", "One's own passkeys", "/counter/passkeys"),
  at(vinh, "counter-kept", "Nothing half written", "/counter/kept"),
  at(vinh, "counter-none", "The page of counters in a browser that is none", "/counter"),
  at(clerk, "inbox", "A hospital's requests", "/clinic/corrections"),
  {
    id: "inbox-request",
    title: "A request, at the hospital",
    who: clerk,
    open: (visitor) => visitor.pick("/clinic/corrections", /Sai/),
  },
  {
    id: "inbox-request-wrong",
    title: "An answer without words",
    who: clerk,
    open: async (visitor) => {
      await visitor.pick("/clinic/corrections", /Sai/);
      await visitor.press("main form:has(input[value=decide]) button");
    },
  },
  at(officer, "inbox-department", "The health department's requests", "/clinic/corrections"),
  at(operator, "operator-corrections", "Who answers late", "/operator/corrections"),
];
