/** Where a command writes; the texts end with their own line break. */
export interface Io {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Whether a person sees each of them on a terminal, where a line can be written over; absent: neither. */
  readonly terminal?: { readonly out: boolean; readonly error: boolean };
}

/** One command: its arguments in, its exit code out. */
export type Command = (args: readonly string[], io: Io) => Promise<number>;

/** The command line was wrong: what to write instead is in the message. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}
