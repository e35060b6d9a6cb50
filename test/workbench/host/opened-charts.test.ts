/** Charts of ours in a file that was opened, bound again by the add-in as after a refresh, and saved into the file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "@odoo/o-spreadsheet";
import { unzipSync } from "fflate";
import { fileBase, saveOpened, type FileBase, type Saved } from "../../../src/workbench/file/save-opened";
import { openFile } from "../../../src/workbench/file/opened-file";
import { installTrace } from "../../../src/workbench/file/trace";
import type { Host } from "../../../src/workbench/host/index";
import { sheetFunctions } from "../../../src/workbench/sheet-functions";
import { rebindCharts } from "../../../src/workbook/chart-rebind";
import { openPackage, savePackage, type Package } from "../../../src/xlsx/package";
import { withText } from "../../../src/xlsx/parts";
import { openWorld } from "../../workbook/chart-world";
import { attachHost, closeHosts, openHost } from "./boot-office";

jest.setTimeout(30_000);

const JAPAN = new Uint8Array(readFileSync(join(__dirname, "../../../assets/workbooks/japan.xlsx")));
const SHEET = "Digital balance by year";
const CHART = "xl/charts/chart5.xml";

beforeAll(async () => {
  await openWorld();
});
afterEach(closeHosts);

interface Opened {
  readonly host: Host;
  readonly base: FileBase;
  readonly sheetId: string;
  readonly save: () => Saved;
}

/** The file in the grid, with every cell answered. */
async function open(bytes: Uint8Array): Promise<Opened> {
  installTrace(engine);
  const { namespace, metadata } = sheetFunctions();
  const opened = openFile("japan.xlsx", bytes, { engine, namespace, metadata });
  const functions = { functions: metadata, allowCustomDataForDataTypeAny: true };
  const host = openHost({ metadata: functions, namespace, data: opened.data });
  attachHost(host);
  const base = fileBase(opened, host);
  await host.settled();
  return { host, base, sheetId: host.sheets.byName(SHEET), save: () => saveOpened(base, engine, host) };
}

const saved = (file: Opened): Uint8Array => {
  const done = file.save();
  if (done.kind === "refused") throw new Error(JSON.stringify(done.refused));
  return done.bytes;
};

function differing(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  return Object.keys({ ...old, ...now })
    .filter((name) => Buffer.compare(old[name] ?? Buffer.alloc(0), now[name] ?? Buffer.alloc(0)) !== 0)
    .sort();
}

/** With another number of years in the call that fills the block. */
async function retype({ host, sheetId }: Opened, years: string): Promise<void> {
  const formula = host.formulaAt(`'${SHEET}'!J5`) ?? "";
  expect(formula).toContain('"-10Y"');
  const content = formula.replace('"-10Y"', `"${years}"`);
  host.model.dispatch("UPDATE_CELL", { sheetId, col: 9, row: 4, content });
  await host.settled();
}

const changedChart = (pkg: Package, change: (xml: string) => string): Uint8Array =>
  savePackage(withText(pkg, CHART, change(pkg.text(CHART))));

test("charts that are bound again and read what they read before leave the file as it is", async () => {
  const file = await open(JAPAN);
  const before = saved(file);
  expect(await rebindCharts()).toEqual({ rebound: 6, unbound: [] });
  expect(differing(before, saved(file))).toEqual([]);
});

test("where the block has more rows, its chart reads them; nothing else that is drawn changes", async () => {
  const file = await open(JAPAN);
  const before = saved(file);
  await retype(file, "-12Y");
  await rebindCharts();
  const after = saved(file);
  expect(differing(before, after)).toEqual([
    // The same block drawn on the first sheet, over the rows that it had.
    "xl/charts/chart1.xml",
    CHART,
    "xl/worksheets/sheet3.xml",
  ]);
  const xml = openPackage(after).text(CHART);
  expect(xml).toContain("<c:f>'Digital balance by year'!$J$5:$J$16</c:f>");
  expect(xml).toContain("<c:f>'Digital balance by year'!$K$5:$K$16</c:f>");
  expect([...xml.matchAll(/<c:ptCount val="(\d+)"\/>/g)].map(([, count]) => count)).toEqual([
    "1",
    "12",
    "12",
  ]);
  expect(xml.match(/<c:pt idx="11"><c:v>[^<]+<\/c:v>/g)).toHaveLength(2);
  const { host, sheetId } = await open(after);
  const [id = ""] = host.charts.ids(sheetId);
  const { dataSets, labelRange } = host.charts.definition(id).dataSource;
  expect([dataSets.map(({ dataRange }) => dataRange), labelRange]).toEqual([["K5:K16"], "J5:J16"]);
});

test("fewer rows take the numbers of the others away, and the scale follows the figures", async () => {
  const file = await open(JAPAN);
  await retype(file, "-3Y");
  file.host.charts.edit(file.host.charts.ids(file.sheetId)[0] ?? "", ({ axesDesign }) => {
    axesDesign["y"] = { ...axesDesign["y"], max: 5 };
  });
  await rebindCharts();
  const xml = openPackage(saved(file)).text(CHART);
  expect(xml).toContain("<c:f>'Digital balance by year'!$K$5:$K$7</c:f>");
  expect(xml).toContain('<c:scaling><c:orientation val="minMax"/><c:max val="0"/></c:scaling>');
});

test("what people made of the chart stays", async () => {
  const mine = changedChart(openPackage(JAPAN), (xml) =>
    xml
      .replace('<a:srgbClr val="0072B2"/>', '<a:srgbClr val="AA0000"/>')
      .replace(/<c:autoTitleDeleted val="0"\/>/, '$&<c:view3D><c:rotX val="0"/></c:view3D>'),
  );
  const file = await open(mine);
  await retype(file, "-12Y");
  await rebindCharts();
  const xml = openPackage(saved(file)).text(CHART);
  expect(xml).toContain('<a:srgbClr val="AA0000"/>');
  expect(xml).toContain('<c:view3D><c:rotX val="0"/></c:view3D>');
  expect(xml).toContain("$K$5:$K$16");
});

test("a chart that was moved, recoloured or pointed elsewhere besides is refused", async () => {
  const changes: readonly ((file: Opened, id: string) => void)[] = [
    ({ host }, id) => host.charts.move(id, { left: 90 }),
    ({ host }, id) => host.charts.edit(id, ({ office }) => (office.name = "Mine")),
    ({ host }, id) =>
      host.charts.editSeries(id, "f0", (_, { dataSetStyles }) => {
        dataSetStyles["f0"] = { ...dataSetStyles["f0"], backgroundColor: "#AA0000" };
      }),
    ({ host, sheetId }, id) =>
      host.charts.setValues(id, "f0", { sheetId, zone: { left: 0, right: 0, top: 60, bottom: 62 } }),
  ];
  const file = await open(JAPAN);
  await rebindCharts();
  for (const change of changes) {
    change(file, file.host.charts.ids(file.sheetId)[0] ?? "");
    const done = file.save();
    expect(done.kind === "refused" ? done.refused.map(({ what }) => what) : []).toEqual(["chart-changed"]);
    file.host.undo();
  }
  expect(file.save().kind).toBe("saved");
});
