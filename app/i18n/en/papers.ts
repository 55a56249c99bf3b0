import type { English } from "../catalogue.ts";

/** Everything a counter asks for, on one page. */
export const papers: English["papers"] = {
  title: "Papers for a visit",
  door: "Insurance card with a QR code, referral, re-examination slip",
  lead: "Show this page, or a print of it, at the counter. It holds no diagnosis and no result.",
  qr: "QR code of the card number {number}",
  qrHelp: "The QR code holds the number {number} alone, so that the counter can scan it.",
  list: "Papers that are good",
  kind: { referral: "Referral", "re-examination": "Re-examination slip" },
  number: "No. {number}",
  from: "Issued by {facility} on {date}",
  fromUndated: "Issued by {facility}, no date told",
  to: "Referred to {place}",
  validity: {
    good: "Good until the end of {date}",
    "if-listed": "May be good until {date}",
    today: "Appointment today, {date}",
    ahead: "Appointment on {date}",
    passed: "The appointment of {date} has passed",
    "no-day": "No day told",
  },
  explain: {
    good: "The paper is good for 10 working days from its signing ({source}).",
    "if-listed":
      "More than 10 working days have passed. For diseases on the one-year list it is still good; ask the place that referred you ({source}).",
    today: "Each slip is used once ({source}).",
    ahead: "Come on that very day; each slip is used once. If you cannot, call the place that gave it ({source}).",
    passed: "Call the place that gave it for another appointment before you go ({source}).",
    "no-day": "The day stands in the text of the slip, or ask the place that gave it ({source}).",
  },
  source: {
    "circular-01-2025": "Circular 01/2025/TT-BYT",
    "circular-01-2025-article-11": "Circular 01/2025/TT-BYT, article 11",
  },
  open: "See the visit it was issued at",
  none: "No referral and no re-examination slip that is still good",
  noneHelp:
    "Papers appear here when the place that issued them has sent its data, usually some days after the visit. If you were referred or asked back just now, open the electronic health book in VNeID, or ask the place that issued it.",
  over: {
    one: "{n} paper is no longer good; it is kept under Documents.",
    many: "{n} papers are no longer good; they are kept under Documents.",
  },
  overSee: "See Documents",
  rule: "No paper may be demanded",
  ruleCard:
    "The paper card and the electronic card are equal. Places of care must accept the identity card, VNeID level 2 or VssID (Law 51/2024/QH15, Decree 188/2025/NĐ-CP).",
  rulePapers:
    "What is shown in full in the electronic health book on VNeID has the value of paper, and places of care may not ask for paper any more (Decision 31/QĐ-BYT of 6 January 2026).",
  vneid: "See these papers in VNeID",
  vneidWhere:
    "Open VNeID (level 2): the document wallet holds the insurance card; the electronic health book holds referrals and re-examination slips. This page helps to find and print them; it does not replace VNeID.",
  demand: "Do they still ask for paper?",
  demandLead:
    "The health department sees how often for each place and month, and not who told it. Everybody counts once a day for each place.",
  which: "Which place asks?",
  choose: "Choose a place of care or pharmacy",
  tell: "Tell that they still ask for paper",
  told: "Noted, without anybody's name. If the counter still refuses, call %phone%.",
  print: "For a paper copy of your own use your browser's Print; it fits one A4 sheet.",
};
