import { bootOffice, closeHosts, openHost, until } from "./boot-office";
import { openStart, start } from "./start-workbook";

beforeAll(() => bootOffice(openHost()));
afterEach(closeHosts);

describe("events", () => {
  test("changes, selection, activation and calculation are told; removed handlers are not", async () => {
    const host = openStart();
    const seen: string[] = [];
    const note = (kind: string) => (event: object) => {
      const { address, triggerSource } = event as { address?: string; triggerSource?: string };
      seen.push([kind, address, triggerSource].filter(Boolean).join(" "));
      return Promise.resolve();
    };
    const remove = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(note("changed"));
      worksheets.onSelectionChanged.add(note("selection"));
      worksheets.onActivated.add(note("activated"));
      worksheets.onDeactivated.add(note("deactivated"));
      worksheets.onAdded.add(note("added"));
      worksheets.onDeleted.add(note("deleted"));
      worksheets.onCalculated.add(note("calculated"));
      context.workbook.onSelectionChanged.add(note("workbook selection"));
      const own = start(context).onChanged.add(note("start changed"));
      await context.sync();
      return own;
    });
    host.model.dispatch("UPDATE_CELL", { sheetId: "s", col: 0, row: 0, content: "7" });
    await until(() => seen.includes("changed A1 Unknown") && seen.includes("start changed A1 Unknown"));
    seen.splice(0);
    host.model.selection.selectCell(1, 1);
    await until(() => seen.includes("workbook selection"));
    expect(seen.splice(0)).toEqual(expect.arrayContaining(["selection B2", "workbook selection"]));
    await Excel.run(async (context) => {
      context.workbook.worksheets.add("Other").activate();
      start(context).getRange("B1:C2").values = [
        [1, 2],
        [3, 4],
      ];
      start(context).getRange("A3").calculate();
      await context.sync();
    });
    await until(
      () =>
        seen.includes("added") &&
        seen.includes("changed B1:C2 ThisLocalAddin") &&
        seen.includes("calculated"),
    );
    expect(seen.splice(0)).toEqual(
      expect.arrayContaining(["activated", "deactivated", "start changed B1:C2 ThisLocalAddin"]),
    );
    await Excel.run(remove.context, async (context) => {
      remove.remove();
      await context.sync();
    });
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Other").delete();
      start(context).getRange("D4").values = [[1]];
      await context.sync();
    });
    await until(() => seen.includes("changed D4 ThisLocalAddin") && seen.includes("deleted"));
    expect(seen.some((line) => line.startsWith("start changed"))).toBe(false);
  });
});
