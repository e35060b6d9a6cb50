const TOO_OLD = "This Excel is too old for this; update Excel, or use Excel on the web.";

/** What Excel's own errors mean to a person, and what they can do. Codes: Microsoft's "Error handling" page and live hosts. */
const SENTENCES: Readonly<Record<string, string>> = {
  InvalidOperationInCellEditMode:
    "A cell is being edited, and Excel takes nothing else meanwhile; press Enter or Esc in the sheet, then try again.",
  HostIsBusy: "Excel is busy, perhaps calculating; wait a moment, then try again.",
  AccessDenied:
    "Excel does not allow this change: the sheet or the workbook is protected or read-only; unprotect it, or save a copy.",
  ItemNotFound:
    "What was looked for is not in this workbook any more; it may have been renamed or deleted. Try again.",
  ItemAlreadyExists: "Something of that name is in this workbook already; choose another name.",
  ApiNotFound: TOO_OLD,
  ApiNotAvailable: TOO_OLD,
  UnsupportedOperation: TOO_OLD,
  NotImplemented: TOO_OLD,
  InvalidSelection: "Several ranges or an object are selected; select one cell, then try again.",
  InvalidArgument:
    "Excel refused the cells or the formula as they stand; check the formula, or choose another cell.",
  InvalidReference: "That reference is not valid in this workbook; choose another cell.",
  NonBlankCellOffSheet: "There is not enough room on this sheet; choose a cell further up or left.",
  RangeExceedsLimit: "That is more than Excel takes at once; choose a shorter period.",
  RequestPayloadSizeLimitExceeded: "That is more than Excel takes at once; choose a shorter period.",
  ResponsePayloadSizeLimitExceeded: "The sheet has more cells than Excel hands out at once; try again.",
  FilteredRangeConflict: "A filter is on those cells; clear the filter, or choose other cells.",
  TableOverlap: "The cells overlap a table; choose cells outside of it.",
  GeneralException:
    "Excel could not do this and does not say why; try again. If it happens again, save and reopen the workbook.",
};

/** The sentence for a code of Excel's; undefined for any that is not known. */
export function sentenceFor(code: unknown): string | undefined {
  return typeof code === "string" && Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
}
