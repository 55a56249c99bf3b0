/** A sign-in of which nobody can say whose it is: what its holder sees. */
export const signInHelp = {
  title: "Your book cannot be opened yet",
  told: {
    "no-number":
      "The digital-ID account you signed in with brings no personal number, so it is not certain which book is yours. Sổ Khỏe does not guess.",
    "number-changed":
      "The personal number in your account is not the one it had before, so it is not certain which book it opens. Sổ Khỏe does not guess.",
    "not-matching":
      "What your digital ID says does not match well enough to open a book. Often something is just written wrongly in one place. So that nobody reads somebody else's book, the health department will look at it.",
  },
  safe: "Nothing is lost, and nobody has seen anything.",
  reference: "Case number",
  referenceHint: "Read this number out when you call.",
  state: "State",
  stateOf: {
    open: "Waiting for the health department",
    answered: "Something is needed from you",
    linked: "Done: sign in again and the book opens",
    refused: "The book cannot be opened with this account",
    lapsed: "Over, and no longer kept",
  },
  opened: "Sent",
  due: "Answer at the latest",
  doTitle: "What to do now",
  doPhone: "Leave a phone number below, or call %phone%.",
  doCard: "Have your ID card or passport at hand.",
  doBack: "Whenever you sign in again you come back to this page.",
  doUrgent: "Need a result today? The front desk where you were examined can print it.",
  answerTitle: "The health department's answer",
  answerOf: {
    "come-with-card":
      "Bring your ID card or passport to the commune health station or the health department, and give the case number above.",
    "provider-to-correct":
      "The details in your digital ID need correcting first. Take your ID card to the commune or ward police, then sign in again.",
    "call-us": "Call %phone% and read out the case number above.",
  },
  refusedTitle: "Why",
  refusalOf: {
    "not-confirmed": "It could not be confirmed whose account this is. Call %phone% if you have further papers.",
    "provider-data":
      "The details in your digital ID are not right. Have them corrected at the commune or ward police, then sign in again; new details are looked at anew.",
    "other-account": "Sign in with the digital-ID account you used before. If you can no longer use it, call %phone%.",
  },
  again: "Sign in again",
  form: "How to reach you",
  phone: "Phone number",
  phoneHint: "Used to call you about this only. Sổ Khỏe never asks for a one-time code or a password.",
  words: "Anything to add",
  wordsHint: "For example: a new personal number, a corrected name. Nothing about illness is needed.",
  send: "Send to the health department",
  sent: "Received. Somebody will call this number.",
  left: "Number left: {phone}",
  leftWords: "You wrote: {words}",
  change: "Change the phone number or the message",
  signOut: "Sign out",
  overTitle: "This page has closed",
  over: "To be safe, this page stays open for one hour after signing in. Sign in again to go on; what you sent is still there.",
} as const;
