import { period, type Day } from "../../../src/domain/period";
import { freezeBook } from "../../../src/xlsx/refresh/freeze-book";
import { scanBook } from "../../../src/xlsx/refresh/scan-book";
import { aSeries } from "../../fixtures/documents";
import { having, hostWith } from "./calculator";
import { OLD, value } from "./holdings";
import { madeFile, withFigures } from "./made-file";

const QUARTER = aSeries("JP.COMPUTER.NET", {
  measure: "flow",
  frequency: "M",
  observations: [
    [period("2023-12"), 1],
    [period("2024-01"), 1],
    [period("2024-02"), 2],
    [period("2024-03"), null],
  ],
});

it("lists formulas, the vintages that the file keeps, and what is not kept", async () => {
  const file = await withFigures(
    madeFile({
      Figures: {
        A1: "TIC.JP",
        B1: { f: value("2023-12"), v: 1100, spill: "B1" },
        B2: { f: "_xldudf_DIGITRADE_VALUE(A1,2023)*2", v: 1, spill: "B2" },
        C1: { f: "B1*2", v: 2200 },
      },
      Other: { A1: { f: '_xldudf_DIGITRADE_VALUE("jp.travel",2023)', v: { error: "#N/A" }, spill: "A1" } },
    }),
    [OLD],
    "2024-02-20" as Day,
  );
  expect(await scanBook(file)).toEqual({
    formulas: [
      {
        sheet: "Figures",
        cell: "B1",
        formula: '=DIGITRADE.VALUE("TIC.JP","2023-12","unit=bn")',
        functions: ["VALUE"],
        value: 1100,
      },
      {
        sheet: "Figures",
        cell: "B2",
        formula: "=DIGITRADE.VALUE(A1,2023)*2",
        functions: ["VALUE"],
        value: 1,
      },
      {
        sheet: "Other",
        cell: "A1",
        formula: '=DIGITRADE.VALUE("jp.travel",2023)',
        functions: ["VALUE"],
        value: { error: "#N/A" },
      },
    ],
    pin: "2024-02-20",
    series: [{ id: "TIC.JP", version: "v1", published: "2024-02-15", retrieved: "2024-02-10" }],
    unkept: ["JP.TRAVEL.NET"],
    mixed: [],
    unfinished: [],
    stuck: [],
    errors: [{ sheet: "Other", cell: "A1", error: "#N/A" }],
    frozen: 0,
    onlyExcel: [],
  });
});

it("tells where formulas choose definitions and rates differently", async () => {
  const asking = (options: string, series = "JP.DIGITAL.NET"): string =>
    `_xldudf_DIGITRADE_VALUE("${series}",2023,"${options}")`;
  const cells = [
    asking("fx=USD"),
    asking("fx=USD;basis=end"),
    asking("unit=bn;def=5item"),
    asking("basis=end", "TIC.JP"),
    '_xldudf_DIGITRADE_DEFICIT("JP",2023,"USD")',
  ].map((f, i) => [`A${i + 1}`, { f, v: 1, spill: `A${i + 1}` }] as const);
  const { mixed } = await scanBook(madeFile({ S: Object.fromEntries(cells) }));
  expect(mixed).toEqual([
    {
      option: "def",
      choices: [
        { choice: "3item", formulas: 3, first: "S!A1" },
        { choice: "5item", formulas: 1, first: "S!A3" },
      ],
    },
    {
      option: "basis",
      choices: [
        { choice: "avg", formulas: 2, first: "S!A1" },
        { choice: "end", formulas: 1, first: "S!A2" },
      ],
    },
  ]);
});

it("tells of years that are not over in the figures kept", async () => {
  const asking = (year: string, options = ""): string =>
    `_xldudf_DIGITRADE_VALUE("JP.COMPUTER.NET",${year},"${options}")`;
  const file = await withFigures(
    madeFile({
      S: {
        A1: 2024,
        A2: { f: asking("A1"), v: { error: "#N/A" }, spill: "A2" },
        A3: { f: asking("2024", "partial=allow"), v: 3, spill: "A3" },
        A4: { f: asking("2022"), v: { error: "#N/A" }, spill: "A4" },
        A5: { f: asking('"2024-01"'), v: 1, spill: "A5" },
      },
    }),
    [QUARTER],
  );
  expect((await scanBook(file)).unfinished).toEqual([
    { sheet: "S", cell: "A2", words: "JP.COMPUTER.NET 2024: 2 of 12 months" },
    { sheet: "S", cell: "A3", words: "JP.COMPUTER.NET 2024: 2 of 12 months, shown as it is (partial=allow)" },
  ]);
});

it("tells of formulas that Excel does not find, and of frozen ones", async () => {
  const stuck = madeFile({
    S: {
      A1: { f: 'DIGITRADE.VALUE("TIC.JP",2023)', v: { error: "#NAME?" }, array: "A1" },
      A2: { f: value("2023-12"), v: 1100, spill: "A2" },
    },
  });
  expect((await scanBook(stuck)).stuck).toEqual([{ sheet: "S", cell: "A1" }]);
  const { bytes } = await freezeBook(stuck, hostWith(having()));
  expect(await scanBook(bytes)).toMatchObject({ frozen: 1, stuck: [{ cell: "A1" }] });
});
