import { absoluteName, quoteSheet, tryReference, type Zone } from "./a1";
import type { Book } from "./book";
import { exists, invalid, notFound } from "./host-error";
import type { Sheets } from "./sheets";

/** What the engine does not keep of a name. */
interface NameRecord {
  readonly name: string;
  /** The sheet that it belongs to; none for the workbook's names. */
  readonly sheetId?: string;
  readonly visible?: boolean;
  readonly comment?: string;
  /** For names of a constant or an expression. */
  readonly formula?: string;
}

export interface NamedPlace {
  readonly sheetId: string;
  readonly zone: Zone;
}

/** Under which the workbook's state keeps what the engine does not know of a name. */
export const NAME_STATE = "name:";
const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u;
/** Named ranges with this beginning serve the host itself (they follow inserted rows) and are nobody's names. */
const INTERNAL = "office_link_";
export const isInternalName = (name: string): boolean => name.startsWith(INTERNAL);

/**
 * Names of ranges and values. Where a name points is kept as a named range of the engine, so that it follows inserted
 * and deleted rows; the rest, and names of one sheet, which the engine lacks, in the workbook's state. Formulas see the
 * names of the workbook only.
 */
export class Names {
  readonly #book: Book;
  readonly #sheets: Sheets;

  constructor(book: Book, sheets: Sheets) {
    this.#book = book;
    this.#sheets = sheets;
  }

  /** The keys of the names of a sheet, or of the workbook. */
  keys(sheetId: string | undefined): readonly string[] {
    const recorded = this.#book.state
      .list(NAME_STATE)
      .filter(([, record]) => (record as NameRecord).sheetId === sheetId);
    // A sheet's own name outlives its cells, as =#REF!; the engine forgets the range of a name whose cells are deleted.
    const keys = recorded
      .map(([key]) => key)
      .filter((key) => sheetId !== undefined || this.#record(key).formula !== undefined || this.#range(key));
    if (sheetId !== undefined) return keys;
    const plain = this.#book.getters
      .getNamedRanges()
      .map(({ name }) => name)
      .filter((name) => !isInternalName(name) && this.#book.state.read(NAME_STATE + name) === undefined);
    return [...keys, ...plain];
  }

  add(name: string, target: NamedPlace | string, sheetId: string | undefined, comment: unknown): string {
    if (!NAME.test(name) || tryReference(name)) throw invalid();
    if (this.keys(sheetId).some((key) => this.name(key).toLowerCase() === name.toLowerCase())) throw exists();
    const key =
      sheetId === undefined
        ? name
        : `${INTERNAL}${this.#book.model.uuidGenerator.smallUuid().replaceAll("-", "_")}`;
    const place = typeof target === "string" ? this.#placeIn(target, sheetId) : target;
    const record: NameRecord = {
      name,
      ...(sheetId !== undefined && { sheetId }),
      ...(typeof comment === "string" && comment !== "" && { comment }),
      ...(place === undefined && typeof target === "string" && { formula: target }),
    };
    if (place) this.link(key, place);
    this.#book.store(NAME_STATE + key, record);
    return key;
  }

  remove(key: string): void {
    this.unlink(key);
    this.#book.store(NAME_STATE + key, undefined);
  }

  name(key: string): string {
    return this.#record(key).name;
  }

  scope(key: string): string | undefined {
    return this.#record(key).sheetId;
  }

  isVisible(key: string): boolean {
    return this.#record(key).visible ?? true;
  }

  comment(key: string): string {
    return this.#record(key).comment ?? "";
  }

  change(key: string, change: Partial<NameRecord>): void {
    this.#book.store(NAME_STATE + key, { ...this.#record(key), ...change });
  }

  /** Where it points; undefined for a constant, an expression, or a range that was deleted. */
  place(key: string): NamedPlace | undefined {
    const found = this.#range(key);
    if (!found || !this.#book.getters.tryGetSheet(found.sheetId) || found.invalidXc !== undefined)
      return undefined;
    return { sheetId: found.sheetId, zone: found.zone };
  }

  /** `=Sheet1!$A$1:$B$2`, or what the name was given. */
  formula(key: string): string {
    const { formula } = this.#record(key);
    if (formula !== undefined) return formula.startsWith("=") ? formula : `=${formula}`;
    const place = this.place(key);
    return place ? `=${quoteSheet(this.#sheets.name(place.sheetId))}!${absoluteName(place.zone)}` : "=#REF!";
  }

  point(key: string, formula: string): void {
    const place = this.#placeIn(formula, this.scope(key));
    if (!place) throw invalid();
    this.unlink(key);
    this.link(key, place);
  }

  /** Keeps a place under an internal key, for what must follow inserted rows (a chart's linked title). */
  link(key: string, { sheetId, zone }: NamedPlace): void {
    const inside = this.#book.clip(sheetId, zone) ?? zone;
    this.#book.dispatch("CREATE_NAMED_RANGE", {
      name: key,
      // Else the engine looks whether the place fits into the sheet that is shown.
      sheetId,
      ranges: [this.#book.getters.getRangeDataFromZone(sheetId, inside)],
    });
  }

  unlink(key: string): void {
    if (this.#range(key)) this.#book.dispatch("DELETE_NAMED_RANGE", { name: key });
  }

  internalKey(what: string): string {
    return `${INTERNAL}${what.replaceAll(/[^A-Za-z0-9]/g, "_")}`;
  }

  #placeIn(formula: string, sheetId: string | undefined): NamedPlace | undefined {
    const reference = tryReference(formula.replace(/^=/, ""));
    if (!reference) return undefined;
    const home =
      reference.sheet === undefined
        ? (sheetId ?? this.#sheets.active())
        : this.#sheets.byName(reference.sheet);
    return { sheetId: home, zone: reference.zone };
  }

  #range(key: string) {
    return this.#book.getters.getNamedRange(key)?.range;
  }

  #record(key: string): NameRecord {
    const record = this.#book.state.read(NAME_STATE + key) as NameRecord | undefined;
    if (record) return record;
    if (this.#range(key)) return { name: key };
    throw notFound();
  }
}
