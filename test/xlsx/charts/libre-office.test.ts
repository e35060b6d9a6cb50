import { CHARTS } from "../../../src/charts/index";
import { savePackage, type Package } from "../../../src/xlsx/package";
import { encodeXml } from "../../../src/xlsx/xml-text";
import { unzipSync } from "fflate";
import { describeWithLibreOffice, libreOffice, type LibreOffice } from "../../fixtures/libre-office";
import { corpus, insertedAll } from "./inserted";

/** LibreOffice starts in some seconds, more where a machine is busy. */
jest.setTimeout(120_000);

/** Values in place of formulas: LibreOffice knows none of our functions. */
function valuesOnly(pkg: Package): Uint8Array {
  const sheets = pkg.names.filter((name) => /worksheets\/sheet\d+\.xml$/.test(name));
  const plain = (xml: string): string => xml.replace(/<f[ >].*?<\/f>/gs, "").replaceAll(' cm="1"', "");
  return savePackage(pkg, new Map(sheets.map((name) => [name, encodeXml(plain(pkg.text(name)))])));
}

describeWithLibreOffice("LibreOffice and charts that were inserted into a file", () => {
  let office: LibreOffice;
  let pkg: Package;
  beforeAll(async () => {
    office = await libreOffice();
    ({ pkg } = await insertedAll(corpus("openpyxl-charts.xlsx")));
  });
  afterAll(() => office.dispose());

  it("prints every one of them", async () => {
    const pdf = Buffer.from(await office.convert(savePackage(pkg), "pdf")).toString("latin1");
    expect(pdf.startsWith("%PDF-")).toBe(true);
    expect([...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length).toBeGreaterThan(CHARTS.length);
  });

  it("reads them with their titles, their series and their figures", async () => {
    const ods = unzipSync(await office.convert(valuesOnly(pkg), "ods"));
    const charts = Object.entries(ods)
      .filter(([name]) => /^Object \d+\/content\.xml$/.test(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes));
    expect(charts.length).toBeGreaterThanOrEqual(CHARTS.length);
    const all = charts.join("");
    for (const { id } of CHARTS) expect([id, all.includes(titleIn(pkg, id))]).toEqual([id, true]);
    expect(all.match(/<chart:series /g)?.length).toBeGreaterThanOrEqual(
      CHARTS.reduce((n, { id }) => n + seriesIn(pkg, id), 0),
    );
    expect(all).toContain('office:value="-6.4622"');
  });
});

/** Of the part of a chart, which are in the order of the gallery, behind the one of the corpus. */
const partOf = (pkg: Package, id: string): string =>
  pkg.text(`xl/charts/chart${CHARTS.findIndex((one) => one.id === id) + 2}.xml`);

const titleIn = (pkg: Package, id: string): string =>
  (/<c:title>.*?<c:v>(.*?)<\/c:v>/s.exec(partOf(pkg, id))?.[1] ?? "?").replaceAll("'", "&apos;");

const seriesIn = (pkg: Package, id: string): number => partOf(pkg, id).match(/<c:ser>/g)?.length ?? 0;
