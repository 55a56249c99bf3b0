import type { English } from "../catalogue.ts";
/** What each status means and what can be done about it. */
export const statusTopics: English["status"]["topic"] = {
  "sample-taken": {
    means: "The sample has been taken, or the scan done. There is no result yet.",
    todo: "Wait. The result comes into the book by itself when the facility sends it.",
  },
  "in-part": {
    means: "Only part of this report is ready; the rest is still being done.",
    todo: "Draw no conclusion from this part alone. The rest comes into the book by itself.",
  },
  preliminary: {
    means: "There are figures, but the facility has not approved them yet, so they may change.",
    todo: "Wait for the final version before changing medicines or diet because of it.",
  },
  final: {
    means: "The facility has approved this result.",
    todo: "To learn what it says about you, ask the doctor who ordered it.",
  },
  changed: {
    means:
      "The facility changed the result after sending it. You are seeing the newest version; earlier ones are kept.",
    todo: "Use this version. If you gave a doctor the old one, tell them there is a new one.",
  },
  added: {
    means: "The facility added something; what stood there before has not changed.",
    todo: "Read the whole result again, the new part above all.",
  },
  "result-cancelled": {
    means:
      "This test or scan will not be done, so there is no result. The sample may have been spoilt, or it was no longer needed.",
    todo: "Ask the doctor whether it has to be done again.",
  },
  "result-unknown": {
    means: "The sender does not say whether this result is final.",
    todo: "Ask the facility before relying on it.",
  },
  within: {
    means: "The value is within the laboratory's usual range. That does not prove that all is well.",
    todo: "If you feel unwell, still see a doctor.",
  },
  outside: {
    means: "The value is outside the usual range. So are about 1 in 20 healthy people, so it need not mean illness.",
    todo: "Take the result to your next visit. Do not change medicines by yourself.",
  },
  "far-outside": {
    means: "The laboratory thinks a doctor should look at this value soon.",
    todo: "Call the place that did the test now, even if you feel well.",
  },
  positive: {
    means: "The test found what it looks for. Whether that is good or bad depends on the test.",
    todo: "Ask the doctor who ordered it what comes next.",
  },
  negative: {
    means: "The test did not find what it looks for. Sometimes it is done too early to find it.",
    todo: "If you still have symptoms, or were near somebody ill, ask whether to repeat it.",
  },
  remark: {
    means: "The facility's remark is none of the usual ones.",
    todo: "Read the notes of the result, then ask the doctor.",
  },
  held: {
    means: "There is a result. A few kinds wait until a doctor has explained them, and always appear by a set day.",
    todo: "Wait for the day given here, or go to the facility to have it explained sooner.",
  },
  "not-explained": {
    means: "Results appear as soon as they are sent; a doctor has not written an explanation here yet.",
    todo: "You can read the figures, but draw no conclusion by yourself yet.",
  },
  new: {
    means: "This came after you last opened the book. The visit itself may be long ago.",
    todo: "Nothing. The mark is gone the next time you open the book.",
  },
  withdrawn: {
    means: "The sender says this was entered by mistake. It is kept so that you can see what was written before.",
    todo: "Do not rely on it. If it was used for treatment, tell the doctor.",
  },
  unsafe: {
    means: "The sender added a remark that changes the meaning and that Sổ Khỏe cannot read yet.",
    todo: "Do not rely on it before asking the sender.",
  },
  "hidden-by-you": {
    means: "You chose to hide this. People who help you and doctors do not see it.",
    todo: "If a doctor should know it, say so at the visit.",
  },
  "hidden-by-rule": {
    means: "The rules do not allow some visits to be shown online, to keep the patient safe.",
    todo: "To learn what they say, ask at the place of the visit.",
  },
  "none-recorded": {
    means: "Facilities have sent data, and it holds nothing of this kind.",
    todo: "If you know there is something, report it as missing in that section.",
  },
  "nothing-received": {
    means: "No facility has sent this kind yet. Not received does not mean that there is none.",
    todo: "See “Which hospitals have sent” for the place of your visit. Keep the paper.",
  },
  reported: {
    means: "Somebody reported this item, and there is no answer yet.",
    todo: "Wait until the deadline given in the report. There is no need to report it again.",
  },
  "to-be-corrected": {
    means: "The facility has agreed to correct this; the new version has not arrived yet.",
    todo: "Do not rely on what you see now. The mark goes when the new version comes.",
  },
  taking: {
    means: "According to the prescriber, this medicine is being taken now.",
    todo: "Take it as written. Do not stop or change it without asking a doctor.",
  },
  finished: {
    means: "The time for taking it is over, or it was collected and used up.",
    todo: "If the illness comes back, see a doctor instead of using the old prescription.",
  },
  stopped: {
    means: "The facility says that this medicine was stopped.",
    todo: "Do not start it again by yourself. If you still have some, ask a doctor or pharmacist what to do.",
  },
  paused: {
    means: "The facility has paused it; it may be taken again later.",
    todo: "Do not take it until a doctor says so.",
  },
  "prescription-cancelled": {
    means: "This prescription was cancelled, perhaps because another replaces it.",
    todo: "Do not buy from it. Look for a newer one under Medicines.",
  },
  "not-started": {
    means: "The facility only intends it; it is no prescription yet.",
    todo: "Do not buy or take it. Ask the doctor at the next visit.",
  },
  "not-taken": {
    means: "The facility says that this medicine was not taken.",
    todo: "If it was taken after all, tell the doctor, or report the mistake below the item.",
  },
  "being-prepared": {
    means: "The medicine is being prepared or given.",
    todo: "Wait to be called. Check name and dose before you leave.",
  },
  "not-supplied": {
    means: "This medicine was not supplied.",
    todo: "Ask there why not, and ask the doctor whether another one will do.",
  },
  "medicine-unknown": {
    means: "The sender does not say whether this medicine is still taken.",
    todo: "Bring it to your next visit and ask the doctor.",
  },
  "must-not-take": {
    means: "The facility says that this medicine must not be taken.",
    todo: "Do not take it, and tell doctors and pharmacists whenever they prescribe or sell you something.",
  },
  proposed: {
    means: "Somebody suggested it; no doctor has prescribed it.",
    todo: "Do not take it yet. Ask the doctor at the next visit.",
  },
  "visit-planned": {
    means: "The visit is agreed and still ahead.",
    todo: "Come on the day, with your identity card, the appointment slip and the medicines you take.",
  },
  "visit-awaiting": {
    means: "The facility says you came; the record of the visit has not been sent yet.",
    todo: "Wait for it. It usually comes within 7 days after the visit.",
  },
  "visit-under-way": {
    means: "The visit is not over, so results, medicines and papers may still be added.",
    todo: "Look again after you have left.",
  },
  "visit-leave": {
    means: "Still admitted, but allowed home for some days.",
    todo: "Go back on the day the ward has set.",
  },
  "visit-cancelled": {
    means: "This visit was cancelled and did not take place.",
    todo: "If you still need it, make a new appointment. If it did take place, report the mistake.",
  },
  "visit-unknown": {
    means: "The facility does not say whether this visit is over.",
    todo: "If something is wrong or missing, report it on the page of the visit.",
  },
  "appointment-proposed": {
    means: "The doctor wants to see you again; no place is kept for you yet.",
    todo: "Come on that day, or call the facility for a time.",
  },
  "appointment-pending": {
    means: "The facility has your request and has not confirmed a time.",
    todo: "Wait for the confirmation before you go.",
  },
  "appointment-booked": {
    means: "A place is kept for you at the day and time given here.",
    todo: "Come in time, with your identity card, the appointment slip and the medicines you take.",
  },
  "appointment-waitlist": {
    means: "There is no place yet; the facility calls when somebody cancels.",
    todo: "Keep your telephone with you. If you get worse, go at once; do not wait.",
  },
  "appointment-arrived": {
    means: "The facility has noted that you came.",
    todo: "Wait until your number is called.",
  },
  "appointment-missed": {
    means: "The facility says that you did not come.",
    todo: "If you still need it, make a new appointment. If you did come, report the mistake.",
  },
  "step-planned": {
    means: "It is only intended, with no date yet.",
    todo: "Wait for the facility to set a date. Ask at the next visit.",
  },
  "step-active": {
    means: "This is being done.",
    todo: "Follow the instructions given here.",
  },
  "step-paused": {
    means: "The facility has paused this.",
    todo: "Wait until the facility tells you to go on.",
  },
  "step-done": {
    means: "This is done.",
    todo: "If there are results, they are under Results or Visits.",
  },
  "step-cancelled": {
    means: "This was cancelled; it need not be done.",
    todo: "If you do not know why, ask the facility.",
  },
  "step-unknown": {
    means: "The sender does not say how far this has come.",
    todo: "Ask the facility.",
  },
  "vaccine-complete": {
    means: "The book holds all doses of the schedule.",
    todo: "No further dose is needed by this schedule. Keep the paper vaccination book.",
  },
  "vaccine-due": {
    means: "By the schedule, the age or the day for this dose has come.",
    todo: "Take the child to the health station's next session, with the vaccination book.",
  },
  "vaccine-overdue": {
    means: "The day by the schedule has passed, and the book holds no dose. It may have been given and not sent.",
    todo: "If it was given, report it as missing. If not, ask the health station to catch up; usually nothing starts again.",
  },
  "vaccine-not-yet": {
    means: "By the schedule, the day has not come yet.",
    todo: "Note the earliest day given here.",
  },
  "vaccine-unsure": {
    means: "A recorded dose lacks its day or its vaccine is not clear, so the book does not calculate.",
    todo: "Take the paper vaccination book to the place that gave it.",
  },
  "vaccine-passed": {
    means: "By the schedule, the age for this dose has passed.",
    todo: "Ask a doctor whether to have it privately.",
  },
  "vaccine-immune": {
    means: "The sender says that you are immune already, so no dose is needed.",
    todo: "Keep the test report that shows it, if there is one.",
  },
  "vaccine-contraindicated": {
    means: "The sender says that this vaccine should not be given.",
    todo: "Say so to whoever examines you before any vaccination.",
  },
  "vaccine-not-given": {
    means: "The place says that this dose was not given; the reason stands below if they told it.",
    todo: "Ask there when it can be given. If it was given, report the mistake.",
  },
  "vaccine-weak": {
    means: "The dose was too small, or something was wrong with the vaccine, so it may not protect enough.",
    todo: "Ask the place that gave it whether it has to be repeated.",
  },
  "paper-replaced": {
    means: "Another version has replaced this one.",
    todo: "Use the newer one under Documents.",
  },
  "paper-draft": {
    means: "A draft that its author has not signed.",
    todo: "Do not hand it in anywhere yet.",
  },
  "paper-changed": {
    means: "Its author changed this paper after it was first sent.",
    todo: "Use this version instead of one you printed before.",
  },
  "paper-current": {
    means: "The version in force.",
    todo: "If somebody wants it signed or stamped, ask the facility that issued it.",
  },
  "signature-sent": {
    means: "Whoever made the paper sent a digital signature with it. Sổ Khỏe has not checked whether it is right.",
    todo: "Show the paper as usual. The place that receives it checks by itself, or looks at the one in VNeID.",
  },
  "signature-said": {
    means: "The sender names who vouches for the paper, but sent no digital signature with it.",
    todo: "If a signed copy is needed, look in VNeID or ask the place that made it.",
  },
  "signature-none": {
    means: "The place for the signature came empty.",
    todo: "Look in VNeID, or ask the place that made it to sign it and send it again.",
  },
  "signature-unknown": {
    means: "What came does not say whether the paper is digitally signed.",
    todo: "Look in VNeID, or ask the place that made it.",
  },
  "copy-waiting": {
    means: "Sổ Khỏe is writing the whole book into a PDF file. A long book can take some minutes.",
    todo: "Do something else or close the page; the file will be here when you come back.",
  },
  "copy-ready": {
    means: "The file is ready. It is kept for a day and then deleted.",
    todo: "Download it on a device of your own. On a shared one, delete it afterwards.",
  },
  "copy-failed": {
    means: "The file could not be made this time. Nothing has happened to the book.",
    todo: "Order it again. If it still fails, print the sections one by one.",
  },
  "copy-gone": {
    means: "The file is no longer here. What you downloaded still works.",
    todo: "If you need another, order a new one; it will hold what has come since.",
  },
  "own-deleted": {
    means: "This measurement of your own was taken off the list and the chart; what it said can still be seen.",
    todo: "If that was a mistake, write the measurement down again.",
  },
  "condition-active": {
    means: "The facility says that you have this condition now.",
    todo: "Follow the advice given and come to the check-ups.",
  },
  "condition-back": {
    means: "The condition had gone and has come back.",
    todo: "Ask the doctor whether the treatment has to change.",
  },
  "condition-remission": {
    means: "The signs of the condition are fewer or gone, but it still has to be watched.",
    todo: "Do not stop medicines by yourself; come to the check-ups.",
  },
  "condition-over": {
    means: "The facility says that you do not have this condition now.",
    todo: "Still tell doctors when they ask about past illnesses.",
  },
  sure: {
    means: "The facility has confirmed this.",
    todo: "If it is wrong, report it below the item.",
  },
  "not-sure": {
    means: "It is only suspected; the doctor is not certain.",
    todo: "Ask the doctor what is needed to be certain.",
  },
  "told-apart": {
    means: "The doctor is choosing between several conditions; this is one of them.",
    todo: "Wait for further results, and do not worry yet.",
  },
  "ruled-out": {
    means: "The doctor looked into it and found that it is not so.",
    todo: "Nothing needs to be done.",
  },
  "pregnancy-goes-on": {
    means: "The facility wrote that there is a pregnancy, and has not written that it is over.",
    todo: "Keep the antenatal appointments. If it is no longer so, report it to that facility.",
  },
  "pregnancy-over": {
    means: "The facility wrote that it is over, or a birth was written down after it began.",
    todo: "Nothing needs to be done. If it is wrong, report it to that facility.",
  },
  "pregnancy-unclear": {
    means: "The facility wrote down this pregnancy, but not whether it goes on or is over.",
    todo: "Ask the facility if the record should say it rightly.",
  },
  "at-visit": {
    means: "A code recorded for one visit, for its file and its bill. It does not say that you have the condition.",
    todo: "If it looks strange, ask the doctor of that visit, or report a mistake.",
  },
  "staff-alert": {
    means: "Something staff should heed when they see you; it is no diagnosis.",
    todo: "If it is wrong or no longer so, report a mistake.",
  },
  "allergy-active": {
    means: "The facility says that you are allergic now.",
    todo: "Avoid it, and tell doctors and pharmacists at every visit or purchase.",
  },
  "allergy-high": {
    means: "The facility thinks that meeting it again may endanger your life.",
    todo: "Avoid it strictly. Trouble breathing, a swollen face or faintness afterwards: call 115 at once.",
  },
  "allergy-over": {
    means: "The facility says that the allergy is gone.",
    todo: "Do not try it at home; ask a doctor first.",
  },
  "allergy-ruled-out": {
    means: "The doctor looked into it and found no allergy.",
    todo: "Tell doctors and pharmacists who still have it on file.",
  },
  "procedure-planned": {
    means: "It is intended or being prepared, and not done yet.",
    todo: "Ask for the day and hour, and whether to fast or stop a medicine.",
  },
  "procedure-under-way": {
    means: "It is being done; its record is not complete.",
    todo: "Look again when it is over.",
  },
  "procedure-not-done": {
    means: "The facility says that it was not done.",
    todo: "Ask the doctor why, and whether it will be.",
  },
  "procedure-stopped": {
    means: "It was stopped before it was finished.",
    todo: "Ask the doctor what comes next.",
  },
  "procedure-done": {
    means: "It was done.",
    todo: "Follow the advice for home.",
  },
  "procedure-unknown": {
    means: "The sender does not say whether it was done.",
    todo: "Ask the facility.",
  },
  "device-in-use": {
    means: "This device is in your body or in use.",
    todo: "Say so before any magnetic-resonance scan or operation.",
  },
  "report-sent": {
    means: "Your report has reached who must answer; they have not confirmed receiving it.",
    todo: "Wait. You can still take it back while there is no answer.",
  },
  "report-received": {
    means: "They have received it and are checking.",
    todo: "Wait for an answer by the deadline on this page.",
  },
  "report-overdue": {
    means: "The deadline has passed without an answer.",
    todo: "Pass it to the health department on the report's page; after 2 working days Sổ Khỏe does so by itself.",
  },
  "report-escalated": {
    means: "The health department has taken over from the facility and must answer.",
    todo: "Wait for an answer by the deadline on this page.",
  },
  "report-corrected": {
    means: "The facility agrees that it is wrong and will send a corrected version.",
    todo: "Look at the item again in a few days.",
  },
  "report-partly": {
    means: "The facility agrees in part; the rest stays as it is, with a reason.",
    todo: "Read the explanation. If you disagree, pass it to the health department.",
  },
  "report-refused": {
    means: "The facility thinks that it is right and leaves it as it is, with a reason.",
    todo: "Read the explanation. If you disagree, pass it to the health department.",
  },
  "report-withdrawn": {
    means: "The report was taken back; nobody has to answer any more.",
    todo: "If it still looks wrong, report it again.",
  },
  "feed-on-time": {
    means: "This facility sends as agreed.",
    todo: "If something of yours is still missing, see “Why is it not here?”.",
  },
  "feed-late": {
    means: "The agreed time has passed and this facility has not sent. All its patients wait, not you alone.",
    todo: "Wait a few days more. If it is urgent, ask there for a paper copy.",
  },
  "feed-never": {
    means: "This facility is connected and has agreed to send this kind, but never has.",
    todo: "Ask there for a paper copy and keep it.",
  },
  "feed-outage": {
    means: "This facility's line is down or under repair. What is held back will be sent later.",
    todo: "Wait until it works again. If it is urgent, ask for a paper copy.",
  },
  "feed-unreachable": {
    means: "Sổ Khỏe fetches the data from this facility's server, and the server does not answer.",
    todo: "The data comes by itself once the server works. If it is urgent, ask for a paper copy.",
  },
  "feed-gap": {
    means: "On some recent days this facility sent nothing, so things may be missing.",
    todo: "If your visit was on such a day and is not here, report it as missing.",
  },
  "feed-none": {
    means: "This facility is connected but does not send this kind.",
    todo: "Ask there for a paper copy.",
  },
  "case-open": {
    means: "Staff of the health department will find out whose account this is.",
    todo: "Leave a telephone number, and have your identity card or passport ready.",
  },
  "case-answered": {
    means: "The health department has looked at it and needs one thing from you.",
    todo: "Follow the answer on this page, then sign in again.",
  },
  "case-linked": {
    means: "It is certain now that this account is yours.",
    todo: "Sign in again to open the book.",
  },
  "case-refused": {
    means: "The book cannot be opened with this account; the reason stands on this page.",
    todo: "Follow the advice beside the reason.",
  },
  "case-lapsed": {
    means: "The time for keeping it is over, so it was deleted.",
    todo: "Sign in again to start anew.",
  },
  "identity-refused": {
    means: "A confirmation failed, so what was to be done then was not done.",
    todo: "If it was not you, lock the book now on this page.",
  },
  "account-new": {
    means: "This digital ID has just been connected with your book.",
    todo: "If it was not you, remove it at once.",
  },
  "look-refused": {
    means: "Somebody tried to open this without the right to, and saw nothing.",
    todo: "If it looks strange, ask the health department who it was.",
  },
};
