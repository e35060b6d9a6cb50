import { unzipSync, strFromU8, strToU8, zipSync } from "fflate";
import { FROZEN, readFrozen } from "../../../src/file/frozen-document";
import { decodeParts } from "../../../src/file/parts";
import { customXml } from "../../../src/xlsx/custom-xml";
import { openPackage } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { freezeBook } from "../../../src/xlsx/refresh/freeze-book";
import { thawBook } from "../../../src/xlsx/refresh/thaw-book";
import { cellsOf } from "../../cli/workbook-folder";
import { having, hostWith } from "./calculator";
import { history, OLD, value } from "./holdings";
import { relationship } from "../workbook-file";
import { madeFile, withFigures, type MadeCells } from "./made-file";

/** No figures are at hand but those of the file. */
const HOST = hostWith(having());

const CELLS: MadeCells = {
  A1: "2023-11",
  C3: { f: `_xldudf_DIGITRADE_HISTORY("TIC.JP",$A$1,,"unit=bn;stamp=label")`, v: "Period", spill: "C3:D5" },
  D3: "JP",
  C4: "2023-11",
  D4: 1000,
  C5: "2023-12",
  D5: 1100,
  F1: { f: "SUM(D4:D5)", v: 2100 },
};

const blocksIn = async (bytes: Uint8Array) =>
  readFrozen((await decodeParts(FROZEN, customXml(openPackage(bytes), FROZEN)))?.json);

/** The file with a part's text replaced, as if somebody had worked on it. */
function edited(bytes: Uint8Array, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(parts[part] ?? new Uint8Array()))) });
}

it("puts values in place of formulas of ours, and of no others", async () => {
  const { bytes, report } = await freezeBook(madeFile({ Figures: CELLS }), HOST);
  const cells = cellsOf(bytes);
  expect(cells).toMatchObject({
    C3: { value: "Period" },
    D5: { value: 1100 },
    F1: { value: 2100, formula: "=SUM(D4:D5)" },
  });
  expect(cells["C3"]).not.toHaveProperty("formula");
  expect(report).toEqual({
    frozen: [
      {
        sheet: "Figures",
        cells: "C3:D5",
        formula: '=DIGITRADE.HISTORY("TIC.JP",$A$1,,"unit=bn;stamp=label")',
      },
    ],
    left: [],
  });
});

it("keeps in the file what docs/frozen-store.md says", async () => {
  const { bytes } = await freezeBook(madeFile({ Figures: CELLS }), HOST);
  expect(await blocksIn(bytes)).toEqual([
    {
      name: "_DigiTrade.Frozen.1",
      sheet: "Figures",
      cells: "C3:D5",
      formula: '=DIGITRADE.HISTORY("TIC.JP",$A$1,,"unit=bn;stamp=label")',
      r1c1: '=DIGITRADE.HISTORY("TIC.JP",R1C1,,"unit=bn;stamp=label")',
      references: [{ start: 28, text: "$A$1", name: "_DigiTrade.Frozen.2", place: "'Figures'!A1" }],
      values: [
        ["Period", "JP"],
        ["2023-11", 1000],
        ["2023-12", 1100],
      ],
      formats: [
        ["General", "General"],
        ["General", "General"],
        ["General", "General"],
      ],
      frozen: "2026-11-26",
    },
  ]);
  expect(readBook(openPackage(bytes)).names).toEqual([
    { name: "_DigiTrade.Frozen.1", formula: "'Figures'!$C$3:$D$5", isHidden: true },
    { name: "_DigiTrade.Frozen.2", formula: "'Figures'!$A$1", isHidden: true },
  ]);
});

it("brings everything back: cells, names and what was kept", async () => {
  const before = madeFile(
    { Figures: CELLS },
    { names: '<definedName name="mine">Figures!$A$1</definedName>' },
  );
  const { bytes } = await freezeBook(before, HOST);
  const { bytes: back, report } = await thawBook(bytes);
  expect(report.left).toEqual([]);
  expect(readBook(openPackage(back))).toEqual(readBook(openPackage(before)));
  expect(customXml(openPackage(back), FROZEN)).toEqual([]);
  expect(strFromU8(unzipSync(back)["xl/workbook.xml"] ?? new Uint8Array())).toBe(
    strFromU8(unzipSync(before)["xl/workbook.xml"] ?? new Uint8Array()),
  );
});

