import { unzipSync } from "fflate";
import { decodeEdition, EDITION } from "../../../src/file/edition-parts";
import { customXml } from "../../../src/xlsx/custom-xml";
import { openPackage } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { refreshBook } from "../../../src/xlsx/refresh/refresh-book";
import { having, hostWith, NEWER } from "./calculator";
import { history, NEW, OLD, value } from "./holdings";
import { madeFile, withChart, withFigures, type MadeCells } from "./made-file";

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** The names of parts of which any byte differs, in either. */
function differing(a: Uint8Array, b: Uint8Array): readonly string[] {
  const [left, right] = [unzipSync(a), unzipSync(b)];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])]
    .filter((name) => !left[name] || !right[name] || Buffer.compare(left[name], right[name]) !== 0)
    .sort();
}

const CELLS: MadeCells = {
  A1: { f: history("2023-11"), v: "Period", spill: "A1:B3" },
  B1: "JP, bn USD",
  A2: "2023-11",
  B2: 1000,
  A3: "2023-12",
  B3: 1100,
  D1: { f: "SUM(B2:B9)", v: 2100 },
  D2: { f: value("2023-12"), v: 1100, spill: "D2" },
};

const SERIES =
  '<c:chart><c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:f>Figures!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>JP, bn USD</c:v></c:pt></c:strCache></c:strRef></c:tx>' +
  '<c:cat><c:strRef><c:f>Figures!$A$2:$A$4</c:f><c:strCache><c:ptCount val="3"/><c:pt idx="0"><c:v>2023-11</c:v></c:pt><c:pt idx="1"><c:v>2023-12</c:v></c:pt></c:strCache></c:strRef></c:cat>' +
  '<c:val><c:numRef><c:f>Figures!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="3"/><c:pt idx="0"><c:v>1000</c:v></c:pt><c:pt idx="1"><c:v>1100</c:v></c:pt></c:numCache></c:numRef></c:val>' +
  "</c:ser></c:barChart></c:plotArea></c:chart>";

const file = async (): Promise<Uint8Array> =>
  withFigures(
    madeFile(
      { Figures: CELLS, Other: { A1: { f: "Figures!D1+1", v: 2101 } }, Notes: { A1: "untouched" } },
      withChart(SERIES),
    ),
    [OLD],
  );

it("changes the sheets, the chart and the file's figures; every other part stays byte for byte", async () => {
  const before = await file();
  const { bytes, report } = await refreshBook(before, hostWith(having(NEW)), NEWER);
  expect(differing(before, bytes)).toEqual([
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "xl/charts/chart1.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
  ]);
  expect(report).toMatchObject({ charts: ["xl/charts/chart1.xml"], isChanged: true, kept: [] });
});

it("writes what a reader reads: values, the new extent, the figures", async () => {
  const { bytes } = await refreshBook(await file(), hostWith(having(NEW)), NEWER);
  const pkg = openPackage(bytes);
  const book = readBook(pkg);
  const shown = Object.fromEntries(
    (book.sheets[0]?.cells ?? []).map(({ row, column, value: v }) => [`${column},${row}`, v]),
  );
  expect(shown).toMatchObject({ "1,2": 1150, "0,3": "2024-01", "1,3": 1200, "3,0": 3350, "3,1": 1150 });
  expect(book.sheets[0]?.cells[0]?.formula).toMatchObject({
    kind: "dynamic",
    extent: { row: 0, column: 0, rows: 4, columns: 2 },
  });
  expect(book.sheets[1]?.cells[0]?.value).toBe(3351);
  expect((await decodeEdition(customXml(pkg, EDITION)))?.json).toMatchObject({
    documents: [{ id: "TIC.JP", version: "v2" }],
  });
});

it("renews what charts remember, and nothing else of them", async () => {
  const before = await file();
  const { bytes } = await refreshBook(before, hostWith(having(NEW)), NEWER);
  const [old, now] = [before, bytes].map((one) => text(unzipSync(one)["xl/charts/chart1.xml"]));
  expect(now).toBe(
    old
      ?.replace(
        "JP, bn USD",
        "US Treasury securities held by Japan · USD billion · stock, end of period, by month · Nobody, vintage 2024-03-15",
      )
      .replace("<c:v>1100</c:v></c:pt>", '<c:v>1150</c:v></c:pt><c:pt idx="2"><c:v>1200</c:v></c:pt>')
      .replace(
        "<c:v>2023-12</c:v></c:pt>",
        '<c:v>2023-12</c:v></c:pt><c:pt idx="2"><c:v>2024-01</c:v></c:pt>',
      ),
  );
});

it("gives back the very bytes where there is nothing new", async () => {
  const { bytes: first } = await refreshBook(await file(), hostWith(having(NEW)), NEWER);
  const again = await refreshBook(first, hostWith(having(NEW)), NEWER);
  expect(again.bytes).toBe(first);
  expect(again.report).toMatchObject({ isChanged: false, changes: [] });
});

it("gives back a file without formulas of ours as it is", async () => {
  const plain = madeFile({ S: { A1: { f: "1+1", v: 2 } } });
  const { bytes, report } = await refreshBook(plain, hostWith(having(NEW)), NEWER);
  expect(bytes).toBe(plain);
  expect(report).toMatchObject({ formulas: 0, isChanged: false });
});

it("lets Excel work out the rest where something is beyond this program", async () => {
  const before = await withFigures(
    madeFile({
      S: {
        A1: { f: value("2023-12"), v: 1100, spill: "A1" },
        B1: { f: "_xlfn.LAMBDA(_xlpm.x,_xlpm.x)(A1)", v: 1100 },
      },
    }),
    [OLD],
  );
  const { bytes, report } = await refreshBook(before, hostWith(having(NEW)), NEWER);
  expect(report.recalculatesOnLoad).toBe(true);
  expect(text(unzipSync(bytes)["xl/workbook.xml"])).toContain('fullCalcOnLoad="1"');
  expect(readBook(openPackage(bytes)).sheets[0]?.cells.map(({ value: v }) => v)).toEqual([1150, 1100]);
});

it("stores a blocked table as an error of one cell, and says which", async () => {
  const before = await withFigures(madeFile({ S: { ...CELLS, A4: "mine" } }), [OLD]);
  const { bytes, report } = await refreshBook(before, hostWith(having(NEW)), NEWER);
  const [corner] = readBook(openPackage(bytes)).sheets[0]?.cells ?? [];
  expect(corner?.value).toEqual({ error: expect.stringMatching(/^#(SPILL|VALUE)!$/) as string });
  expect(report.errors).toMatchObject([{ cell: "A1", error: "#SPILL!" }]);
  expect(corner?.formula?.extent).toMatchObject({ rows: 1, columns: 1 });
});

it("does not open what is no workbook", async () => {
  await expect(refreshBook(new TextEncoder().encode("no zip"), hostWith(having()), NEWER)).rejects.toThrow(
    /^This file was not opened: /,
  );
});
