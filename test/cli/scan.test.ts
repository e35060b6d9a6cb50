import { scan } from "../../src/cli/scan";
import { OLD, value } from "../xlsx/refresh/holdings";
import { madeFile, withFigures } from "../xlsx/refresh/made-file";
import { ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();

it("tells what a workbook holds, and writes nothing", async () => {
  const bytes = await withFigures(
    madeFile({ Figures: { A1: { f: value("2023-12"), v: 1100, spill: "A1" }, A2: { f: "A1*2", v: 2200 } } }),
    [OLD],
  );
  const file = await folder.put("a.xlsx", bytes);
  expect(await ran(scan, file)).toEqual({
    code: 0,
    out:
      `${file}: 1 formula, 1 series kept\n` +
      '  Figures!A1 =DIGITRADE.VALUE("TIC.JP","2023-12","unit=bn") → 1100\n' +
      "  TIC.JP: vintage 2024-02-15, retrieved 2024-02-10\n",
    error: "",
  });
  expect(await folder.bytes("a.xlsx")).toEqual(bytes);
});

it("answers with 3 where a formula shows #NAME?, and goes on with other files", async () => {
  const stuck = await folder.put(
    "a.xlsx",
    madeFile({ S: { A1: { f: 'DIGITRADE.VALUE("TIC.JP",2023)', v: { error: "#NAME?" }, array: "A1" } } }),
  );
  const bad = await folder.put("b.xlsx", new TextEncoder().encode("no workbook"));
  const plain = await folder.put("c.xlsx", madeFile({ S: { A1: 1 } }));
  const { code, out } = await ran(scan, stuck, bad, plain, "--json");
  expect(code).toBe(3);
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toMatchObject([
    { file: stuck, stuck: [{ sheet: "S", cell: "A1" }], unkept: ["TIC.JP"] },
    { file: bad, problem: expect.stringMatching(/^This file was not opened/) as string },
    { file: plain, formulas: [], series: [] },
  ]);
});
