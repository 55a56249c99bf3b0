import type { English } from "../catalogue.ts";

/** Pages anyone can open. */
export const landing: English["landing"] = {
  title: "Every visit in one book",
  lead: "Results, medicines, visits and vaccinations that the province’s hospitals have sent, in one place. See what is missing and who looked.",
  signIn: "Sign in with %provider%",
  free: "Free of charge. No app to install.",
  exampleLabel: "Example",
  what: "What the book holds",
  whatItems: {
    record: "One book",
    recordText: "Allergies, medicines, conditions, results, visits and vaccinations, each with its sender and date.",
    missing: "See what is missing",
    missingText: "What each hospital sent and when, and which have sent nothing.",
    looked: "See who looked",
    lookedText: "Every look has a name, a time and a basis.",
  },
  need: "What you need",
  needText: "Your own electronic identity account at level 2 (%provider%). No new account, no separate password.",
  needHow: "No level 2 yet? See how to get it",
  never: "Sổ Khỏe never",
  neverItems: {
    otp: "phones to ask for a one-time code or password",
    app: "tells you to install an app",
    money: "tells you to transfer money or asks for an account number",
  },
  neverDo: "If somebody calls like that: hang up, then report it to %phone%.",
  help: "Need help",
  helpText: "Or ask at a hospital’s reception or your commune health station.",
  already: "Signed in: {name}",
  openBook: "Open the health book",
};

export const example: English["example"] = {
  test: "Fasting blood sugar",
  facility: "BV Đa khoa Kinh Bắc",
  who: "Dr. Trần Đức Anh viewed a result",
  basis: "Basis: the person is being treated there",
};

export const signIn: English["signIn"] = {
  title: "Sign in",
  lead: "Sổ Khỏe uses your electronic identity account. The button below opens the page of the identity system; once you have confirmed there, you come back here.",
  button: "Continue with {name}",
  ended: "Your last session is over: it was not used for a while, or it was signed out. Everything you sent is saved.",
  after: "After signing in, the page you asked for opens.",
  others: "Other ways to sign in",
  checkTitle: "Before typing a password",
  check:
    "Sổ Khỏe never asks for a password; type yours on the page of the identity system only. Never read a password or one-time code to anybody on the phone.",
  need: "A level 2 account is needed",
  needText: "The health book is sensitive, so it needs an account verified with your ID card and face.",
};

export const leaving: English["leaving"] = {
  title: "Opening {host}",
  text: "The page opens by itself. If nothing happens, use the button below.",
  go: "Open {host}",
};

export const level: English["level"] = {
  title: "A level 2 identity account is needed",
  why: "The account you signed in with is level 1, so the book stays closed. Level 2 is stronger: the police have compared face and fingerprints, so nobody else can open your book.",
  safe: "Nothing is lost. Once you have level 2, the book opens.",
  how: "Where to get level 2",
  step1: "Go to the nearest commune or ward police, anywhere.",
  step2: "Bring your ID card and the phone you use. It is free of charge.",
  step3:
    "The police take your photo and fingerprints. Level 2 usually comes after 3 to 7 working days; a message on the phone tells you.",
  step4: "Activate level 2 as the message says, then sign in to Sổ Khỏe again.",
  foreigner:
    "Foreigners with a permanent or temporary residence card: go to the Immigration Division of the provincial police.",
  meanwhile: "Need a result today? The reception of the place that treated you can print it for you.",
  again: "Sign in again",
};

