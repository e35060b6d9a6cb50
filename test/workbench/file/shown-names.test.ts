import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workbookFile } from "../../xlsx/workbook-file";
import { bytesOf, closeGridFiles, gridFile } from "./grid-file";

afterEach(closeGridFiles);

const DATA =
  '<sheetData><row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>Kept*2</f><v>4</v></c></row></sheetData>';
const NAMES =
  '<definedNames><definedName name="DigiTrade.Frozen.1" hidden="1">Data!$C$1</definedName>' +
  '<definedName name="Kept" hidden="1">Data!$A$1</definedName><definedName name="Local" localSheetId="0">Data!$A$1</definedName>' +
  '<definedName name="Rate">Data!$A$1</definedName></definedNames>';

const zone = (column: number) => ({ left: column, right: column, top: 0, bottom: 0 });

test("the name box shows the names that are shown in Excel, and hidden ones stay in the file", () => {
  const bytes = workbookFile({ sheets: { Data: DATA }, behind: NAMES });
  const file = gridFile(bytes);
  const { getters } = file.host.model;
  expect(getters.getNamedRanges().map(({ name }) => name)).toEqual(["Rate"]);
  expect([0, 2].map((column) => getters.getNamedRangeFromZone("file0", zone(column))?.name)).toEqual([
    "Rate",
    undefined,
  ]);
  // Formulas still find a hidden one, and so does the add-in.
  file.type("A1", "5");
  expect(file.value("B1")).toBe(10);
  const { names } = file.host;
  expect(names.keys(undefined).map((key) => names.name(key))).toEqual(["DigiTrade.Frozen.1", "Kept", "Rate"]);
  expect(names.keys("file0").map((key) => names.name(key))).toEqual(["Local"]);
  file.type("A1", "2");
  expect(bytesOf(file.save())).toBe(bytes);
});

test("a name that is given in the name box is there and saved, and one that is hidden then is not", () => {
  const file = gridFile(workbookFile({ sheets: { Data: DATA } }));
  const { model, names } = file.host;
  const ranges = [model.getters.getRangeDataFromZone("file0", zone(0))];
  model.dispatch("CREATE_NAMED_RANGE", { name: "Base", ranges });
  expect(model.getters.getNamedRanges().map(({ name }) => name)).toEqual(["Base"]);
  names.change("Base", { visible: false });
  expect(model.getters.getNamedRanges()).toEqual([]);
  expect(model.getters.getNamedRangeFromZone("file0", zone(0))).toBeUndefined();
});

test("the places of titles and of charts are nobody's names", () => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, "../../../assets/workbooks/japan.xlsx")));
  const { host } = gridFile(bytes);
  expect(Object.keys((host.save() as { readonly namedRanges: object }).namedRanges).length).toBeGreaterThan(
    4,
  );
  expect(host.model.getters.getNamedRanges().map(({ name }) => name)).toEqual([]);
});
