import { listOf3176 } from "#app/adapters/record-store/qd3176/mapping/code-systems.ts";
import { listOf } from "#app/adapters/record-store/qd3176/values.ts";
import { localDay } from "#app/shared/dates.ts";
import type { BookPerson, ResultView } from "../view.ts";
import { type EntryRow, readRow } from "./entry-row.ts";
import { MA_CHI_SO, type Registers } from "./facility-registers.ts";
import type { AnyResult } from "./map-result.ts";
import { rangeFor } from "./table-range.ts";
import { viewerLink } from "./viewer-link.ts";

const MA_MAY = listOf3176("MA_MAY");

/** A result with what its facility has registered: its own table's range, AI in the machine, where the pictures are. */
export function withRegisters(item: ResultView, row: EntryRow, registers: Registers, person: BookPerson): ResultView {
  const day = dayOf(row);
  const { resource } = readRow<AnyResult>(row);
  return {
    ...item,
    ...ownRange(item, { row, resource, day }, registers, person),
    aiHelped: day !== undefined && usedAi(resource, row.facilityId, day, registers),
    viewer: viewerOf(row, registers),
  };
}

interface At {
  row: EntryRow;
  resource: AnyResult;
  day: string | undefined;
}

/** A range of the facility's table where the laboratory sent none; what it means is for the laboratory to say. */
function ownRange(
  item: ResultView,
  { row, resource, day }: At,
  { ranges, withTables }: Registers,
  person: BookPerson,
): Pick<ResultView, "tableRange" | "noRange"> {
  const { value } = item;
  if (item.form !== "measurement" || value?.kind !== "quantity" || item.ranges.length > 0) return {};
  const code = (resource as { code?: { coding?: { system?: string; code?: string }[] } }).code?.coding?.find(
    (c) => c.system === MA_CHI_SO,
  )?.code;
  if (!code) return {};
  const { facilityId } = row;
  const found =
    value.unit && day ? rangeFor(ranges ?? [], { facilityId, code, unit: value.unit, day }, person) : undefined;
  if (!found) return { noRange: withTables?.includes(facilityId) ? "no-line" : "no-table" };
  const [low, high, text] = [found.low ?? undefined, found.high ?? undefined, found.words ?? undefined];
  return { tableRange: { low, high, text, unit: found.unit, from: found.from } };
}

function usedAi(resource: AnyResult, facilityId: string, day: string, { machines }: Registers): boolean {
  const extensions = (resource as { extension?: { url?: string; valueString?: string }[] }).extension ?? [];
  const used = extensions.filter((e) => e.url === MA_MAY).flatMap((e) => listOf(e.valueString));
  return (machines ?? []).some(
    (m) =>
      m.facilityId === facilityId && used.includes(m.code) && m.since <= day && (m.until === null || day < m.until),
  );
}

function viewerOf(row: EntryRow, { viewers, studies }: Registers): string | undefined {
  const viewer = viewers?.find((v) => v.facilityId === row.facilityId);
  const study = studies?.find((s) => s.id === row.id);
  return viewer && study ? viewerLink(viewer, study.identifiers) : undefined;
}

const dayOf = ({ timeLow, timePrecision }: EntryRow): string | undefined =>
  timeLow && (timePrecision === "day" || timePrecision === "time") ? localDay(timeLow) : undefined;
