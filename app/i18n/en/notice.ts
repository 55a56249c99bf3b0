import type { English } from "../catalogue.ts";

/** The privacy notice; the Vietnamese text is the binding one. */
export const notice: English["notice"] = {
  versionLine:
    "Version of November 2026. Under the Personal Data Protection Law 91/2025/QH15 and Decree 356/2025/NĐ-CP. The Vietnamese text is binding.",
  title: "How Sổ Khỏe uses your data",
  first: "Read this once before opening the book. It takes about two minutes.",
  short: "In short",
  shortPoints: {
    a: "Sổ Khỏe brings together the health information hospitals send, so that you see it in one place.",
    b: "Nobody can open the book without leaving name, time and basis. You can read that log.",
    c: "Other facilities may look only when you allow it, or when the law says so.",
  },
  what: "What data is processed",
  whatText:
    "Name, birth date, sex, personal number and health-insurance number; and the health information hospitals send: allergies, medicines, conditions, results, visits, vaccinations, procedures, documents. Health information is sensitive personal data: its disclosure affects you directly, so it is protected more strictly.",
  why: "What for",
  whyText:
    "So that you can see and use your own health information; so that facilities you allow can treat you more safely; to record who looked. Not for advertising, not for sale, not to follow you on other sites.",
  who: "Who is responsible",
  whoText:
    "The %department% is the data controller. Each hospital answers for the information it sends. Data is encrypted, kept in Viet Nam and not transferred abroad.",
  sees: "Who can see it",
  seesText:
    "You; the person you choose to help you, or a child’s parent or guardian; facilities you allow; an emergency doctor when life is in danger, with a reason given and reviewed afterwards; authorities when the law requires it. Operators do not see health content.",
  long: "How long it is kept",
  longText:
    "Health information is kept as long as the law requires medical records to be kept. The log of who looked is kept for at least 5 years.",
  rights: "Your rights",
  rightsLead: "You may ask, free of charge. The Department confirms your request within 2 working days.",
  right: "Right",
  deadline: "Done within",
  rightRows: {
    access: "See your data, get a copy, have mistakes corrected",
    withdraw: "Withdraw consent, restrict or object to processing",
    erase: "Have data erased, where the law allows",
    complain: "Complain, denounce, claim compensation",
  },
  rightDays: {
    access: "10 days",
    withdraw: "15 days",
    erase: "20 days",
    complain: "as the law provides",
  },
  rightsHow:
    "Some information cannot be erased because hospitals must keep medical records. Withdrawing consent does not affect your treatment.",
  children: "Children",
  childrenText:
    "For children under 7, a parent or guardian decides. From 7 to under 18, the child’s own opinion is needed as well.",
  contact: "Contact",
  contactText: "Personal data protection unit, %department%, %address%. Phone %phone%.",
  accept: "I have read this",
  acceptMeans: "Pressing this button does not let anybody else see your book.",
};
