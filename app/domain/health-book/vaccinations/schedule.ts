/** What a vaccine is against, as far as the schedule needs to tell vaccines apart; `other` is a known one it does not list. */
export type Antigen =
  | "bcg"
  | "hepb"
  | "diphtheria"
  | "pertussis"
  | "tetanus"
  | "hib"
  | "polio"
  | "ipv"
  | "measles"
  | "rubella"
  | "je"
  | "je-live"
  | "rota"
  | "other";

/** An age, or a stretch of time between doses. */
export type Stretch = { days: number } | { months: number };

/** The texts the schedule is taken from, each in force from a day. */
export const scheduleSources = {
  "38/2017/TT-BYT": "2018-01-01",
  "10/2024/TT-BYT": "2024-08-01",
} as const;

export interface ScheduledDose {
  /** All in one vaccine. */
  antigens: readonly Antigen[];
  /** The age it is due from, and the age after which it is late: the month of life that the circular names. */
  from: Stretch;
  until: Stretch;
  /** Given younger, or sooner after the dose before, it is not counted here; a doctor may count it. */
  earliest: Stretch;
  gap?: Stretch;
  /** Given later, it is another dose. */
  latest?: Stretch;
  /** Late, nobody is told to make it up: they are told to ask. */
  notMadeUp?: true;
  source: keyof typeof scheduleSources;
  /** First day it is no longer in force. */
  to?: string;
}

export const courseIds = [
  "tuberculosis",
  "hepatitis-b-birth",
  "hepatitis-b",
  "diphtheria-pertussis-tetanus",
  "hib",
  "polio",
  "polio-injected",
  "rotavirus",
  "measles",
  "rubella",
  "japanese-encephalitis",
] as const;

export type CourseId = (typeof courseIds)[number];

export interface Course {
  id: CourseId;
  doses: readonly ScheduledDose[];
  /** A vaccine with one of these may matter to it, though it is not counted. */
  related?: readonly Antigen[];
  /** The one dose at birth: what a facility recommends by the antigen's name is not about it. */
  atBirth?: true;
  /** Follows a dose at birth, which is not one of these, though senders may count it as the first. */
  afterBirth?: true;
}

const days = (n: number): Stretch => ({ days: n });
const months = (n: number): Stretch => ({ months: n });
const OLD = { source: "38/2017/TT-BYT" } as const;
const NEW = { source: "10/2024/TT-BYT" } as const;
const MONTH_APART = days(28);

/** "When the child is two months old; at least one month after the first; at least one month after the second." */
const threeFromTwoMonths = (antigens: readonly Antigen[]): ScheduledDose[] => [
  { antigens, from: months(2), until: months(3), earliest: days(42), ...OLD },
  { antigens, from: months(3), until: months(4), earliest: days(70), gap: MONTH_APART, ...OLD },
  { antigens, from: months(4), until: months(5), earliest: days(98), gap: MONTH_APART, ...OLD },
];

const DPT: readonly Antigen[] = ["diphtheria", "pertussis", "tetanus"];

/**
 * The national expanded programme of immunisation: Circular 38/2017/TT-BYT, article 2, and Circular 10/2024/TT-BYT,
 * article 2, in force since 1 August 2024. A dose binds who comes of its age while it is in force. Vaccines that are
 * rolled out by resolution (pneumococci, HPV) stand here once a text in force gives their ages.
 */
export const schedule: readonly Course[] = [
  {
    id: "tuberculosis",
    doses: [{ antigens: ["bcg"], from: days(0), until: months(1), earliest: days(0), ...OLD }],
  },
  {
    id: "hepatitis-b-birth",
    atBirth: true,
    // "Within 24 hours"; a day has no hours here.
    doses: [
      {
        antigens: ["hepb"],
        from: days(0),
        until: days(1),
        earliest: days(0),
        latest: days(28),
        notMadeUp: true,
        ...OLD,
      },
    ],
  },
  { id: "hepatitis-b", afterBirth: true, doses: threeFromTwoMonths(["hepb"]) },
  {
    id: "diphtheria-pertussis-tetanus",
    doses: [
      ...threeFromTwoMonths(DPT),
      { antigens: DPT, from: months(18), until: months(24), earliest: months(12), gap: months(6), ...OLD },
      {
        antigens: ["diphtheria", "tetanus"],
        from: months(84),
        until: months(96),
        earliest: months(48),
        gap: months(6),
        ...NEW,
      },
    ],
  },
  { id: "hib", doses: threeFromTwoMonths(["hib"]) },
  { id: "polio", doses: threeFromTwoMonths(["polio"]) },
  {
    id: "polio-injected",
    doses: [
      { antigens: ["ipv"], from: months(5), until: months(6), earliest: days(42), ...OLD },
      { antigens: ["ipv"], from: months(9), until: months(10), earliest: days(70), gap: MONTH_APART, ...NEW },
    ],
  },
  {
    id: "rotavirus",
    // Province by province, as the vaccine is delivered.
    doses: [
      { antigens: ["rota"], from: months(2), until: months(3), earliest: days(42), notMadeUp: true, ...NEW },
      {
        antigens: ["rota"],
        from: months(3),
        until: months(4),
        earliest: days(70),
        gap: MONTH_APART,
        notMadeUp: true,
        ...NEW,
      },
    ],
  },
  {
    id: "measles",
    doses: [
      { antigens: ["measles"], from: months(9), until: months(10), earliest: months(9), ...OLD },
      { antigens: ["measles"], from: months(18), until: months(24), earliest: months(10), gap: MONTH_APART, ...OLD },
    ],
  },
  {
    id: "rubella",
    doses: [{ antigens: ["rubella"], from: months(18), until: months(24), earliest: months(9), ...OLD }],
  },
  {
    id: "japanese-encephalitis",
    // The live vaccine has a schedule of its own.
    related: ["je-live"],
    doses: [
      { antigens: ["je"], from: months(12), until: months(13), earliest: months(9), ...OLD },
      { antigens: ["je"], from: days(372), until: months(13), earliest: months(9), gap: days(7), ...OLD },
      { antigens: ["je"], from: months(24), until: months(25), earliest: months(20), gap: months(12), ...OLD },
    ],
  },
];

/** The schedule ends with the dose at seven years: nobody older is told what they lack. */
export const SCHEDULE_ENDS: Stretch = months(96);
