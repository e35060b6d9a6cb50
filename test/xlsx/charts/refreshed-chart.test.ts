import type { Series, SeriesId } from "../../../src/domain/series";
import { embeddedFigures } from "../../../src/workbench/connect";
import { cellName } from "../../../src/file/address";
import { openPackage, savePackage, type Package } from "../../../src/xlsx/package";
import { withText } from "../../../src/xlsx/parts";
import { readBook } from "../../../src/xlsx/read-book";
import { refreshBook } from "../../../src/xlsx/refresh/refresh-book";
import { hostWith, NEWER } from "../refresh/calculator";
import { workbookFile } from "../workbook-file";
import { chartXml, inserted } from "./inserted";

const SHEET = "Digital balance by year";
let file: Package;
let revised: Series;

beforeAll(async () => {
  file = (await inserted(openPackage(workbookFile({})), "digital-balance")).pkg;
  const given = await embeddedFigures()("JP.DIGITAL.NET" as SeriesId);
  const observations = given.observations.map((one) =>
    one[0] === "2024" ? ([one[0], -70_000, ...one.slice(2)] as unknown as typeof one) : one,
  );
  revised = { ...given, version: "revised", observations };
});

const refreshed = async (from: Package) => {
  const embedded = embeddedFigures();
  const load = (id: SeriesId) => (id === revised.id ? Promise.resolve(revised) : embedded(id));
  return openPackage((await refreshBook(savePackage(from), hostWith(load), NEWER)).bytes);
};

const cellAt = (pkg: Package, cell: string) =>
  readBook(pkg)
    .sheets.find(({ name }) => name === SHEET)
    ?.cells.find(({ row, column }) => cellName(row, column) === cell)?.value;

const descriptionOf = (pkg: Package) => /descr="([^"]*)"/.exec(chartXml(pkg, SHEET).drawing)?.[1];

it("a refreshed chart remembers the new figures, and its words follow the sentence below it", async () => {
  const before = descriptionOf(file);
  expect(before).toBe(cellAt(file, "A27"));
  const pkg = await refreshed(file);
  expect(cellAt(pkg, "K14")).toBeCloseTo(-7, 9);
  const { chart } = chartXml(pkg, SHEET);
  expect(chart).toContain('<c:pt idx="9"><c:v>-7</c:v></c:pt>');
  expect(chart).toContain(`<c:v>${cellAt(pkg, "A1") as string}</c:v>`);
  expect(descriptionOf(pkg)).toBe(cellAt(pkg, "A27"));
  expect(descriptionOf(pkg)).not.toBe(before);
});

it("words of a person's own stay", async () => {
  const [part = ""] = file.names.filter((name) => name.startsWith("xl/drawings/drawing"));
  const own = withText(file, part, file.text(part).replace(/descr="[^"]*"/, 'descr="Mine"'));
  expect(descriptionOf(await refreshed(own))).toBe("Mine");
});
