import type { Series } from "../../src/domain/series";
import { ledger } from "../../src/functions/bridge/runtime";
import { FUNCTIONS } from "../../src/functions/index";
import type { Edition } from "../../src/load/edition";
import type { Host } from "../../src/workbench/host/index";
import { editionStore } from "../../src/workbook/edition-store";
import { choosePolicy, readPolicy } from "../../src/workbook/opening-policy";
import { makeDesk, type RefreshDesk } from "../../src/workbook/refresh/desk";
import { applyPolicy } from "../../src/workbook/refresh/opening";
import { attachHost, closeHosts } from "../workbench/host/boot-office";
import { embedded, newer, openWorkbook, sheets, today, withNewer } from "./refreshing";

const data = sheets({ Figures: { A1: '=DIGITRADE.VALUE("TIC.JP","2024-12")/1E9' } });
let host: Host;
let edition: Edition;
let staged: readonly Series[];
let shows: number;

const value = (): unknown => host.book.value("s1", 0, 0);

async function open(): Promise<RefreshDesk> {
  const store = editionStore();
  await store.read();
  return makeDesk({
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
  });
}
async function atOpening(): Promise<RefreshDesk | undefined> {
  let desk: RefreshDesk | undefined;
  await applyPolicy(
    async () => (desk = await open()),
    edition.peek,
    () => {
      shows++;
    },
  );
  await host.settled();
  return desk;
}

beforeEach(async () => {
  ({ host, edition } = await openWorkbook(data));
  staged = [await newer("TIC.JP", { "2024-12": 1000 })];
  shows = 0;
});
afterEach(async () => {
  await host.settled();
  closeHosts();
});

test("a workbook without a policy keeps its figures, and nobody is asked for any", async () => {
  const before = value();
  expect(await readPolicy()).toBe("keep");
  expect(await atOpening()).toBeUndefined();
  expect([value(), shows]).toEqual([before, 0]);
});

test("a policy is chosen by a click alone, starts the add-in with the workbook, and travels with the file", async () => {
  expect(host.runtime.atStart).toBe("Inactive");
  await choosePolicy("refresh");
  const started = host.runtime.atStart;
  expect(started).not.toBe("Inactive");
  const saved = host.save();
  await choosePolicy("keep");
  expect(host.runtime.atStart).not.toBe(started);
  closeHosts();
  ({ host, edition } = await openWorkbook(saved));
  attachHost(host);
  expect(await readPolicy()).toBe("refresh");
});

test("ask tells of newer figures and takes none", async () => {
  await choosePolicy("ask");
  const before = value();
  const desk = await atOpening();
  expect(desk?.state().news?.prospect.staged.size).toBe(1);
  expect([value(), shows]).toEqual([before, 1]);
});

test("refresh takes them, keeps them in the file, and says what changed", async () => {
  await choosePolicy("refresh");
  const before = value();
  const desk = await atOpening();
  expect(desk?.state().outcome).toMatchObject({
    kind: "accepted",
    changes: [{ cells: [{ cell: "A1", before, after: 1000 }] }],
  });
  expect([value(), shows]).toEqual([1000, 1]);
  expect(await editionStore().read()).toEqual(edition.toJSON());
});

test("where nothing is newer nobody is disturbed; where nobody answers neither", async () => {
  await choosePolicy("ask");
  staged = [];
  await atOpening();
  await choosePolicy("refresh");
  host.faults.readOnly = true;
  staged = [await newer("TIC.JP", { "2024-12": 1000 })];
  const before = value();
  const desk = await atOpening();
  expect(desk?.state().outcome).toMatchObject({ kind: "failed" });
  expect(value()).toBe(before);
  host.faults.readOnly = false;
});
