import type { IdentityCaseView } from "#app/domain/identity/case-view.ts";

const at = "2026-10-15T02:10:00.000Z";
const person = "00000000-0000-4000-8000-000000000042";
const birth = { low: "1972-09-02", high: "1972-09-02" };

/** A sign-in without a number, which one operator proposes to link to somebody they looked up. */
export const proposedIdentity: IdentityCaseView = {
  ...{ id: "1", reference: "DN-26-7K3M-Q9", reason: "no-number", state: "open", issuer: "https://id.example" },
  ...{ openedAt: at, dueAt: "2026-10-25T02:10:00.000Z", late: false, decidedAt: undefined, reachable: true },
  ...{ revision: 1, label: { vi: "VNeID", en: "VNeID" }, phone: "0912345678", words: "mới đổi thẻ", saidAt: at },
  ...{ answer: undefined, refusal: undefined, personId: undefined, proposed: true },
  claimed: { name: "Lê Hoài An", birth, sex: "female", numbers: [] },
  candidates: [
    {
      ...{ id: person, names: ["Lê Hoài An"], birth, sex: "female", deceased: false, by: ["operator"], accounts: [] },
      agreement: { name: "agrees", birth: "agrees", sex: "agrees" },
      ...{ replaces: false, linked: false, reissue: false, second: true },
    },
  ],
  proposal: {
    id: "2",
    kind: "link",
    personId: person,
    why: "Đã xem thẻ căn cước tại trạm y tế.\nĐã gọi lại.",
    at,
    mine: false,
  },
  reasons: [
    {
      reference: "DN-26-7K3M-Q9",
      step: "proposed",
      refusal: undefined,
      why: "Đã xem thẻ căn cước tại trạm y tế.\nĐã gọi lại.",
      mine: false,
      at,
    },
    {
      reference: "DN-26-2B4C-X3",
      step: "refused",
      refusal: "not-confirmed",
      why: "Gọi hai lần, không ai nghe",
      mine: true,
      at,
    },
  ],
};
