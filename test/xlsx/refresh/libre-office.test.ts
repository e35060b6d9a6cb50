import { freezeBook } from "../../../src/xlsx/refresh/freeze-book";
import { refreshBook } from "../../../src/xlsx/refresh/refresh-book";
import { cellsOf } from "../../cli/workbook-folder";
import { describeWithLibreOffice, libreOffice, type LibreOffice } from "../../fixtures/libre-office";
import { having, hostWith, NEWER } from "./calculator";
import { history, NEW, OLD, value } from "./holdings";
import { madeFile, withChart, withFigures } from "./made-file";

/** No figures are at hand but those of the file. */
const HOST = hostWith(having());
/** What the ordinary formulas come to over the newer figures, as they are shown. */
const WORKED = ["2300", "383.33", "more", "3450", "#DIV/0!", "1150.0"];

/** LibreOffice starts in some seconds, more where a machine is busy. */
jest.setTimeout(120_000);

describeWithLibreOffice("LibreOffice and a refreshed file", () => {
  let office: LibreOffice;
  let calculating: LibreOffice;
  beforeAll(async () => {
    [office, calculating] = await Promise.all([libreOffice(), libreOffice({ recalculates: true })]);
  });
  afterAll(() => Promise.all([office.dispose(), calculating.dispose()]));

  const ordinary = {
    F1: { f: "D1*2", v: 2200 },
    F2: { f: "ROUND(D1/3,2)", v: 366.67 },
    F3: { f: 'IF(D1>1120,"more","less")', v: "less" },
    F4: { f: "SUM(D1,F1)", v: 3300 },
    F5: { f: "D1/0", v: { error: "#DIV/0!" } },
    F6: { f: 'TEXT(D1,"0.0")', v: "1100.0" },
  };
  /** What it shows of the first sheet, between tabs, in UTF-8. */
  const shown = async (bytes: Uint8Array, by = office): Promise<readonly (readonly string[])[]> => {
    const csv = await by.convert(bytes, "csv:Text - txt - csv (StarCalc):9,34,76");
    return new TextDecoder()
      .decode(csv)
      .split(/\r?\n/)
      .map((line) => line.split("\t"));
  };
  const refreshed = async (): Promise<Uint8Array> => {
    const file = madeFile(
      {
        Figures: {
          A1: { f: history("2023-11"), v: "Period", spill: "A1:B3" },
          B1: "JP",
          A2: "2023-11",
          B2: 1000,
          A3: "2023-12",
          B3: 1100,
          D1: { f: value("2023-12"), v: 1100 },
          ...ordinary,
          G1: { f: "1+1", v: 7 },
        },
      },
      withChart(
        '<c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>Figures!$B$2:$B$4</c:f><c:numCache><c:ptCount val="3"/><c:pt idx="0"><c:v>1000</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart></c:plotArea></c:chart>',
      ),
    );
    return (await refreshBook(await withFigures(file, [OLD]), hostWith(having(NEW)), NEWER)).bytes;
  };

  it("opens it, and shows what we wrote", async () => {
    const rows = await shown(await refreshed());
    expect(rows[0]?.[3]).toBe("1150");
    expect(rows.slice(0, 6).map((row) => row[5])).toEqual(WORKED);
  });

  it("works the ordinary formulas out to the same over our values", async () => {
    const { bytes } = await freezeBook(await refreshed(), HOST);
    const rows = await shown(bytes, calculating);
    expect(rows.slice(0, 6).map((row) => row[5])).toEqual(WORKED);
    // The file says 7: what is shown was worked out.
    expect([cellsOf(bytes)["G1"]?.value, rows[0]?.[6]]).toEqual([7, "2"]);
  });

  it("shows a frozen one to people without DigiTrade, spilled cells included", async () => {
    const { bytes } = await freezeBook(await refreshed(), HOST);
    const rows = await shown(bytes);
    expect(rows.slice(1, 4).map((row) => row.slice(0, 2))).toEqual([
      ["2023-11", "1000"],
      ["2023-12", "1150"],
      ["2024-01", "1200"],
    ]);
    expect(rows[0]?.slice(3, 6)).toEqual(["1150", "", "2300"]);
  });
});
