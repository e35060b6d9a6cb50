import type { Series } from "../../src/domain/series";
import { period, type Day } from "../../src/domain/period";
import { ledger } from "../../src/functions/bridge/runtime";
import { FUNCTIONS } from "../../src/functions/index";
import type { Edition } from "../../src/load/edition";
import type { Host } from "../../src/workbench/host/index";
import { editionStore, type EditionStore } from "../../src/workbook/edition-store";
import { makeDesk, type DeskHost, type RefreshDesk } from "../../src/workbook/refresh/desk";
import type { DeskOutcome } from "../../src/workbook/refresh/desk-state";
import { newerFigures } from "../../src/workbook/refresh/newer";
import { closeHosts } from "../workbench/host/boot-office";
import { embedded, id, newer, openWorkbook, sheets, today, withNewer } from "./refreshing";

const cells = {
  A1: '=DIGITRADE.VALUE("TIC.JP","2024-12")/1E9',
  A2: '=DIGITRADE.VALUE("TIC.CN","2024-12")/1E9',
  A3: "=A1+A2",
  A4: '=DIGITRADE.VALUE("NO.SUCH",2024)',
};
let host: Host;
let edition: Edition;
let store: EditionStore;
let desk: RefreshDesk;
let staged: readonly Series[];

const shown = (row: number): unknown => host.book.value("s1", 0, row - 1);
const outcome = <Kind extends DeskOutcome["kind"]>(kind: Kind): Extract<DeskOutcome, { kind: Kind }> => {
  const found = desk.state().outcome;
  if (found?.kind !== kind) throw new Error(`The outcome is ${JSON.stringify(found)}.`);
  return found as Extract<DeskOutcome, { kind: Kind }>;
};
const deskWith = (over: Partial<DeskHost> = {}): RefreshDesk =>
  makeDesk({
    edition,
    ready: Promise.resolve(),
    newest: withNewer(...staged),
    load: embedded,
    functions: () => Promise.resolve(FUNCTIONS),
    ledger,
    today: () => today,
    keep: () => store.write(edition.toJSON()),
    namespace: "DIGITRADE",
    patienceMs: 3000,
    ...over,
  });

beforeEach(async () => {
  ({ host, edition } = await openWorkbook(sheets({ Figures: cells })));
  store = editionStore();
  await store.read();
  staged = [await newer("TIC.JP", { "2024-12": 1000 }), await newer("TIC.CN", { "2024-12": 700 })];
  desk = deskWith();
});
afterEach(async () => {
  await host.settled();
  closeHosts();
});

test("newer figures are looked for and looked at; one series is taken, the other waits; then it is taken back", async () => {
  const before = [shown(1), shown(2)];
  const jobs = new Set<string>();
  desk.subscribe(() => jobs.add(desk.state().job?.kind ?? "none"));
  await desk.check();
  expect([...jobs]).toEqual(["checking", "looking", "none"]);
  const { news } = desk.state();
  expect(news?.report.map(({ id: one, outcome: how }) => [one, how])).toEqual([
    ["TIC.JP", "newer"],
    ["TIC.CN", "newer"],
  ]);
  expect([shown(1), shown(2)]).toEqual(before);
  expect(await store.read()).toBeUndefined();

  await desk.accept([id("TIC.JP")]);
  await host.settled();
  expect(outcome("accepted")).toMatchObject({
    ids: ["TIC.JP"],
    changes: [{ anchor: { cell: "A1" }, cells: [{ before: before[0], after: 1000 }] }],
    upToDate: { total: 3, answered: 3, silent: [], unanswered: [{ anchor: { cell: "A4" } }] },
  });
  expect([shown(1), shown(2), shown(3)]).toEqual([1000, before[1], 1000 + Number(before[1])]);
  expect((await editionStore().read()) as object).toEqual(edition.toJSON());
  expect([...edition.staged().keys()]).toEqual(["TIC.CN"]);

  await desk.restore();
  await host.settled();
  expect(outcome("restored").unkept).toBeUndefined();
  expect([shown(1), shown(2)]).toEqual(before);
  expect(edition.restorable).toBe(false);
});

test("what was not looked at is never taken", async () => {
  await desk.check();
  await edition.stage(withNewer(await newer("TIC.JP", { "2024-12": 1 }, { version: "yet another" })));
  await desk.accept([id("TIC.JP")]);
  expect(outcome("failed").sentence).toMatch(/Other figures have arrived.*Nothing was taken/);
  await host.settled();
  expect(shown(1)).not.toBe(1);
  expect(edition.restorable).toBe(false);
});