describe("days", () => {
  /** `stamp=end` is the default: the last days of months, as numbers in cells without a format of their own. */
  const DAYS: MadeCells = {
    A1: {
      f: '_xldudf_DIGITRADE_HISTORY("TIC.JP","2023-11",,"unit=bn;header=off")',
      v: 45260,
      spill: "A1:B2",
    },
    B1: 1000,
    A2: 45291,
    B2: 1100,
    D1: { f: "A1+1", v: 45261 },
  };
  const formatsOf = (bytes: Uint8Array): readonly (string | undefined)[] => {
    const { sheets, formats } = readBook(openPackage(bytes));
    return (sheets[0]?.cells ?? []).map(({ style }) => formats[style]?.replaceAll("\\", ""));
  };

  it("stay days once they are plain numbers, and numbers stay numbers", async () => {
    const file = await withFigures(madeFile({ S: DAYS }), [OLD]);
    const { bytes } = await freezeBook(file, HOST);
    expect(formatsOf(bytes)).toEqual(["yyyy-mm-dd", "General", "General", "yyyy-mm-dd", "General"]);
    expect((await blocksIn(bytes))[0]).toMatchObject({
      formats: [
        ["General", "General"],
        ["General", "General"],
      ],
      shown: [
        ["yyyy-mm-dd", "General"],
        ["yyyy-mm-dd", "General"],
      ],
    });
    const { bytes: back } = await thawBook(bytes);
    expect(formatsOf(back)).toEqual(Array(5).fill("General"));
    expect(cellsOf(back)).toEqual(cellsOf(file));
  });

  it("keep a format that was chosen since", async () => {
    const { bytes } = await freezeBook(await withFigures(madeFile({ S: DAYS }), [OLD]), HOST);
    const chosen = edited(bytes, "xl/styles.xml", (xml) => xml.replaceAll("yyyy\\-mm\\-dd", "d mmm yyyy"));
    expect(formatsOf((await thawBook(chosen)).bytes)[0]).toBe("d mmm yyyy");
  });

  it("get a format in a file that has none, and leave the other cell formats alone", async () => {
    const bare = edited(await withFigures(madeFile({ S: DAYS }), [OLD]), "xl/styles.xml", (xml) =>
      xml
        .replace(/<numFmts.*<\/numFmts>/s, "")
        .replace(
          /<cellXfs.*<\/cellXfs>/s,
          '<cellXfs count="1"><xf numFmtId="0" xfId="0"><alignment wrapText="1"/></xf></cellXfs>',
        ),
    );
    const { bytes } = await freezeBook(bare, HOST);
    expect(formatsOf(bytes)[0]).toBe("yyyy-mm-dd");
    expect(strFromU8(unzipSync(bytes)["xl/styles.xml"] ?? new Uint8Array())).toContain(
      '<cellXfs count="2"><xf numFmtId="0" xfId="0"><alignment wrapText="1"/></xf>' +
        '<xf numFmtId="164" xfId="0" applyNumberFormat="1"><alignment wrapText="1"/></xf></cellXfs>',
    );
  });
});

describe("after rows came and cells moved", () => {
  const moved = async (cells: MadeCells, names: string): Promise<Uint8Array> => {
    const { bytes } = await freezeBook(madeFile({ Figures: CELLS }), HOST);
    const sheet = unzipSync(madeFile({ Figures: cells }))["xl/worksheets/sheet1.xml"] ?? new Uint8Array();
    return edited(
      edited(bytes, "xl/worksheets/sheet1.xml", () => strFromU8(sheet)),
      "xl/workbook.xml",
      (xml) => xml.replace(/<definedNames>.*<\/definedNames>/s, `<definedNames>${names}</definedNames>`),
    );
  };
  const name = (n: number, place: string): string =>
    `<definedName name="_DigiTrade.Frozen.${n}" hidden="1">${place}</definedName>`;
  const lower: MadeCells = {
    A2: "2023-11",
    C4: "Period",
    D4: "JP",
    C5: "2023-11",
    D5: 1000,
    C6: "2023-12",
    D6: 1100,
  };

  it("the formula is where its cells are, and refers to where its references are", async () => {
    const file = await moved(lower, name(1, "Figures!$C$4:$D$6") + name(2, "Figures!$A$2"));
    const { bytes, report } = await thawBook(file);
    expect(report.thawed).toEqual([
      { sheet: "Figures", cell: "C4", formula: '=DIGITRADE.HISTORY("TIC.JP",$A$2,,"unit=bn;stamp=label")' },
    ]);
    expect(cellsOf(bytes)["C4"]?.formula).toBe(
      '=_xldudf_DIGITRADE_HISTORY("TIC.JP",$A$2,,"unit=bn;stamp=label")',
    );
  });

  it.each([
    ["gone", "whose cells were deleted", lower, name(1, "#REF!") + name(2, "Figures!$A$2")],
    ["gone", "what it refers to was deleted", lower, name(1, "Figures!$C$4:$D$6") + name(2, "#REF!")],
    [
      "changed",
      "whose values are others",
      { ...lower, D6: 1101 },
      name(1, "Figures!$C$4:$D$6") + name(2, "Figures!$A$2"),
    ],
    [
      "changed",
      "among whose cells is a formula",
      { ...lower, D6: { f: "1100", v: 1100 } },
      name(1, "Figures!$C$4:$D$6") + name(2, "Figures!$A$2"),
    ],
  ])("it stays frozen (%s): %s", async (why, _, cells, names) => {
    const file = await moved(cells, names);
    const { bytes, report } = await thawBook(file);
    expect(report).toMatchObject({ thawed: [], left: [{ why }] });
    expect(bytes).toBe(file);
  });

  it("a formula of ours that somebody entered meanwhile stays, and the block is forgotten", async () => {
    const file = await moved(
      { C4: { f: value("2023-12"), v: 1, spill: "C4" } },
      name(1, "Figures!$C$4:$D$6") + name(2, "Figures!$A$2"),
    );
    const { bytes, report } = await thawBook(file);
    expect(report).toEqual({ thawed: [], left: [] });
    expect(await blocksIn(bytes)).toEqual([]);
    expect(readBook(openPackage(bytes)).names).toEqual([]);
  });
});

