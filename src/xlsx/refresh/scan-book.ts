import { findEntry } from "../../catalog/catalog";
import type { Day } from "../../domain/period";
import type { Series, SeriesId } from "../../domain/series";
import { cellName } from "../../file/address";
import { decodeEdition, EDITION } from "../../file/edition-parts";
import { FROZEN, readFrozen } from "../../file/frozen-document";
import { decodeParts } from "../../file/parts";
import { readEdition } from "../../load/edition-document";
import type { StoredBook } from "../book";
import type { CellValue } from "../cells";
import { customXml } from "../custom-xml";
import { typedFormula } from "../formula-forms";
import { openPackage } from "../package";
import { readBook } from "../read-book";
import { formulasOf, type FormulaCell, type Formulas } from "./formulas";
import { mixedBases, type MixedBasis } from "./mixed-bases";
import { ourCalls, type OurCall } from "./our-calls";
import { isStuck } from "./stuck";
import { unfinishedYear } from "./unfinished-year";

/** What a file holds of ours. */
export interface Inventory {
  readonly formulas: readonly {
    readonly sheet: string;
    /** `B3`, or `B3:D9` for all that it fills. */
    readonly cell: string;
    readonly formula: string;
    readonly functions: readonly string[];
    readonly value: CellValue;
  }[];
  readonly pin?: Day;
  /** The documents that the file keeps: which version of each series it was made with. */
  readonly series: readonly {
    readonly id: SeriesId;
    readonly version: string;
    readonly published?: Day;
    readonly retrieved: Day;
    readonly embedded?: boolean;
    readonly stale?: boolean;
  }[];
  /** Series that formulas name and the file keeps no document of. */
  readonly unkept: readonly SeriesId[];
  readonly mixed: readonly MixedBasis[];
  /** Formulas that ask for a year of which not all is published in the figures that the file keeps. */
  readonly unfinished: readonly { readonly sheet: string; readonly cell: string; readonly words: string }[];
  /** Formulas that show `#NAME?` or would; `repair` writes them anew. */
  readonly stuck: readonly { readonly sheet: string; readonly cell: string }[];
  readonly errors: readonly { readonly sheet: string; readonly cell: string; readonly error: string }[];
  readonly frozen: number;
  readonly onlyExcel: readonly string[];
}

/** Looks through a workbook's file; one that cannot be read is a Problem ("unreadable"). */
export async function scanBook(bytes: Uint8Array): Promise<Inventory> {
  const pkg = openPackage(bytes);
  const book = readBook(pkg);
  const kept = await decodeEdition(customXml(pkg, EDITION));
  const { pin, documents } = kept ? readEdition(kept.json) : { pin: undefined, documents: new Map() };
  const frozen = readFrozen((await decodeParts(FROZEN, customXml(pkg, FROZEN)))?.json);
  const formulas = formulasOf(book, "DIGITRADE", () => true);
  const ours = formulas.all.filter(({ isOurs }) => isOurs);
  const called = ours.map((formula) => ({ formula, calls: callsOf(book, formulas, formula) }));
  const at = (formula: FormulaCell): { readonly sheet: string; readonly cell: string } => ({
    sheet: book.sheets[formula.sheet]?.name ?? "",
    cell: cellName(formula.cell.row, formula.cell.column),
  });
  const document = (id: SeriesId): Series | undefined => documents.get(id) as Series | undefined;
  return {
    formulas: called.map(({ formula, calls }) => ({
      ...at(formula),
      formula: typedFormula(formula.cell.formula.text),
      functions: calls.map(({ name }) => name),
      value: formula.saved[0]?.[0] ?? null,
    })),
    ...(pin !== undefined && { pin }),
    series: [...(documents as ReadonlyMap<SeriesId, Series>).values()].map(
      ({ id, version, published, retrieved, embedded, stale }) => ({
        ...{ id, version, retrieved },
        ...(published !== undefined && { published }),
        ...(embedded !== undefined && { embedded }),
        ...(stale !== undefined && { stale }),
      }),
    ),
    unkept: [...new Set(called.flatMap(({ calls }) => calls.flatMap(seriesNamed)))].filter(
      (id) => document(id) === undefined && !isComposedOfKept(id, document),
    ),
    mixed: mixedBases(
      called.flatMap(({ formula, calls }) => {
        const { sheet, cell } = at(formula);
        return calls.map((call) => ({ place: `${sheet}!${cell}`, call }));
      }),
    ),
    unfinished: called.flatMap(({ formula, calls }) =>
      calls.flatMap((call) => {
        const words = unfinishedYear(call, document);
        return words === undefined ? [] : [{ ...at(formula), words }];
      }),
    ),
    stuck: ours.filter(isStuck).map(at),
    errors: ours.flatMap((formula) => {
      const value = formula.saved[0]?.[0] ?? null;
      return typeof value === "object" && value !== null ? [{ ...at(formula), error: value.error }] : [];
    }),
    frozen: frozen.length,
    onlyExcel: book.onlyExcel,
  };
}

function callsOf(book: StoredBook, { cellsAt }: Formulas, { sheet, cell }: FormulaCell): readonly OurCall[] {
  const placed = new Map(book.sheets.map(({ name }, i) => [name.toUpperCase(), i]));
  return ourCalls(cell.formula.text, (named, row, column) => {
    const at = named === "" ? sheet : placed.get(named.toUpperCase());
    return at === undefined ? null : (cellsAt[at]?.(row, column)?.value ?? null);
  });
}

/** The series that a call names, as far as it names them itself. */
function seriesNamed({ args }: OurCall): readonly SeriesId[] {
  return args.flatMap((arg) => {
    if (typeof arg !== "string") return [];
    const asked = arg.trim().toUpperCase();
    const entry = findEntry(asked) ?? findEntry(`${asked}.NET`);
    return entry ? [entry.id] : [];
  });
}

function isComposedOfKept(id: SeriesId, document: (id: SeriesId) => Series | undefined): boolean {
  const parts = findEntry(id)?.parts ?? [];
  return parts.length > 0 && parts.every((part) => document(part.id) !== undefined);
}
