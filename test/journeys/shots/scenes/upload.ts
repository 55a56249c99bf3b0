import { facility } from "#test/sandbox/province/facilities.ts";
import { packageXml } from "#test/support/qd3176/package-xml.ts";
import { plausibleCase } from "#test/support/qd3176/plausible-case.ts";
import { at, type Scene } from "../scene.ts";
import { clerk } from "../who.ts";

/** A visit of the hospital's with a row that is refused; the same each time, so that later pictures show a replay. */
function someVisit(): Uint8Array {
  const tables = plausibleCase({
    maLk: "LK-2026-11-0042",
    maCskcb: facility("general-hospital").code5 ?? "",
    medicines: 3,
    summary: { SO_CCCD: "099191000177", MA_THE_BHYT: "", MA_BN: "BN-0042" },
  });
  const [first = {}, ...others] = tables.XML4 ?? [];
  return packageXml({ ...tables, XML4: [{ ...first, NGAY_KQ: "202613010000" }, ...others] });
}

/** Files brought in the browser, by a facility whose system sends none. */
export const uploadScenes: Scene[] = [
  at(clerk, "upload", "Uploading records", "/clinic/upload"),
  {
    id: "upload-results",
    title: "Uploaded: one taken in part, two that are none",
    who: clerk,
    open: async (visitor) => {
      await visitor.go("/clinic/upload");
      const file = (name: string, content: Uint8Array) => ({ name, mimeType: "", buffer: Buffer.from(content) });
      await visitor.page.setInputFiles("#files", [
        file("LK-2026-11-0042.xml", someVisit()),
        file("lượt khám bị cắt.xml", Buffer.from("<GIAMDINHHS><THONGTINHOSO>")),
        file("phiếu chụp.pdf.xml", Buffer.from("%PDF-1.7")),
      ]);
      await visitor.press("main form.form-one button");
    },
  },
];
