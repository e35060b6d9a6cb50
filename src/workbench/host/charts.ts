import type { Getters } from "../sheet/engine";
import { heightOf, parseReference, widthOf } from "./a1";
import type { Book } from "./book";
import {
  adopted,
  type Definition,
  newOffice,
  type OfficeSeries,
  retype,
  seriesTypeOf,
} from "./chart-definition";
import { ChartPlaces } from "./chart-places";
import { chartSource, headless, rangeText } from "./chart-source";
import { invalid, notFound } from "./host-error";
import type { NamedPlace, Names } from "./names";

const DEFAULT_SIZE = { width: 480, height: 288 };

/** The charts of a workbook: Excel's chart objects as definitions of the engine's charts. */
export class Charts extends ChartPlaces {
  readonly #book: Book;
  readonly #names: Names;
  readonly #getters: Getters;

  constructor(book: Book, names: Names) {
    super(book);
    this.#book = book;
    this.#names = names;
    this.#getters = book.getters;
  }

  ids(sheetId: string): readonly string[] {
    return this.#getters.getChartIds(sheetId);
  }

  definition(id: string): Definition {
    if (!this.#getters.isChartDefined(id)) throw notFound();
    return adopted(this.#getters.getChartDefinition(id));
  }

  edit(id: string, change: (definition: Definition) => void): void {
    const sheetId = this.sheetOf(id);
    this.#book.guard(sheetId, "objects");
    const definition = this.definition(id);
    change(definition);
    retype(definition);
    this.#book.dispatch("UPDATE_CHART", { sheetId, figureId: this.figureId(id), chartId: id, definition });
  }

  // Making ---------------------------------------------------------------------------------------------------------

  add(sheetId: string, chartType: string, source: NamedPlace, seriesBy: unknown): string {
    this.#book.guard(sheetId, "objects");
    const { uuidGenerator } = this.#book.model;
    const id = uuidGenerator.smallUuid();
    const office = newOffice(`Chart ${this.ids(sheetId).length + 1}`, chartType);
    const dataSource = chartSource(this.#book, sheetId, source, { seriesBy, chartType });
    const definition: Definition = {
      type: "bar",
      title: { text: "" },
      legendPosition: "right",
      dataSetStyles: {},
      axesDesign: {},
      dataSource,
      office,
    };
    retype(definition);
    const col = Math.min(source.zone.right + 1, this.#getters.getNumberCols(sheetId) - 1);
    this.#book.dispatch("CREATE_CHART", {
      sheetId,
      chartId: id,
      figureId: uuidGenerator.smallUuid(),
      col,
      row: Math.min(source.zone.top, this.#getters.getNumberRows(sheetId) - 1),
      offset: { x: 0, y: 0 },
      size: DEFAULT_SIZE,
      definition,
    });
    return id;
  }

  setData(id: string, source: NamedPlace, seriesBy: unknown): void {
    const sheetId = this.sheetOf(id);
    this.edit(id, (definition) => {
      definition.dataSource = chartSource(this.#book, sheetId, source, {
        seriesBy,
        chartType: definition.office.chartType,
      });
      definition.dataSetStyles = {};
      definition.office.series = {};
    });
  }

  remove(id: string): void {
    const sheetId = this.sheetOf(id);
    this.#book.guard(sheetId, "objects");
    this.#names.unlink(this.#titleKey(id));
    this.#book.dispatch("DELETE_FIGURE", { sheetId, figureId: this.figureId(id) });
  }

  // Series ----------------------------------------------------------------------------------------------------------

  seriesName(id: string, series: string): string {
    const definition = this.definition(id);
    const given = definition.dataSetStyles[series]?.label;
    if (given !== undefined) return given;
    const { dataSets, dataSetsHaveTitle } = definition.dataSource;
    const index = dataSets.findIndex((set) => set.dataSetId === series);
    const range = dataSets[index]?.dataRange;
    if (range === undefined || !dataSetsHaveTitle) return `Series${index + 1}`;
    const { sheetId, zone } = this.placeOf(id, range);
    return String(this.#book.value(sheetId, zone.left, zone.top));
  }

  addSeries(id: string, name: unknown): string {
    const series = `n${this.#book.model.uuidGenerator.smallUuid().replaceAll("-", "")}`;
    this.edit(id, (definition) => {
      this.#detachHeaders(id, definition);
      const { dataSets } = definition.dataSource;
      // A series without values until setValues: the engine wants a range from the start.
      dataSets.push({ dataSetId: series, dataRange: dataSets[0]?.dataRange ?? "A1" });
      definition.dataSetStyles[series] = { ...(typeof name === "string" && { label: name }) };
    });
    return series;
  }

  removeSeries(id: string, series: string): void {
    this.edit(id, (definition) => {
      const { dataSource, dataSetStyles, office } = definition;
      dataSource.dataSets = dataSource.dataSets.filter((set) => set.dataSetId !== series);
      Reflect.deleteProperty(dataSetStyles, series);
      Reflect.deleteProperty(office.series, series);
    });
  }

  setValues(id: string, series: string, source: NamedPlace): void {
    this.edit(id, (definition) => {
      this.#detachHeaders(id, definition);
      const set = definition.dataSource.dataSets.find(({ dataSetId }) => dataSetId === series);
      if (!set) throw notFound();
      set.dataRange = rangeText(this.#book, this.sheetOf(id), source);
    });
  }

  setCategories(id: string, source: NamedPlace): void {
    this.edit(id, (definition) => {
      this.#detachHeaders(id, definition);
      definition.dataSource.labelRange = rangeText(this.#book, this.sheetOf(id), source);
    });
  }

  /** Where a series' values or its categories stand, without the header. */
  sourceOf(id: string, series: string, what: "values" | "categories"): NamedPlace | undefined {
    const { dataSource } = this.definition(id);
    const range =
      what === "values"
        ? dataSource.dataSets.find(({ dataSetId }) => dataSetId === series)?.dataRange
        : dataSource.labelRange;
    return range === undefined
      ? undefined
      : this.placeOf(id, dataSource.dataSetsHaveTitle ? headless(range) : range);
  }

  editSeries(
    id: string,
    series: string,
    change: (office: OfficeSeries, definition: Definition) => void,
  ): void {
    this.edit(id, (definition) => change((definition.office.series[series] ??= {}), definition));
  }

  seriesType(id: string, series: string): string {
    return seriesTypeOf(this.definition(id), series);
  }

  placeOf(id: string, range: string): NamedPlace {
    const { sheet, zone } = parseReference(range);
    const sheetId = sheet === undefined ? this.sheetOf(id) : this.#getters.getSheetIdByName(sheet);
    if (sheetId === undefined) throw notFound();
    return { sheetId, zone };
  }

  // Title -----------------------------------------------------------------------------------------------------------

  /** The title's text: of the cell that it is linked to, if it is. */
  title(id: string): string {
    const linked = this.#names.place(this.#titleKey(id));
    if (linked) return this.#book.cell(linked.sheetId, linked.zone.left, linked.zone.top).formattedValue;
    return this.definition(id).title.text ?? "";
  }

  setTitle(id: string, text: string): void {
    this.#names.unlink(this.#titleKey(id));
    this.edit(id, (definition) => {
      definition.title = { ...definition.title, text };
      Reflect.deleteProperty(definition.office, "titleKey");
    });
  }

  linkTitle(id: string, formula: string): void {
    const { sheet, zone } = parseReference(formula.replace(/^=/, ""));
    if (sheet === undefined || heightOf(zone) > 1 || widthOf(zone) > 1) throw invalid();
    const sheetId = this.#getters.getSheetIdByName(sheet);
    if (sheetId === undefined) throw notFound();
    this.setTitle(id, "");
    this.#names.link(this.#titleKey(id), { sheetId, zone });
    this.edit(id, (definition) => {
      definition.office.titleKey = this.#titleKey(id);
    });
  }

  linkedTitle(id: string): NamedPlace | undefined {
    return this.#names.place(this.#titleKey(id));
  }

  #titleKey(id: string): string {
    return this.#names.internalKey(`title_${id}`);
  }

  // Ranges ----------------------------------------------------------------------------------------------------------

  /** Series set one by one have no headings in their ranges: what the headings said becomes their names. */
  #detachHeaders(id: string, definition: Definition): void {
    const { dataSource } = definition;
    if (!dataSource.dataSetsHaveTitle) return;
    for (const set of dataSource.dataSets) {
      const look = (definition.dataSetStyles[set.dataSetId] ??= {});
      look.label ??= this.seriesName(id, set.dataSetId);
      set.dataRange = headless(set.dataRange);
    }
    if (dataSource.labelRange !== undefined) dataSource.labelRange = headless(dataSource.labelRange);
    dataSource.dataSetsHaveTitle = false;
  }
}
