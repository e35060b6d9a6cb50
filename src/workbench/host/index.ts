import type { CellPosition, Engine, Model } from "../sheet/engine";
import { cellAddress } from "../sheet/address";
import { installFunctions } from "../sheet/adaptor";
import { provideGroupBy, silenceTimings } from "../sheet/compat";
import { Book } from "./book";
import { type Bridge, createBridge } from "./bridge";
import { installCharts } from "./chart-style";
import { Charts } from "./charts";
import { AMERICAN, type Culture } from "./culture";
import { createEvents } from "./events";
import { excelClasses } from "./excel/classes";
import type { Parts } from "./excel/parts";
import { Ranges } from "./excel/range-object";
import { createFaults, type Faults } from "./faults";
import { type FunctionFile, type RuntimeFunctions, runtimeFunctions } from "./functions";
import { Names } from "./names";
import { type Batch, isServicePath } from "./protocol";
import { type Command, installPlugin, isGrowth, LINK, type Link } from "./plugin";
import { createProtection, type Protection } from "./protection";
import type { Schema } from "./schema";
import { createServices, type RuntimeState } from "./services";
import { Sheets } from "./sheets";
import { showOnlyVisibleNames } from "./shown-names";
import { installState } from "./state";
import { Wire } from "./wire";

export interface HostOptions {
  /** The spreadsheet library, passed in as a value: see sheet/engine. */
  readonly engine: Engine;
  /** What the add-in's office.js says about itself: scripts/office-schema makes it. */
  readonly schema: Schema;
  /** The add-in's metadata file, and the namespace of its functions. */
  readonly metadata: FunctionFile;
  readonly namespace: string;
  /** A workbook in the engine's format. */
  readonly data?: unknown;
  readonly culture?: Culture;
  /** How many calls of functions are open, told after each change. */
  readonly onOpenCalls?: (count: number) => void;
}

/** A workbook that an add-in can work with through office.js. */
export interface Host {
  readonly model: Model;
  readonly book: Book;
  readonly sheets: Sheets;
  readonly names: Names;
  readonly charts: Charts;
  readonly protection: Protection;
  readonly bridge: Bridge;
  readonly functions: RuntimeFunctions;
  readonly wire: Wire;
  readonly faults: Faults;
  /** Whether the add-in asked for its pane to be shown, and for being loaded with the document. */
  readonly runtime: Readonly<RuntimeState>;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Calls every function again, as Excel's full recalculation does. */
  readonly recalculate: () => void;
  /** Resolves when no call of a function is open and every waiting cell was evaluated. */
  readonly settled: () => Promise<void>;
  /** The formula of a cell (`Sheet1!A1`). */
  readonly formulaAt: (address: string) => string | undefined;
  /** The workbook in the engine's format, with everything that Excel would save. */
  readonly save: () => unknown;
  readonly dispose: () => void;
}

const EMPTY = { sheets: [{ id: "sheet1", name: "Sheet1", colNumber: 26, rowNumber: 1000 }] };
const DOCUMENT_SETTING = "setting:";
/** Calls that must see what the writes before them led to. */
const READS_BACK =
  /^(?:Get(?:Used|Spill|Special|Dimension)|AutofitColumns$|Select$|Calculate$|SetDirty$|CopyFrom$|Insert$|Delete$|Add$|SetFormula$)/;

/** The runtime's own requests: no planned fault touches them. */
const isOfServices = (batch: Batch): boolean => Object.values(batch.ObjectPaths).some(isServicePath);

