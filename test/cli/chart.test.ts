import { chartWith } from "../../src/cli/chart";
import { refreshWith } from "../../src/cli/refresh";
import { run } from "../../src/cli/run";
import type { Series, SeriesId } from "../../src/domain/series";
import { decodeEdition } from "../../src/file/edition-parts";
import { EDITION } from "../../src/file/edition-parts";
import { embeddedFigures } from "../../src/workbench/connect";
import { customXml } from "../../src/xlsx/custom-xml";
import { openPackage } from "../../src/xlsx/package";
import { readBook } from "../../src/xlsx/read-book";
import { madeFile, withFigures } from "../xlsx/refresh/made-file";
import { gatewayWorld, written } from "./gateway-world";
import { cellsOf, ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();
const { host } = gatewayWorld();
const chart = (...args: readonly string[]) => ran(chartWith(host), ...args, "--offline");

const book = (): Uint8Array => madeFile({ Notes: { A1: "mine", B2: { f: "1+1", v: 2 } } });
const DEFICIT = "JP.DIGITAL.NET" as SeriesId;

async function kept(bytes: Uint8Array): Promise<readonly string[]> {
  const edition = await decodeEdition(customXml(openPackage(bytes), EDITION));
  return (edition?.json as { documents: readonly { id: string }[] }).documents.map(({ id }) => id);
}

describe("what is asked for", () => {
  it.each([
    [[], /^Say which chart: --chart digital-balance/],
    [["--chart", "digital-balanse"], /^--chart: "digital-balanse" is not a chart .*digital-balance/],
    [
      ["--chart", "digital-balance;year=5"],
      /^--chart: "year" does not apply to digital-balance; did you mean years\?/,
    ],
    [
      ["--chart", "digital-balance", "--lang", "fr"],
      /^--lang fr is not a language; write --lang en or --lang ja\.$/,
    ],
    [
      ["--chart", "digital-balance", "--at", "H3"],
      /^--at H3 is not a cell of a sheet; write --at 'Sheet1!H3'\.$/,
    ],
    [["--chart", "digital-balance", "--at", "Notes!3"], /^--at Notes!3 is not a cell of a sheet/],
    [
      ["--chart", "digital-balance", "--chart", "three-rates", "--at", "Notes!D3"],
      /^--at is the place of one chart/,
    ],
    [["--chart", "digital-balance", "--nonsense"], /nonsense/],
  ])("must make sense: %j", async (args, words) => {
    const file = await folder.put("a.xlsx", book());
    const { code, error, out } = await chart(file, "--in-place", ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(words);
    expect(await folder.bytes("a.xlsx")).toEqual(book());
  });

  it("must say where to write", async () => {
    const file = await folder.put("a.xlsx", book());
    const { code, error } = await chart(file, "--chart", "digital-balance");
    expect(code).toBe(2);
    expect(error).toMatch(/^Say where to write: -o OUT/);
  });

  it("stands in the help", async () => {
    const { io, out } = written();
    expect(await run(["--help"], io)).toBe(0);
    expect(out()).toContain("digitrade chart FILE… --chart ID");
  });
});

it("inserts charts on sheets of their own, with the figures that they were made of", async () => {
  const file = await folder.put("a.xlsx", book());
  const { code, out, error } = await chart(
    ...[
      file,
      "--chart",
      "digital-balance",
      "--chart",
      "component-change;to=2016",
      "-o",
      folder.path("b.xlsx"),
    ],
  );
  expect([code, error]).toEqual([0, ""]);
  expect(out.split("\n")).toEqual([
    expect.stringMatching(/a\.xlsx: 2 charts, figures of \d+ series; written to .*b\.xlsx$/),
    expect.stringMatching(/^ {2}'Digital balance by year'!A1:K34: Japan's digital deficit grew from/),
    expect.stringMatching(/^ {2}'Change of the digital deficit…'!A1:Y34: Copyright charges added most/),
    "",
  ]);
  expect(await folder.bytes("a.xlsx")).toEqual(book());
  const made = await folder.bytes("b.xlsx");
  expect(readBook(openPackage(made)).sheets.map(({ name }) => name)).toEqual([
    ...["Notes", "Digital balance by year", "Change of the digital deficit…"],
  ]);
  expect(cellsOf(made, 1)["K5"]?.value).toBeCloseTo(-2.504, 9);
  expect(cellsOf(made, 1)["J5"]?.formula).toBe(
    '=_xldudf_DIGITRADE_PANEL("JP.DIGITAL.NET","-10Y",,"freq=A;unit=tn;stamp=label;header=off")',
  );
  expect(await kept(made)).toContain(DEFICIT);
});

it("answers from the figures that the file keeps, not from others", async () => {
  const given = await embeddedFigures()(DEFICIT);
  const doctored: Series = {
    ...given,
    version: "mine",
    observations: given.observations.map(
      ([p, value, ...rest]) =>
        [p, value === null ? null : value * 2, ...rest] as (typeof given.observations)[number],
    ),
  };
  const file = await folder.put("a.xlsx", await withFigures(book(), [doctored]));
  const { code } = await chart(file, "--chart", "digital-balance", "--in-place");
  expect(code).toBe(0);
  const made = await folder.bytes("a.xlsx");
  // 2024 is held as a total alone, 2015 as the sum of its parts.
  expect(cellsOf(made, 1)["K14"]?.value).toBeCloseTo(-6.4622 * 2, 9);
});

it("leaves a file as it is that has the chart, updates it in another language, and says so", async () => {
  const file = await folder.put("a.xlsx", book());
  await chart(file, "--chart", "digital-balance", "--in-place");
  const first = await folder.bytes("a.xlsx");
  const again = await chart(file, "--chart", "digital-balance", "--in-place");
  expect(again.out).toMatch(/left as it is\n.*\(was there, brought up to date\)\n$/);
  expect(await folder.bytes("a.xlsx")).toEqual(first);
  const { code, out } = await chart(
    file,
    "--chart",
    "digital-balance",
    "--lang",
    "ja",
    "--in-place",
    "--json",
  );
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    file,
    written: file,
    charts: [{ chart: "digital-balance", sheet: "Digital balance by year", cells: "A1:K34", isUpdate: true }],
    failed: [],
  });
  expect(cellsOf(await folder.bytes("a.xlsx"), 1)["A1"]?.value).toMatch(/^日本のデジタル赤字/);
});

it("makes files that refresh as those of Excel do", async () => {
  const file = await folder.put("a.xlsx", book());
  await chart(file, "--chart", "volume-currency", "--at", "Notes!D3", "--in-place");
  const { code, out } = await ran(refreshWith(host), file, "--in-place", "--offline", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ changes: [], kept: [], rewritten: [], isChanged: false });
});

it("says why a file cannot take it, goes on with the others, and ends with 3", async () => {
  const full = await folder.put("a.xlsx", madeFile({ Notes: { D4: "mine" } }));
  const free = await folder.put("b.xlsx", book());
  const { code, out, error } = await chart(
    full,
    free,
    "--chart",
    "three-rates",
    "--at",
    "Notes!D3",
    "--in-place",
  );
  expect(code).toBe(3);
  expect(error).toMatch(
    /a\.xlsx: The chart needs D3:[A-Z]+\d+ of "Notes", where D4 would be lost; choose another cell/,
  );
  expect(out).toMatch(/^.*b\.xlsx: 1 chart, /);
  expect(cellsOf(await folder.bytes("a.xlsx"))).toEqual({ D4: { value: "mine" } });
});
