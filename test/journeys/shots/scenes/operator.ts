import { facilityId } from "#test/sandbox/province/load.ts";
import { at, type Scene } from "../scene.ts";
import { operator } from "../who.ts";

/** The health department's pages, with forms sent wrongly. */
export const operatorScenes: Scene[] = [
  at(operator, "operator-home", "Overview", "/operator"),
  at(operator, "operator-feeds", "How the feeds do", "/operator/feeds"),
  {
    id: "operator-feed",
    title: "One facility's feed",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/feeds");
      await visitor.press("main h2 a");
    },
  },
  {
    id: "operator-feed-wrong",
    title: "One facility's feed: a notice with mistakes",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/feeds");
      await visitor.press("main h2 a");
      await visitor.page.fill("#textVi", "Nghỉ lễ");
      await visitor.page.fill("#textEn", "Holiday");
      await visitor.page.fill("#startsAt", "2026-11-22T08:00");
      await visitor.page.fill("#endsAt", "2026-11-21T08:00");
      await visitor.press("main form:has(#textVi) button");
    },
  },
  at(operator, "operator-facilities", "Facilities", "/operator/facilities"),
  {
    id: "operator-facilities-wrong",
    title: "Facilities: a form with mistakes",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/facilities");
      const { page } = visitor;
      await page.fill("#name", "Bệnh viện Đa khoa khu vực Thuận Thành – cơ sở 2 (tòa nhà khám bệnh theo yêu cầu)");
      await page.fill("#shortName", "BV Thuận Thành");
      await page.fill("#code5", "9x");
      await page.fill("#code13", "99");
      await page.fill("#legalBasis", "Thỏa thuận");
      await page.fill("#expectedEveryHours", "no");
      await visitor.press("main form.form button");
    },
  },
  {
    id: "operator-ranges",
    title: "A facility's reference ranges, AI machines and image viewer",
    who: operator,
    open: (visitor) => visitor.go(`/operator/ranges/${facilityId("regional-centre")}`),
  },
  {
    id: "operator-ranges-faults",
    title: "Reference ranges: a table checked, with faults",
    who: operator,
    open: async (visitor) => {
      await visitor.go(`/operator/ranges/${facilityId("general-hospital")}`);
      const { page } = visitor;
      await page.fill(
        "#csv",
        "MA_CHI_SO;DON_VI;GIOI;TUOI_TU;TUOI_DEN;THAP;CAO\n1000001;mmol/L;chung;0;;3,9;6,4\n1000001;mmol/L;Nam;;;x;\n",
      );
      await page.fill("#validFrom", "2026-01-01");
      await page.fill("#sourceDocument", "Quyết định 15/QĐ-BV");
      await page.fill("#signedBy", "BS. Trưởng khoa");
      await page.fill("#rangeBasis", "Thỏa thuận số 12");
      await visitor.press("main form.form button[value=preview]");
    },
  },
  at(operator, "operator-staff", "The roster", "/operator/staff"),
  {
    id: "operator-staff-found",
    title: "The roster: somebody looked for",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/staff");
      await visitor.page.fill("#q", "linh");
      await visitor.press("main form:has(#q) button");
    },
  },
  {
    id: "operator-staff-new-wrong",
    title: "The roster: somebody added, with mistakes",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/staff/new");
      const { page } = visitor;
      await page.fill("#number", "09919300011");
      await page.fill("#name", "Đặng Mỹ Linh");
      await page.selectOption("#role", "pharmacist");
      await page.fill("#validFrom", "2026-11-22");
      await page.fill("#validTo", "2026-11-01");
      await visitor.press("main form.form button");
    },
  },
  {
    id: "operator-staff-member",
    title: "One line of the roster",
    who: operator,
    open: (visitor) => visitor.pick("/operator/staff", /Linh/),
  },
  {
    id: "operator-staff-import",
    title: "A roster from a file, with rows refused",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/staff/import");
      const csv =
        "so_dinh_danh;ho_ten;vai_tro;ma_co_so;chuc_danh;so_giay_phep\n99193000117;Đặng Mỹ Linh;dược sĩ;99301;;\n" +
        "099193000117;Đặng Mỹ Linh;dược sĩ;99301;Dược sĩ đại học;000120/CCHN-D-SYT-KB\n099193000117;Trần Văn Nam;tiếp đón;99301;;\n";
      const file = { name: "nhân sự.csv", mimeType: "text/csv", buffer: Buffer.from(csv) };
      await visitor.page.setInputFiles("input[type=file]", [file]);
      await visitor.press("main form button");
    },
  },
  at(operator, "operator-counters", "Shared counters", "/operator/counters"),
  at(operator, "operator-clients", "Connected systems", "/operator/clients"),
  {
    id: "operator-client",
    title: "One connected system: its keys and last use",
    who: operator,
    open: (visitor) => visitor.pick("/operator/clients", /./),
  },
  {
    id: "operator-clients-wrong",
    title: "Connected systems: a form with mistakes",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/clients");
      await visitor.page.fill("#name", "HIS");
      await visitor.page.fill("#jwks", "{");
      await visitor.page.selectOption("#facilityId", { index: 1 });
      await visitor.press("main form.form button");
    },
  },
  at(operator, "operator-messages", "What was received", "/operator/messages"),
  at(operator, "operator-messages-page-2", "What was received, second page", "/operator/messages?page=2"),
  at(operator, "operator-messages-waiting", "Waiting for a person", "/operator/messages?state=quarantined"),
  at(operator, "operator-messages-none", "Nothing fits the filter", "/operator/messages?state=partly_accepted"),
  {
    id: "operator-message",
    title: "A message taken",
    who: operator,
    open: (visitor) => visitor.pick("/operator/messages?state=accepted", /./, 2),
  },
  {
    id: "operator-message-waiting",
    title: "A message that waits",
    who: operator,
    open: (visitor) => visitor.pick("/operator/messages?state=quarantined", /./),
  },
  at(operator, "operator-quarantine", "Waiting for a match", "/operator/quarantine"),
  {
    id: "operator-quarantine-case",
    title: "One that waits, beside who it may be",
    who: operator,
    open: (visitor) => visitor.pick("/operator/quarantine?reason=name-contradicts", /./),
  },
  {
    id: "operator-quarantine-wrong",
    title: "A decision without grounds",
    who: operator,
    open: async (visitor) => {
      await visitor.pick("/operator/quarantine", /./);
      await visitor.press("main form:has(input[value=decide]) button");
    },
  },
  at(operator, "operator-identities", "Sign-ins to sort", "/operator/identities"),
  at(operator, "operator-identities-decided", "Sign-ins sorted", "/operator/identities?state=decided"),
  {
    id: "operator-identity",
    title: "A sign-in that waits",
    who: operator,
    open: (visitor) => visitor.pick("/operator/identities", /./),
  },
  {
    id: "operator-identity-wrong",
    title: "A sign-in decided without grounds",
    who: operator,
    open: async (visitor) => {
      await visitor.pick("/operator/identities", /./);
      await visitor.press("main form:has(input[value=decide]) button");
    },
  },
  at(operator, "operator-persons", "Looking a person up", "/operator/persons"),
  {
    id: "operator-person",
    title: "Who somebody is to the store",
    who: operator,
    open: async (visitor) => {
      await visitor.go("/operator/persons");
      await visitor.page.fill("#value", "099088000102");
      await visitor.press("main form.form button");
    },
  },
];
