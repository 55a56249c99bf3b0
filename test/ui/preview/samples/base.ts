import type { BookPerson, ItemBase, Source, When } from "#app/domain/health-book/view.ts";
import { facility } from "#test/sandbox/province/facilities.ts";
import { persona } from "#test/sandbox/province/personas.ts";

/** The moment the previews are made at. */
export const now = "2026-11-22T09:15:00+07:00";

/** One of the province's facilities as a source. */
export function from(key: string, receivedAt = "2026-11-21T22:04:00+07:00"): Source {
  return { facilityId: `f-${key}`, facility: facility(key).shortName, receivedAt };
}

export const hospital = from("general-hospital");
export const station = from("commune-station", "2026-11-16T07:30:00+07:00");
export const clinic = from("clinic", "2026-11-20T18:12:00+07:00");

export const onDay = (day: string): When => ({ from: day, precision: "day" });
export const atTime = (time: string): When => ({ from: time, precision: "time" });

export function personOf(key: string, self = true): BookPerson {
  const { name, birthDate, gender } = persona(key);
  return { name, birth: { low: birthDate, high: birthDate }, sex: gender, self };
}

let made = 0;

/** What all entries share. */
export function base(title: string | undefined, more: Partial<ItemBase> = {}): ItemBase {
  made += 1;
  return {
    id: `e-${made}`,
    title,
    when: onDay("2026-10-12"),
    source: hospital,
    visitId: undefined,
    hidden: false,
    unsafe: false,
    withdrawn: false,
    ...more,
  };
}