it("freezes more beside what is frozen, and counts its names and writings up", async () => {
  const two: MadeCells = { ...CELLS, H1: { f: value("2023-12"), v: { error: "#NAME?" }, spill: "H1" } };
  const first = await freezeBook(madeFile({ Figures: two }), HOST);
  expect(first.report.left).toEqual([{ sheet: "Figures", cell: "H1", why: "unfinished" }]);
  const finished = edited(first.bytes, "xl/worksheets/sheet1.xml", (xml) =>
    xml.replace(' t="e"', "").replace("<v>#NAME?</v>", "<v>5</v>"),
  );
  const { bytes, report } = await freezeBook(finished, HOST);
  expect(report.frozen.map(({ cells }) => cells)).toEqual(["H1"]);
  expect((await blocksIn(bytes)).map(({ name }) => name)).toEqual([
    "_DigiTrade.Frozen.1",
    "_DigiTrade.Frozen.3",
  ]);
  expect((await decodeParts(FROZEN, customXml(openPackage(bytes), FROZEN)))?.stamp.serial).toBe(2);
  expect((await thawBook(bytes)).report.thawed.map(({ cell }) => cell)).toEqual(["C3", "H1"]);
});

it("leaves protected sheets and arrays of fixed extent as formulas, and tells", async () => {
  const file = madeFile(
    {
      Locked: { A1: { f: value("2023-12"), v: 1, spill: "A1" } },
      Fixed: { A1: { f: history("2023-11"), v: 1, array: "A1:A2" }, A2: 2 },
    },
    { within: '<sheetProtection sheet="1"/>' },
  );
  const { bytes, report } = await freezeBook(file, HOST);
  expect(bytes).toBe(file);
  expect(report.left).toEqual([
    { sheet: "Locked", cell: "A1", why: "protected" },
    { sheet: "Fixed", cell: "A1", why: "fixed" },
  ]);
});

it("takes nothing from a file whose frozen formulas are damaged", async () => {
  const { bytes } = await freezeBook(madeFile({ Figures: CELLS }), HOST);
  const damaged = edited(bytes, "customXml/item1.xml", (xml) => xml.replace(/crc="[^"]*"/, 'crc="00000000"'));
  await expect(thawBook(damaged)).rejects.toThrow(/The formulas behind frozen cells cannot be read/);
  await expect(freezeBook(damaged, HOST)).rejects.toThrow(/cannot be read/);
});

it("leaves a formula frozen whose column of a table has another name by now: no workbook may refer to one that is not there", async () => {
  const table =
    '<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="T" displayName="T" ref="A1:B2">' +
    '<tableColumns count="2"><tableColumn id="1" name="Series"/><tableColumn id="2" name="Balance"/></tableColumns></table>';
  const f = '_xldudf_DIGITRADE_VALUE(T[[#This Row],[Series]],"2023-12")';
  const file = madeFile(
    { Figures: { A1: "Series", B1: "Balance", A2: "TIC.JP", B2: { f, v: 1100 } } },
    {
      within: '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
      sheetLinks: { 1: relationship("rId1", "table", "../tables/table1.xml") },
      parts: { "xl/tables/table1.xml": table },
    },
  );
  const { bytes } = await freezeBook(file, HOST);
  const { report } = await thawBook(bytes);
  expect(report.thawed.map(({ cell }) => cell)).toEqual(["B2"]);
  const renamed = edited(bytes, "xl/tables/table1.xml", (xml) => xml.replace('name="Series"', 'name="Line"'));
  const still = await thawBook(renamed);
  expect(still.report).toMatchObject({ thawed: [], left: [{ place: "'Figures'!B2", why: "gone" }] });
  expect(still.bytes).toBe(renamed);
});