export const problem: English["problem"] = {
  title: "Could not sign in",
  again: "Sign in again",
  againWith: "Sign in again with {name}",
  others: "Choose another way to sign in",
  nothingLost: "Nothing is lost.",
  stillWrong: "Still not working?",
  reason: {
    cancelled: "You stopped at the page of the identity system, or it did not allow the sign-in.",
    expired: "The sign-in page was left open too long and no longer works.",
    "not-started-here": "This sign-in was not started in this browser, so it was stopped to protect you.",
    "bad-answer": "The answer received from the identity system was not right, so it was stopped to protect you.",
    "provider-down": "The identity system is not answering.",
    "identity-unclear":
      "The details from the identity system do not match those on record yet. The Department of Health has to check.",
    "no-number": "The identity system did not send a personal number, so your book could not be found.",
    "too-many": "There were too many sign-ins from here within a few minutes.",
    "other-person":
      "The account that was just confirmed is not the one this book is open with, so it was stopped to protect you.",
    "too-weak": "The identity system did not confirm at the level that is needed (such as by face or fingerprint).",
    stale: "The confirmation that came is an old one, so it cannot be used.",
    "session-gone": "Your session changed or ended while you were confirming.",
    other: "Something went wrong while signing in.",
  },
  next: {
    cancelled: "To open the book, sign in again and agree on the page of the identity system.",
    expired: "Sign in again; the whole thing has to be done within 10 minutes.",
    "not-started-here": "Sign in again in this very browser, not from a link somebody sent.",
    "bad-answer": "Sign in again. If it happens again, do not type your password any more and call %phone%.",
    "provider-down": "It is usually back within minutes. Try again in 10 minutes.",
    "identity-unclear": "Call %phone% with your ID card at hand. It usually takes 2 working days.",
    "no-number": "Call %phone% for guidance.",
    "too-many": "Wait 10 minutes and try again.",
    "other-person": "Confirm with your own account. On a shared device, sign out of the identity account first.",
    "too-weak": "Do it again, and choose a stronger way to confirm, such as face or fingerprint.",
    stale: "Confirm once more, and enter your password or scan your face when you are asked.",
    "session-gone": "Start again from the page you were on.",
    other: "Sign in again.",
  },
};

export const signedOut: English["signedOut"] = {
  title: "Signed out",
  lead: "The book is closed on this device.",
  shared: "On a shared computer? Close the whole browser window and sign out of your identity account as well.",
  again: "Sign in again",
  home: "To the front page",
};

export const errors: English["errors"] = {
  "not-found": {
    title: "There is no such page",
    text: "The address may be mistyped, or the page is not for the account you are using.",
    next: "Start again from the first page or from the health book.",
  },
  forbidden: {
    title: "You may not open this page",
    text: "The account you are using has no right to this page.",
    next: "If you need it, ask your manager at work or call %phone%.",
  },
  expired: {
    title: "Your session has ended",
    text: "For safety, the book closes when it is not used for a while. Whatever you sent is kept.",
    next: "Sign in again to go on.",
  },
  kept: {
    text: "For safety, the book closes when it is not used for a while. Nothing was sent yet, and all of it is still on this page.",
    signIn: "Sign in again in a new tab. Keep this page open.",
    newTab: "Sign in in a new tab",
    comeBack: "Come back to this page and send it again.",
    again: "Send again",
    written: "What you wrote",
  },
  server: {
    title: "Something went wrong at Sổ Khỏe",
    text: "It is not your fault. The information in the book is intact.",
    next: "Try again in a few minutes. If it still fails, call %phone%.",
  },
  offline: {
    title: "Cannot be opened just now",
    text: "A system that Sổ Khỏe needs is not answering. The information in the book is intact.",
    next: "Try again in 10 minutes.",
  },
  "no-print": {
    title: "The PDF could not be made just now",
    text: "The system is busy with other files, or was interrupted. The health book is intact.",
    next: "Wait a minute, go back to the page before and download again.",
  },
  "too-many": {
    title: "Too many requests",
    text: "There were too many requests from here in a short time.",
    next: "Wait a minute and open the page again.",
  },
  "bad-request": {
    title: "That could not be done",
    text: "What was sent is not right, or the page was out of date. Nothing has changed.",
    next: "Open the page again and repeat.",
  },
  toBook: "To the health book",
  toHome: "To the front page",
  signIn: "Sign in again",
  reference: "When calling %phone%, read out the last 8 characters of this code: {id}",
};
