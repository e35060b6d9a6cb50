import { editsOf, having, refreshed } from "./calculator";
import { NEW, OLD, value } from "./holdings";
import { madeBook } from "./made-book";

describe("formulas of every kind", () => {
  it("are followed through tables, whole columns, names of one sheet and quoted sheets", async () => {
    const book = madeBook(
      {
        "My data": {
          cells: {
            A1: "Year",
            B1: "Holdings",
            A2: 2023,
            B2: { f: value("2023-12"), v: 1100 },
            A3: 2022,
            B3: 1,
            D1: { f: "SUM(Holdings[Holdings])", v: 1101 },
            D2: { f: "Holdings[[#This Row],[Holdings]]*2", v: 2200 },
            D3: { f: "SUM(B:B)", v: 1101 },
            D4: { f: "local+1", v: 1101 },
          },
          tables: [
            {
              name: "Holdings",
              area: { row: 0, column: 0, rows: 3, columns: 2 },
              columns: ["Year", "Holdings"],
              hasHeader: true,
              hasTotals: false,
            },
          ],
        },
        Other: { cells: { A1: { f: "local+1", v: 6 }, A2: { f: "'My data'!$D$1", v: 1101 } } },
      },
      {
        names: [
          { name: "local", formula: "'My data'!$B$2", sheet: "My data", isHidden: false },
          { name: "local", formula: "5", isHidden: false },
        ],
      },
    );
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ B2: 1150, D1: 1151, D2: 2300, D3: 1151, D4: 1151 });
    expect(editsOf(done, 1)).toEqual({ A2: 1151 });
  });

  it("are ours through a name too", async () => {
    const book = madeBook(
      { S: { cells: { A1: { f: "latest*2", v: 2200 } } } },
      { names: [{ name: "latest", formula: value("2023-12"), isHidden: false }] },
    );
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ A1: 2300 });
    expect(done.report.changes[0]?.causes).toMatchObject([{ id: "TIC.JP" }]);
  });

  it("count days from 1904 where the file does", async () => {
    const day = 45291 - 1462;
    const book = madeBook(
      {
        S: {
          cells: {
            A1: { f: "DATE(2023,12,31)", v: day, style: 1 },
            A2: { f: `_xldudf_DIGITRADE_VALUE("TIC.JP",A1,"unit=bn;freq=M")`, v: 1100 },
            A3: { f: "YEAR(A1)+A2", v: 3123 },
          },
        },
      },
      { from1904: true },
    );
    const done = await refreshed(book, having(NEW), { kept: [OLD] });
    expect(editsOf(done)).toEqual({ A2: 1150, A3: 3173 });
  });
});
