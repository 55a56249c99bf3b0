import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { DomainError } from "#app/shared/errors.ts";
import { isId } from "#app/shared/ids.ts";
import type { FacilityRegistersView, MachineView, RangeTableView, ViewerView } from "./view.ts";

type Row = Omit<FacilityRegistersView, "viewer" | "tables" | "machines"> & {
  tables: (RangeTableView & { validTo: string | null; signingKey: string | null })[] | null;
  machines: (MachineView & { until: string | null })[] | null;
  viewer: ViewerView | null;
};

/** A facility's tables of ranges, machines with AI and image viewer. Who may: operators. @throws DomainError `not-found`. */
export async function readRegisters(
  ctx: Ctx<Extract<Actor, { kind: "operator" }>>,
  facilityId: string,
): Promise<FacilityRegistersView> {
  if (!isId(facilityId)) throw notFound();
  const [row] = await ctx.db.sql<Row[]>`
    select n.facility_id as "facilityId", n.name as facility,
      (select jsonb_agg(jsonb_build_object('id', t.id, 'validFrom', t.valid_from, 'validTo', t.valid_to, 'sourceDocument', t.source_document, 'signedBy', t.signed_by,
          'signingKey', t.signing_key, 'checksum', encode(t.checksum, 'hex'), 'legalBasis', t.legal_basis,
          'lines', (select count(*) from reference_ranges r where r.facility_id = t.facility_id and r.table_id = t.id)) order by t.valid_from desc)
        from reference_range_tables t where t.facility_id = n.facility_id) as tables,
      (select jsonb_agg(jsonb_build_object('code', m.machine_code, 'name', m.name, 'registration', m.registration, 'since', m.since, 'until', m.until,
          'legalBasis', m.legal_basis) order by m.until nulls first, m.machine_code)
        from ai_machines m where m.facility_id = n.facility_id) as machines,
      (select jsonb_build_object('template', v.url_template, 'host', v.allowed_host, 'since', v.since, 'legalBasis', v.legal_basis)
        from image_viewers v where v.facility_id = n.facility_id and v.until is null) as viewer
    from facility_names n where n.facility_id = ${facilityId} and n.valid_to is null`;
  if (!row) throw notFound();
  return {
    facilityId: row.facilityId,
    facility: row.facility,
    tables: (row.tables ?? []).map((t) => ({
      ...t,
      validTo: t.validTo ?? undefined,
      signingKey: t.signingKey ?? undefined,
    })),
    machines: (row.machines ?? []).map((m) => ({ ...m, until: m.until ?? undefined })),
    viewer: row.viewer ?? undefined,
  };
}

const notFound = () => new DomainError("not-found", "no-such-facility", "There is no such facility.");
