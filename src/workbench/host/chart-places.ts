import type { Getters } from "../sheet/engine";
import { heightOf, widthOf, type Zone } from "./a1";
import type { Book } from "./book";
import { invalid, notFound } from "./host-error";

const PIXELS_PER_POINT = 4 / 3;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

type SheetDimensions = (sheetId: string, index: number) => { readonly start: number; readonly end: number };

/** Where charts stand on their sheets. */
export class ChartPlaces {
  readonly #book: Book;
  readonly #getters: Getters;

  constructor(book: Book) {
    this.#book = book;
    this.#getters = book.getters;
  }

  sheetOf(id: string): string {
    const chart = this.#getters.getChart(id);
    if (!chart) throw notFound();
    return chart.sheetId;
  }

  /** Over cells: from one, or from one to another. */
  cover(id: string, from: Zone, to: Zone | undefined): void {
    const sheetId = this.sheetOf(id);
    const [cols, rows] = this.#dimensions();
    const figure = this.#figure(id);
    const last = to ?? from;
    const size =
      to === undefined && heightOf(from) === 1 && widthOf(from) === 1
        ? { width: figure.width, height: figure.height }
        : {
            width: cols(sheetId, last.right).end - cols(sheetId, from.left).start,
            height: rows(sheetId, last.bottom).end - rows(sheetId, from.top).start,
          };
    this.#place(id, { col: from.left, row: from.top, offset: { x: 0, y: 0 }, ...size });
  }

  /** In points from the sheet's corner, as Excel measures. */
  box(id: string): Box {
    const sheetId = this.sheetOf(id);
    const [cols, rows] = this.#dimensions();
    const { col, row, offset, width, height } = this.#figure(id);
    const points = (pixels: number): number => pixels / PIXELS_PER_POINT;
    return {
      left: points(cols(sheetId, col).start + offset.x),
      top: points(rows(sheetId, row).start + offset.y),
      width: points(width),
      height: points(height),
    };
  }

  move(id: string, change: Partial<Box>): void {
    const sheetId = this.sheetOf(id);
    const box = { ...this.box(id), ...change };
    if (Object.values(box).some((n) => !Number.isFinite(n) || n < 0)) throw invalid();
    const [cols, rows] = this.#dimensions();
    const find = (count: number, of: SheetDimensions, points: number): readonly [number, number] => {
      const pixels = points * PIXELS_PER_POINT;
      let index = 0;
      while (index < count - 1 && of(sheetId, index).end <= pixels) index++;
      return [index, Math.max(0, pixels - of(sheetId, index).start)];
    };
    const [col, x] = find(this.#getters.getNumberCols(sheetId), cols, box.left);
    const [row, y] = find(this.#getters.getNumberRows(sheetId), rows, box.top);
    const width = box.width * PIXELS_PER_POINT;
    this.#place(id, { col, row, offset: { x, y }, width, height: box.height * PIXELS_PER_POINT });
  }

  #place(id: string, change: object): void {
    const sheetId = this.sheetOf(id);
    this.#book.guard(sheetId, "objects");
    this.#book.dispatch("UPDATE_FIGURE", { sheetId, figureId: this.figureId(id), ...change });
  }

  protected figureId(id: string): string {
    return this.#getters.getFigureIdFromChartId(id);
  }

  #figure(id: string) {
    const figure = this.#getters.getFigure(this.sheetOf(id), this.figureId(id));
    if (!figure) throw notFound();
    return figure;
  }

  #dimensions(): readonly [SheetDimensions, SheetDimensions] {
    // Within a transaction the engine forgets where rows and columns stand as soon as a name is made or a cell written.
    if (this.#book.isDirty) this.#book.refresh();
    return [
      (sheetId, col) => this.#getters.getColDimensions(sheetId, col),
      (sheetId, row) => this.#getters.getRowDimensions(sheetId, row),
    ];
  }
}
