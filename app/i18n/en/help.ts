import type { English } from "../catalogue.ts";

export const help: English["help"] = {
  title: "Help",
  phoneText: "The %department% answers in Vietnamese and English. In an emergency, call 115.",
  index: "What do you need?",
  level: "Getting a level 2 identity account",
  topic: {
    find: "Finding a result, a medicine or a visit",
    meaning: "I do not understand a result",
    words: "I do not understand a word in the book",
    missing: "A visit or result is not there",
    wrong: "Something is wrong, or a visit was not mine",
    looked: "Knowing who looked",
    family: "Looking after the book of a parent or child",
    papers: "Printing, downloading, taking it along",
    reading: "Large letters, English, screen readers",
    signIn: "Cannot sign in",
    lost: "Lost phone, or somebody else may be in my book",
    scam: "Somebody phones and claims to be Sổ Khỏe",
  },
  text: {
    find: "Open the book and choose a section. If you do not remember where it is, use “Search this book”, with or without Vietnamese accents.",
    meaning:
      "The page of each result says where the value lies in the usual range and what the test is for. Outside the usual range does not have to mean illness. Ask the doctor who ordered it, or take it to your next visit.",
    words: "Press “What does this mean?” beside the word, or see all of them on one page.",
    missing:
      "The book shows only what hospitals have sent. Choose the place and what is missing to learn why, and when to expect it. If it is still missing after 7 days, call %phone%.",
    wrong:
      "Press “Report a mistake” below the item. Each report has a number, somebody who must answer and a deadline. If that does not work, call %phone%.",
    looked:
      "Each time the book is opened, the name, the time and the reason are kept. If something looks strange, call %phone%.",
    family:
      "The person you help gives permission, or you show papers proving that you are the parent or guardian. Call %phone% for guidance.",
    papers:
      "Every page prints with the browser’s print command. A visit, the medicines and the vaccinations can be downloaded as PDF, and the whole book on “Which hospitals have sent”.",
    reading:
      "Large letters and the language are at the end of every page. Dark and high-contrast looks follow the settings of your device.",
    signIn:
      "Try your identity account (%provider%) somewhere else first. If it works there but not here, call %phone%.",
    lost: "If you are still signed in on another device, lock the book now; or call %phone% to close it everywhere. Tell the police to lock your identity account (%provider%).",
    scam: "Sổ Khỏe never phones to ask for a one-time code, to make you install an app or to transfer money. Hang up, then report it to %phone%.",
  },
  link: {
    book: "Open the health book",
    search: "Search this book",
    scam: "How to recognise fraud, and what to do if it has happened",
  },
};

export const scam: English["scam"] = {
  title: "Beware of fraud",
  lead: "Criminals pretend to be Sổ Khỏe, a hospital, the police or the insurance to get money. Whoever hurries you, threatens or asks for a code: stop.",
  never: "Sổ Khỏe never",
  neverItems: {
    code: "phones or writes to ask for a one-time code, a password or a PIN",
    app: "makes you install an app or open a link to “update your health book”",
    money: "makes you transfer money or pay a fee, or asks for account or card numbers",
    screen: "asks you to share your screen or lets somebody control your phone",
    zalo: "makes friends on Zalo or Facebook to handle your papers",
  },
  real: "Recognising the real site",
  realText:
    "The address at the top of the browser must be exactly {host}. A password is typed only on the page of %provider%, never on Sổ Khỏe.",
  realPhone:
    "The telephone number of Sổ Khỏe is %phone%. If in doubt, hang up and dial it yourself; do not call back the number that called you.",
  now: "Somebody is calling or writing now",
  nowItems: {
    stop: "Hang up. You need not be polite or explain.",
    ask: "Ask somebody in the family, or call %phone% to ask whether it is true.",
    tell: "Tell the health department the number that called, so that others can be warned.",
  },
  after: "You gave a code, installed an app or transferred money",
  afterLead: "Do this at once, in this order. The sooner the better, and there is nothing to be ashamed of.",
  afterItems: {
    bank: "Call your bank at the number on the back of the card, to lock the account and stop the payment. In the first minutes the money can sometimes still be held.",
    phone: "If you installed an unknown app: switch the phone off and use another one for the next steps.",
    lock: "Lock the health book, so that nobody can open it with your account.",
    police:
      "Tell the commune or ward police, or call 113, so that your identity account (%provider%) is locked and the case looked into.",
    us: "Call %phone%. Staff close the book on every device and tell you whether anybody has opened it, usually the same day.",
  },
  lock: "Lock my book now",
  looked: "See who has opened the book",
  report: "Keep messages, telephone numbers and transfer slips as evidence.",
  more: "How to recognise fraud",
};

export const accessibility: English["accessibility"] = {
  title: "Accessibility",
  lead: "Everybody must be able to read their own book: older people, people with disabilities, people with cheap phones and slow networks.",
  standard: "Standard",
  standardText:
    "Sổ Khỏe is made to WCAG 2.2 level AA and Circular 26/2020/TT-BTTTT. This is the makers’ own judgement; no independent body has certified it.",
  checked: "How it was checked",
  checkedItems: {
    axe: "Every page is checked automatically with axe-core, in Vietnamese and English, narrow and wide, light and dark. Such a tool finds only some of the faults.",
    keyboard: "The main tasks are done with the keyboard alone, and the focus must always be visible.",
    zoom: "Every page is opened 320 pixels wide, which is a zoom of 400%, with large letters too.",
    reader:
      "For the five main tasks, what the browser gives to screen readers is written down, and somebody must read it again whenever it changes.",
  },
  works: "What works",
  worksItems: {
    script: "Works with JavaScript switched off.",
    keyboard: "Works with the keyboard alone; you always see where you are.",
    zoom: "Zooms to 400% without sideways scrolling of the page.",
    colour: "Never relies on colour alone; has a dark theme and follows your device’s high-contrast mode.",
    reader: "Headings, tables and buttons have names for screen readers.",
    print: "Every page prints clearly in black and white.",
  },
  limits: "Known limits",
  limitsItems: {
    people:
      "No person with a disability has tried it yet, and it has not been heard with a real NVDA, TalkBack or VoiceOver.",
    words: "What hospitals send may use specialist words or another language, and is not yet marked with its language.",
    scans: "Papers scanned from print cannot be read by screen readers.",
    pdf: "PDF files are tagged but not certified to PDF/UA.",
    tables: "On narrow screens, wide tables on staff pages scroll sideways within a frame of their own.",
    outside: "The pages of identity providers and of hospitals’ picture viewers are not made by Sổ Khỏe.",
  },
  tell: "Having difficulty?",
  tellText: "Call %phone% and say which page and what is hard. The Department of Health answers within 5 working days.",
  instead: "Meanwhile, the reception of the place of your visit or the health station will read and print for you.",
  complain: "If the answer does not satisfy you, send a complaint to the %department%, %address%.",
  reviewed: "Written and last reviewed on 22 Nov 2026.",
};
