import type { StaffRole } from "#app/domain/identity/view.ts";
import type { Visitor } from "./visitor.ts";

/** The people of the pictures: what they type at the provider, and what they do before looking around. */
export interface Who {
  key: string;
  /** As the gallery names them. */
  name: string;
  login?: string;
  /** Leaves the notice of the first sign-in unread, so that it can be looked at. */
  leavesNotice?: true;
  /** Goes to work in this role. */
  duty?: StaffRole;
  /** Proves again who they are, so that what they have hidden can be looked at. */
  proves?: true;
  /** Opens this person's book, as their helper. */
  actsFor?: string;
}

export const nobody: Who = { key: "nobody", name: "nobody signed in" };
export const lan: Who = { key: "lan", name: "Nguyễn Thị Lan, farmer, 65", login: "099161000101", proves: true };
/** The same person later, when others have looked. */
export const lanLater: Who = { ...lan, key: "lan-later" };
export const hung: Who = { key: "hung", name: "Trần Văn Hùng, her son", login: "099088000102" };
export const hungForLan: Who = { ...hung, key: "hung-for-lan", name: "Hùng in Lan's book", actsFor: "Nguyễn Thị Lan" };
export const ha: Who = { key: "ha", name: "Phạm Thu Hà, mother", login: "099195000103" };
export const haForBao: Who = { ...ha, key: "ha-for-bao", name: "Hà in her son's book", actsFor: "Lê Gia Bảo" };
export const quan: Who = { key: "quan", name: "Hoàng Minh Quân, 15", login: "099211000105" };
export const mai: Who = { key: "mai", name: "Vũ Thị Mai, pregnant", login: "099198000106" };
export const thanh: Who = { key: "thanh", name: "Đỗ Văn Thành, ghost visit", login: "099075000107" };
export const claire: Who = { key: "claire", name: "Claire Dubois, foreigner", login: "NNN-2026-000108" };
export const hoa: Who = { key: "hoa", name: "Bùi Thị Hoa, level 1", login: "099170000109" };
export const an: Who = { key: "an", name: "Lê Hoài An, an account without a number", login: "NNN-2026-000117" };
export const thao: Who = { key: "thao", name: "Lý Thị Thảo, pharmacist", login: "099190000111" };
export const vinh: Who = { key: "vinh", name: "Ngô Quang Vinh, pharmacist", login: "099085000110", duty: "pharmacist" };
export const trang: Who = {
  key: "trang",
  name: "Nguyễn Thu Trang, first time",
  login: "099184000113",
  leavesNotice: true,
};
export const yen: Who = { key: "yen", name: "Phan Thị Yến, empty book", login: "099192000114" };
export const clerk: Who = { ...yen, key: "clerk", name: "Phan Thị Yến, receptionist", duty: "clerk" };
export const officer: Who = {
  key: "officer",
  name: "Tạ Hồng Nhung, health department",
  login: "099189000116",
  duty: "clerk",
};
export const clinician: Who = {
  key: "clinician",
  name: "Trần Đức Anh, endocrinologist",
  login: "099079000112",
  duty: "clinician",
};
export const operator: Who = {
  key: "operator",
  name: "Lương Quốc Bảo, operator",
  login: "099083000115",
  duty: "operator",
};

/** Through the real pages: the portal's, the provider's, the notice, and the choice of whose book. */
export async function signIn(visitor: Visitor, who: Who): Promise<void> {
  if (!who.login) return;
  await visitor.go("/sign-in");
  await visitor.press("main form button");
  await visitor.page.fill("input[name=login]", who.login);
  await visitor.press("form:has(input[name=login]) button");
  if (!who.leavesNotice && visitor.path === "/privacy/notice") await visitor.press("main form button");
  if (who.duty) {
    await visitor.go("/duty");
    await visitor.press(`main form:has(input[name=duty][value^="${who.duty}"]) button`);
  }
  if (who.proves) {
    await visitor.go("/sign-in/confirm?for=open-hidden");
    await visitor.press("main form button");
    await visitor.page.fill("input[name=login]", who.login);
    await visitor.press("form:has(input[name=login]) button");
    await visitor.press("form[action*='/confirm'] button");
  }
  if (!who.actsFor) return;
  await visitor.go("/people");
  await visitor.press(`main li:has-text("${who.actsFor}") form button`);
}
