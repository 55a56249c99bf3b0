import type { CasePackage } from "#app/adapters/record-store/qd3176/package.ts";
import { spelled } from "#app/domain/persons/rules.ts";
import { isPlaceholder } from "#app/shared/identifiers.ts";
import { foldName } from "#app/shared/names.ts";
import type { OtherPeople } from "../needles.ts";

/** Fields that name parents, guardian, mother and child (XML7, 8, 9, 11), and whoever a form nobody publishes adds. */
const NAMES = /^(?:HO_TEN|HOTEN_(?!NGUOI_HT)|NGUOI_GIAM_HO)/;
const NUMBERS = /^(?:SO_CCCD|SO_CMND|MA_THE(?:_|$)|MA_BHXH|SO_BHXH)/;
const ADDRESSES = /^(?:DIA_CHI|NOI_CU_TRU)/;
const PHONES = /^(?:DIEN_THOAI|SDT|SO_DIEN_THOAI)/;

/** Who a package names in its fields for people: what its free texts may say again. */
export function peopleIn(pkg: CasePackage): OtherPeople {
  const found = new Map<string, OtherPeople[number]>();
  const add = (kind: OtherPeople[number]["kind"], text: string) => found.set(`${kind} ${text}`, { kind, text });
  for (const rows of Object.values(pkg.tables))
    for (const { fields } of rows ?? [])
      for (const [field, text] of Object.entries(fields)) {
        if (NAMES.test(field)) for (const name of namesIn(text)) add("name", name);
        else if (NUMBERS.test(field)) for (const number of text.split(";")) add("number", number);
        else if (ADDRESSES.test(field)) add("address", text);
        else if (PHONES.test(field)) add("phone", text);
      }
  return [...found.values()].filter(({ kind, text }) => kind === "address" || !isPlaceholder(text));
}

const TITLE = /^(?:ông|bà|anh|chị|cô|chú|bác|cậu|dì|mẹ|bố|cha|bố đẻ|mẹ đẻ)[:.]? +/i;
/** What stands where there is no name is an ordinary word elsewhere. */
const NOBODY = /^(?:khong|chua|ko|kho rach|vo danh|nguoi nha|con de|me|bo|cha)(?: |$)/;

/** "Ông Trần Văn A (chú)" names Trần Văn A; the whole is looked for too. */
function namesIn(text: string): string[] {
  const parts = text.split(/[(),;:/]| [-–] /).map((part) => part.trim().replace(TITLE, ""));
  return spelled([...new Set([text.trim(), ...parts])]).filter((name) => !NOBODY.test(foldName(name)));
}