export function createHost(options: HostOptions): Host {
  const { engine, schema, metadata, namespace, data = EMPTY, culture = AMERICAN, onOpenCalls } = options;
  provideGroupBy();
  silenceTimings();
  installPlugin(engine);
  installState(engine);
  installCharts(engine);

  const faults = createFaults();
  const runtime: RuntimeState = { shown: "Visible", atStart: "Inactive" };
  const functions = runtimeFunctions(metadata, (entries) => bridge.push(entries));
  const listeners: {
    before: (command: Command) => void;
    after: (command: Command) => void;
    settled: () => void;
  } = {
    before: () => undefined,
    after: () => undefined,
    settled: () => undefined,
  };
  const link: Link = {
    pending: undefined,
    inBatch: false,
    before: (command) => listeners.before(command),
    after: (command) => listeners.after(command),
    settled: () => listeners.settled(),
  };
  const installed = installFunctions(
    engine,
    namespace,
    functions.metadata,
    functions.table,
    ...(onOpenCalls ? [{ onOpenCalls }] : []),
  );
  const workbook = installed.open(data, { custom: { [LINK]: link } });
  const { model } = workbook;

  const book = new Book(engine, model, link);
  book.isReadOnly = () => faults.readOnly;
  showOnlyVisibleNames(model, book.state);
  const sheets = new Sheets(book);
  const names = new Names(book, sheets);
  const charts = new Charts(book, names);
  const ranges = new Ranges(sheets);
  const events = createEvents(model, (type, target, argument) => bridge.event(type, target, argument));
  const protection = createProtection(book, sheets, events.protectionChanged);
  const recalculate = (): void => {
    functions.forget();
    workbook.recalculate();
  };
  const calculateCells = (cells: readonly CellPosition[]): void => {
    for (const cell of cells) functions.forget(cellAddress(model.getters, cell));
    const cellIds = cells.flatMap((cell) => model.getters.getCell(cell)?.id ?? []);
    if (cellIds.length > 0) book.dispatch("EVALUATE_CELLS", { cellIds });
  };
  const isCalculating = (): boolean => workbook.openCount > 0;
  const parts: Parts = {
    book,
    sheets,
    names,
    charts,
    protection,
    ranges,
    culture,
    faults,
    recalculate,
    calculateCells,
    isCalculating,
  };

  const listens = (): void => {
    bridge.listens();
    functions.listens();
  };
  const wire = new Wire({
    schema,
    classes: excelClasses(parts),
    root: "Workbook",
    service: createServices({ results: functions.results, listens }, runtime),
    transaction: (run) => book.transaction(run),
    isDirty: () => book.isDirty,
    refresh: () => book.refresh(),
    readsBack: READS_BACK,
    fault: faults.at,
  });

  listeners.before = (command) => {
    if (command.type !== "UPDATE_CELL" || command.content === undefined) return;
    const { sheetId, col, row } = command as unknown as { sheetId: string; col: number; row: number };
    functions.entered(cellAddress(model.getters, { sheetId, col, row }));
  };
  listeners.after = (command) => {
    if (isGrowth(command, model.getters)) return;
    ranges.follow(wire, command);
    events.after(command, link.inBatch);
  };
  listeners.settled = events.settled;

  const bridge: Bridge = createBridge({
    batch: (batch) => {
      faults.begin(!isOfServices(batch));
      return wire.batch(batch);
    },
    hold: (batch, waits) => (isOfServices(batch) ? Promise.resolve(true) : faults.hold(waits)),
    onAttach: (listening, { ExcelApi: version }) => {
      wire.excelApi = Number(version.split(".")[1]);
      functions.restart(listening);
    },
    settings: {
      read: () =>
        Object.fromEntries(
          book.state.list(DOCUMENT_SETTING).map(([key, value]) => [key, JSON.stringify(value)]),
        ),
      write: (settings) => {
        for (const [key, text] of Object.entries(settings))
          book.store(DOCUMENT_SETTING + key, JSON.parse(text) as unknown);
      },
    },
  });

  return {
    model,
    book,
    sheets,
    names,
    charts,
    protection,
    bridge,
    functions,
    wire,
    faults,
    runtime,
    undo: () => model.dispatch("REQUEST_UNDO"),
    redo: () => model.dispatch("REQUEST_REDO"),
    recalculate,
    settled: workbook.settled,
    formulaAt: workbook.formulaAt,
    save: () => model.exportData(),
    dispose() {
      events.dispose();
      bridge.detach();
      workbook.dispose();
    },
  };
}
