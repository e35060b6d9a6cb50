import type { Host } from "../../../src/workbench/host/index";
import { attachHost, bootOffice, closeHosts, openHost } from "./boot-office";

beforeAll(() => bootOffice(openHost()));
afterAll(closeHosts);

let host: Host;
beforeEach(() => {
  host = openHost();
  attachHost(host);
});

const write = (options?: Excel.RunOptions) => {
  const batch = async (context: Excel.RequestContext): Promise<void> => {
    const sheet = context.workbook.worksheets.getItem("Sheet1");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A2").values = [[2]];
    await context.sync();
  };
  return options ? Excel.run(options, batch) : Excel.run(batch);
};
const values = () => [0, 1].map((row) => host.book.value("sheet1", 0, row));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test("a batch ends at the action that fails; what came before it stands", async () => {
  // For each range the library sends several actions: the tenth after the first is the second cell's value.
  host.faults.failNextBatch(10, "GeneralException", "Excel had a bad day.");
  await expect(write()).rejects.toMatchObject({ code: "GeneralException", message: "Excel had a bad day." });
  expect(values()).toEqual([1, ""]);
  await write();
  expect(values()).toEqual([1, 2]);
});

test("while a cell is edited batches fail, or wait when they ask for that", async () => {
  host.faults.cellEdit = true;
  await expect(write()).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  const waiting = write({ delayForCellEdit: true });
  await pause(30);
  expect(values()).toEqual(["", ""]);
  host.faults.cellEdit = false;
  await waiting;
  expect(values()).toEqual([1, 2]);
});

test("a file that is open for reading says so and refuses writes", async () => {
  host.faults.readOnly = true;
  const readOnly = await Excel.run(async (context) => {
    context.workbook.load("readOnly");
    await context.sync();
    return context.workbook.readOnly;
  });
  expect(readOnly).toBe(true);
  await expect(write()).rejects.toMatchObject({ code: "AccessDenied" });
});

test("late answers come, silent ones never", async () => {
  host.faults.delay = 20;
  await write();
  host.faults.delay = 0;
  host.faults.silent = true;
  const outcome = await Promise.race([write().then(() => "answered"), pause(60).then(() => "nothing")]);
  expect(outcome).toBe("nothing");
});

test("an error names the member that failed", async () => {
  const failure: unknown = await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("none").load("name");
    await context.sync();
  }).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(OfficeExtension.Error);
  expect(failure).toMatchObject({
    code: "ItemNotFound",
    debugInfo: { errorLocation: "WorksheetCollection.getItem" },
  });
});
