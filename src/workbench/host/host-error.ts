/** A failure as Office.js reports it: `code` is one of Excel's error codes, or NotImplemented where the host lacks a call. */
export class HostError extends Error {
  readonly code: string;
  /** The member that failed, such as `WorksheetCollection.getItem`. */
  location: string | undefined;

  constructor(code: string, message: string) {
    super(message);
    this.name = "HostError";
    this.code = code;
  }
}

// The sentences are those of Excel's own ErrorCodes documentation.
export const notFound = (): HostError =>
  new HostError("ItemNotFound", "The requested resource doesn't exist.");
export const invalid = (
  message = "The argument is invalid or missing or has an incorrect format.",
): HostError => new HostError("InvalidArgument", message);
export const wrongSize = (): HostError =>
  invalid(
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );
export const exists = (): HostError =>
  new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
export const denied = (message = "You cannot perform the requested operation."): HostError =>
  new HostError("AccessDenied", message);
export const lacking = (what: string): HostError =>
  new HostError("NotImplemented", `The workbook host has no ${what}.`);