test("where the file does not keep the figures nothing is taken, and they wait as before", async () => {
  desk = deskWith({ keep: () => Promise.reject(new Error("the file is full")) });
  const before = edition.toJSON();
  await desk.check();
  const waiting = new Map(edition.staged());
  await desk.accept([id("TIC.JP")]);
  expect(outcome("failed").sentence).toMatch(/the file is full/);
  expect(edition.toJSON()).toEqual(before);
  expect(new Map(edition.staged())).toEqual(waiting);
});

test.each([
  ["a file open for reading only", /read-only; save a copy/, (): void => void (host.faults.readOnly = true)],
  ["a cell being edited", /press Enter or Esc/, (): void => void (host.faults.cellEdit = true)],
] as const)("%s is met with a sentence, and nothing is taken", async (_what, words, trouble) => {
  await desk.check();
  trouble();
  const before = edition.toJSON();
  await desk.accept([id("TIC.JP")]);
  expect(outcome("failed").sentence).toMatch(words);
  expect(edition.toJSON()).toEqual(before);
  host.faults.readOnly = false;
  host.faults.cellEdit = false;
});

test("a series that cannot be had is told with its sentence, and the others go on", async () => {
  desk = deskWith({
    newest: (wanted) =>
      wanted === "TIC.JP" ? Promise.reject(new Error("no answer")) : withNewer(...staged)(wanted),
  });
  await desk.check();
  const { report = [] } = desk.state().news ?? {};
  expect(report).toMatchObject([
    { id: "TIC.JP", outcome: "failed", problem: { message: expect.stringContaining("no answer") } },
    { id: "TIC.CN", outcome: "newer" },
  ]);
});

test("a check can be cancelled while nobody answers; a recalculation leaves the rest to be done", async () => {
  desk = deskWith({ newest: () => new Promise(() => undefined) });
  const checking = desk.check();
  desk.cancel();
  await checking;
  expect(outcome("cancelled").what).toBe("checking");
  expect(desk.state().job).toBeUndefined();

  desk = deskWith({ ledger: () => ({ callsAt: () => [], subscribe: () => () => undefined }) });
  const recalculating = desk.recalculate();
  desk.subscribe(() => {
    if (desk.state().job?.kind === "recalculating") setTimeout(desk.cancel, 100);
  });
  await recalculating;
  expect(outcome("recalculated").upToDate).toMatchObject({ cancelled: true });
});

test("one thing at a time", async () => {
  const first = desk.check();
  await desk.pin("2024-06-21" as Day);
  expect(edition.pin).toBeUndefined();
  await first;
  expect(desk.state().news).toBeDefined();
});

test("the workbook is held at a day, travels so, and is let go again", async () => {
  const before = shown(1);
  await desk.pin(period("2025-03-01"));
  await host.settled();
  expect(outcome("pinned")).toMatchObject({ day: "2025-03-01", upToDate: { answered: 3 } });
  expect(await editionStore().read()).toMatchObject({ pin: "2025-03-01" });
  await desk.pin("someday" as Day);
  expect(outcome("failed").sentence).toMatch(/not a day/);
  await desk.pin(undefined);
  await host.settled();
  expect(shown(1)).toBe(before);
  expect(await editionStore().read()).not.toHaveProperty("pin");
});

test("figures that only lose their mark change no cell and are told apart", async () => {
  const { embedded: _mark, ...same } = await embedded(id("TIC.JP"));
  desk = deskWith({ newest: withNewer(same) });
  await desk.check();
  const prospect = desk.state().news?.prospect;
  expect([...(prospect?.staged.keys() ?? [])]).toEqual(["TIC.JP"]);
  expect(prospect && newerFigures(prospect.staged, edition.peek)).toEqual([]);
  expect((await prospect?.outlook([id("TIC.JP")]))?.changes).toEqual([]);
});

test("a button that asks for freezing only asks; freezing and thawing go through", async () => {
  desk.askToFreeze();
  expect(desk.state().asks).toBe("freeze");
  expect(host.formulaAt("Figures!A1")).toBe(cells.A1.replace("1E9", "1000000000"));
  await desk.freeze();
  expect(desk.state().asks).toBeUndefined();
  expect(outcome("frozen").freezing.frozen).toHaveLength(3);
  expect(desk.state().frozen).toHaveLength(3);
  await desk.thaw();
  expect(outcome("thawed").thawing.thawed).toHaveLength(3);
  expect(desk.state()).toMatchObject({ frozen: [], scan: { anchors: { length: 3 } } });
});
