import type { Book } from "./book";
import { denied, exists, HostError, invalid, notFound } from "./host-error";

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

const NEW_SHEET = { cols: 26, rows: 1000 };
const LONGEST_NAME = 31;

/** The sheets of a workbook, with Excel's rules for them. */
export class Sheets {
  /** Throws while the structure of the workbook is protected; set by the protection. */
  guard: () => void = () => undefined;
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  ids(): readonly string[] {
    return this.#book.getters.getSheetIds();
  }

  name(id: string): string {
    if (!this.#book.getters.tryGetSheet(id)) throw notFound();
    return this.#book.getters.getSheetName(id);
  }

  /** The sheet of a name, whatever its capitals. */
  byName(name: string): string {
    const found = this.ids().find((id) => this.name(id).toLowerCase() === name.toLowerCase());
    if (found === undefined) throw notFound();
    return found;
  }

  add(name: unknown): string {
    this.guard();
    const chosen = typeof name === "string" ? this.#checked(name) : this.#freeName();
    const id = this.#book.model.uuidGenerator.uuidv4();
    const position = this.ids().length;
    this.#book.dispatch("CREATE_SHEET", { sheetId: id, position, name: chosen, ...NEW_SHEET });
    return id;
  }

  rename(id: string, name: unknown): void {
    this.guard();
    const oldName = this.name(id);
    const newName = this.#checked(String(name), id);
    this.#book.dispatch("RENAME_SHEET", { sheetId: id, oldName, newName });
  }

  remove(id: string): void {
    this.guard();
    if (this.visibility(id) === "Visible" && this.#visible().length === 1)
      throw new HostError(
        "InvalidOperation",
        "This operation is not permitted for the last visible worksheet.",
      );
    this.#book.dispatch("DELETE_SHEET", { sheetId: id, sheetName: this.name(id) });
  }

  move(id: string, position: number): void {
    this.guard();
    const ids = this.ids();
    if (!Number.isInteger(position) || position < 0 || position >= ids.length) throw invalid();
    const from = ids.indexOf(id);
    // The engine steps over hidden sheets: it counts the visible ones between.
    const between = position > from ? ids.slice(from + 1, position + 1) : ids.slice(position, from);
    const steps = between.filter((other) => this.#book.getters.isSheetVisible(other)).length;
    if (steps > 0)
      this.#book.dispatch("MOVE_SHEET", { sheetId: id, delta: position > from ? steps : -steps });
  }

  visibility(id: string): Visibility {
    if (this.#book.getters.isSheetVisible(id)) return "Visible";
    return this.#book.state.read(`very-hidden:${id}`) === true ? "VeryHidden" : "Hidden";
  }

  show(id: string, visibility: unknown): void {
    this.guard();
    if (visibility === "Visible") {
      this.#book.dispatch("SHOW_SHEET", { sheetId: id });
    } else if (visibility === "Hidden" || visibility === "VeryHidden") {
      if (this.visibility(id) === "Visible") {
        if (this.#visible().length === 1) throw invalid();
        this.#book.dispatch("HIDE_SHEET", { sheetId: id });
      }
      this.#book.store(`very-hidden:${id}`, visibility === "VeryHidden" ? true : undefined);
    } else throw invalid();
  }

  active(): string {
    return this.#book.getters.getActiveSheetId();
  }

  activate(id: string): void {
    if (this.visibility(id) !== "Visible") throw denied("A hidden worksheet cannot be activated.");
    if (id !== this.active())
      this.#book.dispatch("ACTIVATE_SHEET", { sheetIdFrom: this.active(), sheetIdTo: id });
  }

  #visible(): readonly string[] {
    return this.#book.getters.getVisibleSheetIds();
  }

  #freeName(): string {
    const taken = new Set(this.ids().map((id) => this.name(id).toLowerCase()));
    let n = 1;
    while (taken.has(`sheet${n}`)) n++;
    return `Sheet${n}`;
  }

  #checked(name: string, own?: string): string {
    const wrong =
      name === "" ||
      name.length > LONGEST_NAME ||
      /[:\\/?*[\]]/.test(name) ||
      name.startsWith("'") ||
      name.endsWith("'") ||
      name.toLowerCase() === "history";
    if (wrong) throw invalid();
    if (this.ids().some((id) => id !== own && this.name(id).toLowerCase() === name.toLowerCase()))
      throw exists();
    return name;
  }
}
