import type { English } from "./catalogue.ts";
import { book, empty, facilityKind, needs, search, section, sources, versions } from "./en/book.ts";
import { acting, common, shell } from "./en/common.ts";
import { calendar, copy, pdf, summary } from "./en/copies.ts";
import { correction } from "./en/corrections.ts";
import { counter } from "./en/counter.ts";
import { dose } from "./en/dose.ts";
import { duty } from "./en/duty.ts";
import { explain, held } from "./en/explain.ts";
import { feeds } from "./en/feed-duty.ts";
import { feed, missing } from "./en/feeds.ts";
import { form } from "./en/form.ts";
import { gallery } from "./en/gallery.ts";
import { growth } from "./en/growth.ts";
import { accessibility, help, scam } from "./en/help.ts";
import { history } from "./en/history.ts";
import { accounts, identities, signInHelp } from "./en/identity.ts";
import { about, insurance } from "./en/insurance.ts";
import { issue } from "./en/issues.ts";
import { allergy, condition, document, item, medicine, nextStep, procedure, vaccination, visit } from "./en/items.ts";
import { measurements } from "./en/measurements.ts";
import { newest } from "./en/newest.ts";
import { notice } from "./en/notice.ts";
import { clients, facilities, messages, operator } from "./en/operator.ts";
import { papers } from "./en/papers.ts";
import { pregnancy } from "./en/pregnancy.ts";
import { log, people, privacy } from "./en/privacy.ts";
import { errors, example, landing, leaving, level, problem, signedOut, signIn } from "./en/public.ts";
import { pulled } from "./en/pulled.ts";
import { persons, quarantine } from "./en/quarantine.ts";
import { registers } from "./en/registers.ts";
import { result } from "./en/results.ts";
import { busy, lock, sessions, stepUp, timeout } from "./en/sessions.ts";
import { passkeys, staff } from "./en/staff.ts";
import { status } from "./en/status.ts";
import { tests, trend } from "./en/tests.ts";
import { upload } from "./en/upload.ts";
import { vaccinations } from "./en/vaccinations.ts";

/** English: the compiler refuses a missing or an extra key. */
export const en: English = {
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
};
