import { Problem } from "../domain/problem";

const DEFAULT_TIMEOUT_MS = 20_000;

/** Whether the library is there and runs in Excel; before `Office.onReady` it cannot tell. */
export function isInExcel(): boolean {
  if (typeof Office === "undefined" || typeof Excel === "undefined") return false;
  // Typed as always there; in a page of its own the library leaves it null.
  const { host } = Office.context as { readonly host?: Office.HostType | null };
  return host === Office.HostType.Excel;
}

function blocked(message: string): Problem {
  return new Problem("unreachable", message);
}

/**
 * What Excel answered with, as a Problem: its code, if it has one, chooses the sentence. The sentences load when the
 * first is needed, since cells wait for this file; where they cannot be loaded, Excel's own words must do.
 */
export async function officeProblem(thrown: unknown): Promise<Problem> {
  if (thrown instanceof Problem) return thrown;
  const { code, message } = (thrown ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  const sentence = await import(/* webpackChunkName: "workbook-later" */ "./office-sentences").then(
    ({ sentenceFor }) => sentenceFor(code),
    () => undefined,
  );
  const said = typeof message === "string" && message !== "" ? message : String(thrown);
  const words =
    sentence ??
    `Excel could not do this (${said.replace(/[.\s]+$/, "")}); try again, or save and reopen the workbook.`;
  return new Problem("unreachable", words, { cause: thrown });
}

export interface InExcelOptions {
  readonly timeoutMs?: number;
  /** Wait until nobody edits a cell; without it such a batch fails at once, and says so. */
  readonly delayForCellEdit?: boolean;
}

/** Runs a batch in Excel; whatever goes wrong, no answer included, ends as a Problem that says what to do. */
export async function inExcel<T>(
  run: (context: Excel.RequestContext) => Promise<T>,
  { timeoutMs = DEFAULT_TIMEOUT_MS, delayForCellEdit = false }: InExcelOptions = {},
): Promise<T> {
  if (!isInExcel())
    throw blocked("This page is not open in Excel; open DigiTrade from Excel's ribbon to use the workbook.");
  return withTimeout(
    Excel.run({ delayForCellEdit }, run),
    timeoutMs,
    `Excel has not answered within ${timeoutMs / 1000} seconds; look whether the change is there before trying again.`,
  );
}

/** A promise of Excel's that settles in any case; what it rejects with is a Problem. */
export async function withTimeout<T>(promise: Promise<T>, timeoutMs: number, late: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(blocked(late)), timeoutMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } catch (thrown) {
    throw await officeProblem(thrown);
  } finally {
    clearTimeout(timer);
  }
}
