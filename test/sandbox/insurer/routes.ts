import crypto from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Request, type Response, Router } from "express";
import { field, parameter } from "../http/fields.ts";
import { withLanguage } from "../http/language.ts";
import { faultNames, faultTable } from "./faults.ts";
import { type Insurer, pageFor, passwordMd5 } from "./insurer.ts";
import { frontPage } from "./pages/front.ts";
import { type Card, findCard, resultOf } from "./register.ts";

/** The two calls of the gateway that a card check takes. */
export function gatewayRoutes(insurer: Insurer): Router {
  const router = Router();
  router.post("/api/token/take", (req, res) => {
    const { username } = insurer.account;
    if (field(req, "username") !== username || field(req, "password") !== passwordMd5(insurer.account))
      return void res.json({ maKetQua: "401", APIKey: null });
    const [access_token, id_token] = [crypto.randomUUID(), crypto.randomUUID()];
    insurer.tokens.add(`${access_token} ${id_token}`);
    const expires_in = new Date(Date.now() + 900_000).toISOString();
    res.json({ maKetQua: "200", APIKey: { access_token, id_token, token_type: "Bearer", username, expires_in } });
  });
  router.post("/api/egw/KQNhanLichSuKCB2024", (req, res) => check(insurer, req, res));
  return router;
}

async function check(insurer: Insurer, req: Request, res: Response): Promise<void> {
  insurer.asked += 1;
  const met = insurer.faults.take();
  if (met?.fault === "forgets-tokens") insurer.tokens.clear();
  if (met?.fault === "down") return void res.status(503).type("html").send("<h1>503</h1>");
  if (met?.fault === "cut") return void req.socket.destroy();
  if (met?.fault === "silence") return;
  if (met?.fault === "nonsense") return void res.type("html").send("<html><body>Xin chờ trong giây lát…</body></html>");
  if (met?.fault === "no-code") return void res.json({ thongBao: "OK" });
  if (met?.fault === "their-error") return void res.json({ maKetQua: "101", ghiChu: "Lỗi server" });
  if (met?.fault === "slow") await sleep(met.seconds * 1_000, undefined, { ref: false });
  const pair = `${parameter(req, "token")} ${parameter(req, "id_token")}`;
  const rightAccount =
    parameter(req, "username") === insurer.account.username &&
    parameter(req, "password") === passwordMd5(insurer.account);
  if (!rightAccount || !insurer.tokens.has(pair)) return void res.status(401).json({ maKetQua: "401" });
  const asked = {
    number: field(req, "maThe") ?? "",
    name: field(req, "hoTen") ?? "",
    birth: field(req, "ngaySinh") ?? "",
  };
  const complete = asked.number && asked.name && asked.birth && field(req, "hoTenCb") && field(req, "cccdCb");
  if (!complete) return void res.json({ maKetQua: "205", ghiChu: "Sai định dạng tham số" });
  const maKetQua = resultOf(insurer.cards, asked);
  const found = findCard(insurer.cards, asked.number);
  const other = insurer.cards.find((card) => card !== found);
  res.json(answerOf(maKetQua, met?.fault === "other-card" ? other : found));
}

/** As the gateway answers: what is wrong with the question tells nothing of the card, and history comes along unasked. */
function answerOf(maKetQua: string, card: Card | undefined): object {
  const wrong = ["050", "051", "053", "060", "070"].includes(maKetQua);
  if (wrong || !card) return { maKetQua, ghiChu: "", maThe: null, dsLichSuKCB2018: [] };
  return {
    maKetQua,
    ghiChu: "",
    maThe: card.number,
    hoTen: card.name,
    ngaySinh: card.birth,
    gioiTinh: card.gender,
    diaChi: "Tỉnh Kinh Bắc",
    maDKBD: card.place,
    cqBHXH: "Bảo hiểm xã hội tỉnh Kinh Bắc",
    gtTheTu: card.from,
    gtTheDen: card.to,
    maKV: "",
    ngayDu5Nam: card.fiveYears ?? "",
    maSoBHXH: card.number.slice(-10),
    maTheCu: null,
    maTheMoi: card.newNumber ?? null,
    dsLichSuKCB2018: [
      {
        maHoSo: 1,
        maCSKCB: card.place,
        ngayVao: "202611010800",
        ngayRa: "202611011000",
        tenBenh: "Viêm họng cấp",
        tinhTrang: "1",
        kqDieuTri: "1",
      },
    ],
  };
}

/** The page that lists the cards, and faults on command: a form for people, JSON for machines. */
export function frontRoutes(insurer: Insurer): Router {
  const router = Router();
  router.get("/", (req, res) => void res.send(frontPage(pageFor(insurer, req), insurer)));
  router.get("/faults", (_req, res) => void res.json({ active: insurer.faults.active ?? null, faults: faultTable }));
  router.post("/faults", (req, res) => {
    const wanted = field(req, "fault");
    const fault = faultNames.find((name) => name === wanted);
    const [times, seconds] = [Number(field(req, "times") ?? 1), Number(field(req, "seconds") ?? 5)];
    if (wanted === "none") insurer.faults.clear();
    else if (!fault || !(times >= 1 && seconds >= 0 && seconds <= 300))
      return void res.status(400).json({ error: "unknown fault" });
    else insurer.faults.set(fault, { times, seconds });
    if (req.is("application/json")) return void res.json({ active: insurer.faults.active ?? null });
    res.redirect(303, withLanguage("/", pageFor(insurer, req).language));
  });
  return router;
}
