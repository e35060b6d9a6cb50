import type { Anchor } from "./anchor";
import { functionsThrough, namesOf, type DefinedName } from "./names";
import { inExcel } from "./office-problem";
import { functionsIn } from "../file/our-formulas";
import { scanSheet } from "./scan-sheet";

export type { Anchor } from "./anchor";

export interface ScannedSheet {
  readonly name: string;
  readonly visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly isProtected: boolean;
  readonly anchors: number;
}

export interface Scan {
  readonly sheets: readonly ScannedSheet[];
  readonly anchors: readonly Anchor[];
  /** All names of the workbook; those that call our functions are worked out in the cells that use them. */
  readonly names: readonly DefinedName[];
}

export interface ScanOptions {
  readonly signal?: AbortSignal | undefined;
  /** Sheets looked through, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
  /** How many cells are asked for at once: Excel on the web hands out 5 MB at most. */
  readonly slice?: number;
}

const SLICE = 50_000;

/** Every formula of ours on every sheet, hidden and protected ones included; an abort ends it with what was found. */
export async function scan({ signal, onProgress, slice = SLICE }: ScanOptions = {}): Promise<Scan> {
  const { listed, names } = await inExcel(overviewOf, { delayForCellEdit: true });
  const through = functionsThrough(names);
  const sheets: ScannedSheet[] = [];
  const anchors: Anchor[] = [];
  for (const [done, sheet] of listed.entries()) {
    if (signal?.aborted) break;
    const throughNames = (formula: string): readonly string[] => through(formula, sheet.name);
    const found = await scanSheet(sheet.name, { slice, signal, throughNames });
    anchors.push(...found);
    sheets.push({ ...sheet, anchors: found.length });
    onProgress?.(done + 1, listed.length);
  }
  return { sheets, anchors, names };
}

type Listed = Omit<ScannedSheet, "anchors">;

async function overviewOf(
  context: Excel.RequestContext,
): Promise<{ readonly listed: readonly Listed[]; readonly names: readonly DefinedName[] }> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name,items/visibility,items/protection/protected");
  await context.sync();
  const listed = worksheets.items.map(({ name, visibility, protection }) => ({
    name,
    visibility,
    isProtected: protection.protected,
  }));
  return { listed, names: await namesOf(context) };
}

/** Names that call our functions. */
export const namesOfOurs = ({ names }: Scan): readonly DefinedName[] =>
  names.filter(({ formula }) => functionsIn(formula).length > 0);
