import type { Language } from "../charts/common/language";
import type { Day } from "../domain/period";
import type { Edition } from "../load/edition";
import type { EditionDocument } from "../load/edition-document";
import type { Engine } from "../workbench/sheet/engine";
import type { BookPlan, Worked } from "../xlsx/new/plan";
import { creditLine, sourcesSheet } from "../xlsx/new/sources-sheet";
import { writeWorkbook } from "../xlsx/new/write";
import { encodeEdition } from "../file/edition-encode";
import { workOut, type FailedCell, type OpenBook } from "./new-values";

/** The add-in counts from there how often the figures in the file were written. */
const FIRST_WRITING = 1;

/** A workbook that is to be made, and what it is made with. */
export interface NewBook {
  /** What works the formulas out. */
  readonly engine: Engine;
  readonly plan: BookPlan;
  readonly lang: Language;
  /** The figures that the functions are connected to; those that they ask for travel in the file. */
  readonly edition: Pick<Edition, "toJSON">;
  /** The day that the file says it was made on. */
  readonly created: Day;
  /** Given each workbook before it is worked out, for WHY to look into. */
  readonly onOpen?: (book: OpenBook) => void;
  /** Values stand where formulas would. */
  readonly frozen?: boolean;
}

export interface MadeBook {
  readonly bytes: Uint8Array;
  readonly plan: BookPlan;
  readonly worked: Worked;
  readonly failed: readonly FailedCell[];
}

/** Documents come in as they arrive; in the file they stand by their ids, so that the same workbook is the same file. */
const sorted = ({ documents, ...rest }: EditionDocument): EditionDocument => ({
  ...rest,
  documents: [...documents].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

/** Works a planned workbook out, adds the sheet of what it was made of, and writes it. */
export async function makeBook({
  engine,
  plan,
  lang,
  edition,
  created,
  onOpen,
  frozen = false,
}: NewBook): Promise<MadeBook> {
  const told = await workOut(engine, plan.sheets, onOpen);
  const kept = sorted(edition.toJSON());
  const { documents } = kept;
  const sources = sourcesSheet(documents, lang);
  const own = await workOut(engine, [sources], onOpen);
  const whole: BookPlan = { ...plan, sheets: [...plan.sheets, sources] };
  const worked: Worked = new Map([...told.worked, ...own.worked]);
  const footer = creditLine(documents, lang);
  const { parts } = await encodeEdition(kept, FIRST_WRITING);
  const bytes = writeWorkbook(whole, worked, { created, footer, frozen, edition: frozen ? [] : parts });
  return { bytes, plan: whole, worked, failed: [...told.failed, ...own.failed] };
}
