import { book, empty, facilityKind, needs, search, section, sources, versions } from "./vi/book.ts";
import { acting, common, shell } from "./vi/common.ts";
import { calendar, copy, pdf, summary } from "./vi/copies.ts";
import { correction } from "./vi/corrections.ts";
import { counter } from "./vi/counter.ts";
import { dose } from "./vi/dose.ts";
import { duty } from "./vi/duty.ts";
import { explain, held } from "./vi/explain.ts";
import { feeds } from "./vi/feed-duty.ts";
import { feed, missing } from "./vi/feeds.ts";
import { form } from "./vi/form.ts";
import { gallery } from "./vi/gallery.ts";
import { growth } from "./vi/growth.ts";
import { accessibility, help, scam } from "./vi/help.ts";
import { history } from "./vi/history.ts";
import { accounts, identities, signInHelp } from "./vi/identity.ts";
import { about, insurance } from "./vi/insurance.ts";
import { issue } from "./vi/issues.ts";
import { allergy, condition, document, item, medicine, nextStep, procedure, vaccination, visit } from "./vi/items.ts";
import { measurements } from "./vi/measurements.ts";
import { newest } from "./vi/newest.ts";
import { notice } from "./vi/notice.ts";
import { clients, facilities, messages, operator } from "./vi/operator.ts";
import { papers } from "./vi/papers.ts";
import { pregnancy } from "./vi/pregnancy.ts";
import { log, people, privacy } from "./vi/privacy.ts";
import { errors, example, landing, leaving, level, problem, signedOut, signIn } from "./vi/public.ts";
import { pulled } from "./vi/pulled.ts";
import { persons, quarantine } from "./vi/quarantine.ts";
import { registers } from "./vi/registers.ts";
import { result } from "./vi/results.ts";
import { busy, lock, sessions, stepUp, timeout } from "./vi/sessions.ts";
import { passkeys, staff } from "./vi/staff.ts";
import { status } from "./vi/status.ts";
import { tests, trend } from "./vi/tests.ts";
import { upload } from "./vi/upload.ts";
import { vaccinations } from "./vi/vaccinations.ts";

/** Vietnamese: the source. `en.ts` must have exactly these keys. */
export const vi = {
  common,
  shell,
  acting,
  duty,
  counter,
  book,
  needs,
  search,
  section,
  versions,
  about,
  insurance,
  papers,
  empty,
  sources,
  summary,
  pdf,
  calendar,
  copy,
  facilityKind,
  feed,
  missing,
  item,
  allergy,
  medicine,
  condition,
  vaccination,
  vaccinations,
  gallery,
  growth,
  history,
  pregnancy,
  measurements,
  procedure,
  document,
  nextStep,
  visit,
  dose,
  result,
  held,
  newest,
  explain,
  tests,
  trend,
  log,
  people,
  privacy,
  notice,
  form,
  landing,
  example,
  signIn,
  leaving,
  level,
  problem,
  signedOut,
  signInHelp,
  help,
  scam,
  accessibility,
  errors,
  operator,
  facilities,
  clients,
  pulled,
  messages,
  registers,
  quarantine,
  persons,
  identities,
  accounts,
  correction,
  feeds,
  issue,
  upload,
  status,
  stepUp,
  staff,
  passkeys,
  sessions,
  lock,
  timeout,
  busy,
} as const;
