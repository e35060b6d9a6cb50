import { Problem } from "../domain/problem";

/** A file that DigiTrade does not open; `why` is the rest of the sentence and ends with what to do. */
export function refused(why: string, cause?: unknown): Problem {
  return new Problem("unreadable", `This file was not opened: ${why}.`, { cause });
}

/** A file that is broken, or made to look like one that is not. */
export function damaged(how: string, cause?: unknown): Problem {
  return refused(`${how}; open it in Excel, let Excel repair it and save it, or take an earlier copy`, cause);
}
