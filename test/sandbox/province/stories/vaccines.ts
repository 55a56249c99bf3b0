import type { Vaccine } from "../fhir/immunization.ts";

const thigh = { site: "Mặt trước ngoài đùi trái" };
const underSkin = { route: "Tiêm dưới da" };

/** Vaccines of the national programme and a few bought ones. */
export const vaccines = {
  hepatitisBAtBirth: {
    key: "vgb-so-sinh",
    name: "Vắc xin viêm gan B sơ sinh",
    cvx: "08",
    against: ["Viêm gan B"],
    maker: "VABIOTECH",
    ...thigh,
  },
  bcg: {
    key: "bcg",
    name: "Vắc xin phòng lao (BCG)",
    cvx: "19",
    against: ["Lao"],
    maker: "IVAC",
    route: "Tiêm trong da",
  },
  fiveInOne: {
    key: "5trong1",
    name: "Vắc xin 5 trong 1 (DPT-VGB-Hib)",
    cvx: "102",
    against: ["Bạch hầu", "Ho gà", "Uốn ván", "Viêm gan B", "Bệnh do Hib"],
    maker: "Biological E",
    ...thigh,
  },
  oralPolio: {
    key: "bopv",
    name: "Vắc xin bại liệt uống (bOPV)",
    cvx: "178",
    against: ["Bại liệt"],
    maker: "POLYVAC",
    site: "Đường miệng",
    route: "Uống",
  },
  injectedPolio: {
    key: "ipv",
    name: "Vắc xin bại liệt tiêm (IPV)",
    cvx: "10",
    against: ["Bại liệt"],
    maker: "Sanofi",
    ...thigh,
  },
  rotavirus: {
    key: "rota",
    name: "Vắc xin Rota (uống)",
    cvx: "119",
    against: ["Tiêu chảy do vi rút Rota"],
    maker: "POLYVAC",
    site: "Đường miệng",
    route: "Uống",
  },
  measles: { key: "soi", name: "Vắc xin sởi", cvx: "05", against: ["Sởi"], maker: "POLYVAC", ...underSkin },
  measlesRubella: {
    key: "soi-rubella",
    name: "Vắc xin sởi – rubella (MR)",
    cvx: "04",
    against: ["Sởi", "Rubella"],
    maker: "POLYVAC",
    ...underSkin,
  },
  diphtheriaBooster: {
    key: "dpt",
    name: "Vắc xin bạch hầu – ho gà – uốn ván (DPT)",
    cvx: "01",
    against: ["Bạch hầu", "Ho gà", "Uốn ván"],
    maker: "IVAC",
    ...thigh,
  },
  japaneseEncephalitis: {
    key: "vnnb",
    name: "Vắc xin viêm não Nhật Bản",
    cvx: "39",
    against: ["Viêm não Nhật Bản"],
    maker: "VABIOTECH",
    ...underSkin,
  },
  flu: { key: "cum", name: "Vắc xin cúm mùa", cvx: "88", against: ["Cúm mùa"], maker: "IVAC" },
  tetanus: { key: "uon-van", name: "Vắc xin uốn ván (VAT)", cvx: "35", against: ["Uốn ván"], maker: "IVAC" },
  hepatitisB: {
    key: "vgb",
    name: "Vắc xin viêm gan B (người lớn)",
    cvx: "43",
    against: ["Viêm gan B"],
    maker: "VABIOTECH",
  },
} as const satisfies Record<string, Vaccine>;
