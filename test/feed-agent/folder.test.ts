import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { accepted, eventually, files, hospitalSite, portalDouble, xmlPackage } from "./support.ts";

const portal = await portalDouble(() => accepted);

describe("which files are taken", () => {
  test("a file still being written is left alone until it has rested; what was sent is the whole", async () => {
    const site = hospitalSite(portal.url, { settleSeconds: 0.4 });
    await site.start();
    const whole = xmlPackage("LK-H", "x".repeat(2_000));
    const before = portal.sent().length;
    for (let n = 0; n < 5; n++) {
      site.drop("slow.xml", whole.slice(0, 200 * (n + 1)));
      await sleep(150);
      expect(files(site.at("in"))).toEqual(["slow.xml"]);
    }
    site.drop("slow.xml", whole);
    await eventually(() => files(site.at("accepted"))).toContain("slow.xml");
    expect(
      portal
        .sent()
        .slice(before)
        .map((c) => c.body),
    ).toEqual([whole]);
    expect(files(site.at("refused"))).toEqual([]);
  });

  test("names under which programs write what is not finished, and other kinds, are left where they are", async () => {
    const site = hospitalSite(portal.url);
    await site.start();
    const left = [".a.xml", "a.xml.tmp", "a.xml~", "b.tmp", "c.pdf", "~d.xml"];
    for (const name of left) site.drop(name, xmlPackage("LK-N"));
    fs.mkdirSync(site.at("in", "folder.xml"));
    site.drop("E.XML", xmlPackage("LK-E"));
    await eventually(() => files(site.at("accepted"))).toContain("E.XML");
    await sleep(200);
    expect(files(site.at("in"))).toEqual([...left, "folder.xml"].sort());
  });

  test.each([
    ["not XML", "<GIAMDINHHS><A></GIAMDINHHS>", "không phải XML"],
    ["empty", "", "rỗng"],
    ["of another encoding", Buffer.from([0x3c, 0xff, 0xfe, 0x3e]), "UTF-8"],
    ["with a DOCTYPE", '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "DOCTYPE"],
    ["a resource that is no Bundle", '{"resourceType":"Patient"}', "FHIR Bundle"],
  ])("a file that is %s is refused here, in words", async (_name, content, words) => {
    const site = hospitalSite(portal.url);
    const agent = await site.start();
    const before = portal.sent().length;
    site.drop("bad.xml", content);
    await eventually(() => files(site.at("refused"))).toContain("bad.xml.ketqua.txt");
    expect(fs.readFileSync(site.at("refused", "bad.xml.ketqua.txt"), "utf8")).toContain(words);
    expect(fs.readFileSync(site.at("refused", "bad.xml"))).toEqual(Buffer.from(content));
    await eventually(async () => (await agent.snapshot()).attention).toHaveLength(1);
    await eventually(() => files(site.at("in"))).toEqual([]);
    expect(portal.sent()).toHaveLength(before);
  });

  test("a file larger than the portal takes is refused here, unread", async () => {
    const site = hospitalSite(portal.url);
    await site.start();
    fs.writeFileSync(site.at("in", "big.xml"), "");
    fs.truncateSync(site.at("in", "big.xml"), 16 * 1_048_576 + 1);
    await eventually(() => files(site.at("refused"))).toContain("big.xml.ketqua.txt");
    await eventually(
      () => fs.existsSync(site.at("refused", "big.xml")) && fs.statSync(site.at("refused", "big.xml")).size,
    ).toBe(16 * 1_048_576 + 1);
  });

  test("the same name again with other contents keeps both results", async () => {
    const site = hospitalSite(portal.url);
    await site.start();
    site.drop("a.xml", xmlPackage("LK-1", "first"));
    await eventually(() => files(site.at("accepted"))).toContain("a.xml.ketqua.txt");
    site.drop("a.xml", xmlPackage("LK-1", "second"));
    await eventually(() => files(site.at("accepted")).filter((f) => f.endsWith(".xml"))).toEqual(["a.2.xml", "a.xml"]);
  });

  test("what an agent that was killed had taken hold of is found again", async () => {
    const site = hospitalSite(portal.url);
    site.drop(".so-khoe-a.xml", xmlPackage("LK-1"));
    await site.start();
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
    expect(files(site.at("in"))).toEqual([]);
  });

  test("a folder that is away is said, and looked for again", async () => {
    const site = hospitalSite(portal.url);
    fs.renameSync(site.at("in"), site.at("away"));
    const agent = await site.start();
    await eventually(async () => (await agent.snapshot()).folders[0]?.readable).toBe(false);
    fs.renameSync(site.at("away"), site.at("in"));
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
  });
});

describe("the disk", () => {
  test("too full: nothing new is taken, the file stays where it is, and it is said", async () => {
    const site = hospitalSite(portal.url, { minFreeMB: 1_000_000_000 });
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(async () => (await agent.snapshot()).disk.low).toBe(true);
    await sleep(400);
    // While it is looked at it bears another name for a moment.
    await eventually(() => files(site.at("in"))).toEqual(["a.xml"]);
    expect(await agent.snapshot()).toMatchObject({ disk: { low: true }, waiting: { count: 0 } });
    expect(await (await fetch(agent.statusAddress)).text()).toContain("không nhận thêm hồ sơ");
    await agent.stop();
    site.write({});
    fs.rmSync(site.configFile);
    site.write({ minFreeMB: 0 });
    await site.start();
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
  });

  test("a result that cannot be written to the hospital's folder is written later, without asking the portal twice", async () => {
    const site = hospitalSite(portal.url);
    fs.writeFileSync(site.at("accepted"), "in the way");
    const agent = await site.start();
    const before = portal.sent().length;
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(() => portal.sent().length).toBe(before + 1);
    await sleep(150);
    expect((await agent.snapshot()).waiting.count).toBe(1);
    fs.rmSync(site.at("accepted"));
    await eventually(() => files(site.at("accepted"))).toContain("a.xml");
    expect(portal.sent()).toHaveLength(before + 1);
  });

  test("bytes that changed on the disk are never sent", async () => {
    const away = await portalDouble(() => accepted);
    away.close();
    const site = hospitalSite(away.url);
    const agent = await site.start();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(() => files(site.at("data", "queue"))).toHaveLength(1);
    await agent.stop();
    const file = site.at("data", "queue", "000000000001.doc");
    fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("27001", "27002"));
    fs.writeFileSync(site.at("data", "queue", ".000000000002.doc.tmp"), "half");
    await away.listen();
    const again = await site.start();
    await eventually(async () => (await again.snapshot()).attention[0]?.issues[0]?.code).toBe("damaged");
    expect(away.sent()).toEqual([]);
    expect(files(site.at("data", "queue"))).toEqual([]);
  });

  test("numbers go on without gaps after a restart and after old documents are deleted", async () => {
    const site = hospitalSite(portal.url);
    let agent = await site.start();
    const { stream } = await agent.snapshot();
    site.drop("a.xml", xmlPackage("LK-1"));
    await eventually(() => files(site.at("data", "accepted"))).toEqual(["000000000001.doc"]);
    await agent.stop();
    const old = new Date(Date.now() - 40 * 86_400_000);
    fs.utimesSync(site.at("data", "accepted", "000000000001.doc"), old, old);
    fs.writeFileSync(site.at("data", "last-number"), "1");
    fs.rmSync(site.at("data", "accepted", "000000000001.doc"));
    agent = await site.start();
    site.drop("b.xml", xmlPackage("LK-2"));
    await eventually(() => files(site.at("data", "accepted"))).toEqual(["000000000002.doc"]);
    expect(portal.sent().at(-1)?.headers["x-feed-sequence"]).toBe(`${stream}/2`);
    await eventually(async () => (await agent.snapshot()).accepted.map((r) => r.seq)).toEqual([2, 1]);
  });
});
