/** The version of the privacy notice whose reading is recorded; changes with its text. */
export const noticeVersion = "1.0";
