import { v5 } from "uuid";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Ctx } from "#app/domain/access/context.ts";
import { addRangeTable } from "#app/domain/facility-registers/add-range-table.ts";
import { machineInput, rangeTableInput, viewerInput } from "#app/domain/facility-registers/input.ts";
import { registerMachine } from "#app/domain/facility-registers/register-machine.ts";
import { setViewer } from "#app/domain/facility-registers/set-viewer.ts";

const CSV = `MA_CHI_SO;DON_VI;GIOI;TUOI_TU;TUOI_DEN;THAP;CAO;LOI
23.0041.01;mmol/L;chung;6575;;;5.2;
23.0084.01;mmol/L;Nam;6575;;0,9;;
23.0084.01;mmol/L;Nữ;6575;;1,0;;
23.0075.01;mmol/L;chung;6575;;3.9;6.4;Lúc đói
`;

const BASIS = "Luật Khám bệnh, chữa bệnh 15/2023/QH15; thỏa thuận cung cấp dữ liệu với Sở Y tế Kinh Bắc số 12/TT-2026";

/** One hospital has a table of ranges and a machine with AI, another shows its pictures. By the operators' own verbs. */
export async function loadFacilityRegisters(
  operator: Ctx<Extract<Actor, { kind: "operator" }>>,
  facilityId: (key: string) => string,
): Promise<void> {
  const centre = facilityId("regional-centre");
  const table = rangeTableInput.parse({
    idempotencyKey: v5("ranges/2026", centre),
    csv: CSV,
    validFrom: "2026-01-01",
    sourceDocument: "Bảng khoảng tham chiếu khoa Xét nghiệm, ban hành kèm Quyết định 15/QĐ-TTYT ngày 02/01/2026",
    signedBy: "BSCKI. Nguyễn Văn Lâm, trưởng khoa Xét nghiệm",
    rangeBasis: BASIS,
  });
  const machine = machineInput.parse({
    machineCode: "XQ.3.99010.DR01",
    machineName: "Máy X-quang số hóa, phần mềm gợi ý tổn thương phổi",
    registration: "2300456ĐKLH/BYT-HTTB",
    machineSince: "2026-03-01",
    machineBasis: BASIS,
  });
  const viewer = viewerInput.parse({
    viewerTemplate: "https://hinhanh.bvkinhbac.example/xem?study={studyUid}",
    viewerHost: "hinhanh.bvkinhbac.example",
    viewerBasis: BASIS,
  });
  const done = [
    await addRangeTable(operator, centre, table),
    await registerMachine(operator, centre, machine),
    await setViewer(operator, facilityId("general-hospital"), viewer),
  ];
  for (const one of done)
    if ("errors" in one) throw new Error(`A facility's register was not loaded: ${JSON.stringify(one.errors)}`);
}
