/** English numbers and ISO dates: what the functions answer with, and unambiguous in every country. */
export const SHEET_LOCALE = {
  name: "English, ISO dates",
  code: "en_US",
  thousandsSeparator: ",",
  decimalSeparator: ".",
  weekStart: 1,
  dateFormat: "yyyy-mm-dd",
  timeFormat: "hh:mm:ss",
  formulaArgSeparator: ",",
} as const;
