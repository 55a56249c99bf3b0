import { envelopeXml, type Row } from "../../support/qd3176/package-xml.ts";
import { type CaseSpec, plausibleCase } from "../../support/qd3176/plausible-case.ts";
import type { Random } from "../../support/random.ts";
import type { InventedPerson } from "./person.ts";
import { DRUGS, ILLNESSES, SERVICES, TESTS } from "./visit.ts";

/** About 45 rows: the summary, 10 medicines, 14 services and 20 results. */
const ROWS = { medicines: 10, services: 14, results: 20 };

/** A visit as its hospital claims it, as an envelope with base64 tables; no row is like another. */
export function visitPackage(person: InventedPerson, maLk: string, maCskcb: string, at: Date): Uint8Array {
  const { random } = person;
  const spec: CaseSpec = { maLk, maCskcb, ...ROWS, summary: summaryOf(person, maLk, at) };
  const { XML1 = [], XML2 = [], XML3 = [], XML4 = [] } = plausibleCase(spec);
  const own = { XML2: medicineOf, XML3: serviceOf, XML4: resultOf };
  const vary = (rows: readonly Row[], make: (random: Random, at: Date, i: number) => Row) =>
    rows.map((row, i) => ({ ...row, ...make(random, at, i) }));
  return envelopeXml([{ XML1, XML2: vary(XML2, own.XML2), XML3: vary(XML3, own.XML3), XML4: vary(XML4, own.XML4) }]);
}

/** yyyyMMddHHmm, so many minutes later. */
const minute = (at: Date, minutes: number): string =>
  new Date(at.getTime() + minutes * 60_000).toISOString().replace(/\D/g, "").slice(0, 12);

const doctor = (random: Random): string => `${String(10_000 + random.below(400)).padStart(7, "0")}/HCM-CCHN`;

function summaryOf(person: InventedPerson, maLk: string, at: Date): Row {
  const { random } = person;
  const [code, illness] = random.of(ILLNESSES);
  return {
    MA_BN: `${26_000_000 + person.at}`,
    HO_TEN: person.name,
    SO_CCCD: person.number,
    NGAY_SINH: `${person.birthDate.replaceAll("-", "")}0000`,
    GIOI_TINH: person.gender === "female" ? "2" : "1",
    DIA_CHI: `${1 + random.below(900)} đường số ${1 + random.below(60)}, phường ${1 + random.below(30)}`,
    DIEN_THOAI: `09${String(random.below(100_000_000)).padStart(8, "0")}`,
    MA_THE_BHYT: `GD479${String(1_000_000_000 + person.at)}`,
    CHAN_DOAN_RV: illness,
    MA_BENH_CHINH: code,
    NGAY_VAO: minute(at, 0),
    NGAY_RA: minute(at, 180 + random.below(60)),
    NGAY_TTOAN: minute(at, 250),
    CAN_NANG: (42 + random.below(400) / 10).toFixed(2),
    MA_HSBA: `HS-${maLk}`,
  };
}

function medicineOf(random: Random, at: Date, i: number): Row {
  const [code, name, strength, how] = random.of(DRUGS);
  return {
    MA_THUOC: `${code}.${i}`,
    TEN_THUOC: name,
    HAM_LUONG: strength,
    LIEU_DUNG: `${1 + random.below(2)} viên/lần * ${1 + random.below(3)} lần/ngày`,
    CACH_DUNG: how,
    SO_DANG_KY: `VD-${10_000 + random.below(30_000)}-${12 + random.below(12)}`,
    MA_BAC_SI: doctor(random),
    NGAY_YL: minute(at, 100 + random.below(60)),
  };
}

function serviceOf(random: Random, at: Date, i: number): Row {
  const [code, name] = random.of(SERVICES);
  const start = 20 + random.below(40);
  return {
    MA_DICH_VU: `${code}.${i}`,
    TEN_DICH_VU: name,
    MA_BAC_SI: doctor(random),
    NGUOI_THUC_HIEN: doctor(random),
    NGAY_YL: minute(at, start),
    NGAY_TH_YL: minute(at, start + random.below(20)),
    NGAY_KQ: minute(at, start + 20 + random.below(60)),
    MA_MAY: `HH.3.79012.${String.fromCharCode(65 + random.below(26))}${100 + random.below(900)}`,
  };
}

function resultOf(random: Random, at: Date, i: number): Row {
  const [code, name, unit, low, high] = random.of(TESTS);
  return {
    MA_DICH_VU: `${code}.${i}`,
    MA_CHI_SO: `${code}.${i}.01`,
    TEN_CHI_SO: name,
    GIA_TRI: (low + random.next() * (high - low)).toFixed(2),
    DON_VI_DO: unit,
    NGAY_KQ: minute(at, 60 + random.below(90)),
    MA_BS_DOC_KQ: doctor(random),
  };
}
