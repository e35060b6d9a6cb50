import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ENTRIES } from "../../src/catalog/catalog";
import { Problem } from "../../src/domain/problem";
import { exportDocuments, type ExportReport } from "../../src/gateway/export";
import { aSeries } from "../fixtures/documents";
import {
  facts,
  get,
  LONG,
  longSeries,
  memoryFigures,
  ONE,
  serving,
  tic,
  type MemoryFigures,
} from "./server/serving";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const sources = [{ id: "boj" }, { id: "te", restricted: true }] as const;
const written = (figures: MemoryFigures, to = folder): Promise<ExportReport> =>
  exportDocuments({
    load: figures.load,
    catalog: ENTRIES,
    sources,
    status: [tic],
    facts,
    folder: to,
    hide: (text) => text.replaceAll("s3cret", "[secret]"),
  });

it("writes byte for byte what the gateway sends", async () => {
  const figures = memoryFigures([
    aSeries(ONE),
    longSeries(),
    aSeries("TIC.JP", { stale: true, note: "日本" }),
  ]);
  const report = await written(figures);
  expect(report).toMatchObject({ folder: join(folder, "v1"), written: 5, unchanged: 0, failed: [] });
  const gateway = await serving(figures);
  for (const name of [
    "series/TIC.JP.json",
    `series/${ONE}.json`,
    `series/${LONG}.json`,
    "catalog.json",
    "status.json",
  ]) {
    const sent = await get(gateway.origin, `/v1/${name}`);
    const file = await readFile(join(folder, "v1", name));
    expect([name, sent.status, sent.body.equals(file)]).toEqual([name, 200, true]);
  }
  await gateway.stop(1000);
});

it("replaces what changed, leaves alone what did not, and never deletes", async () => {
  const figures = memoryFigures();
  await written(figures);
  const file = (name: string): string => join(folder, "v1/series", name);
  await writeFile(file("XX.FORMER.json"), "former");
  const before = await stat(file(`${LONG}.json`));
  figures.put(aSeries(ONE, { version: "v2" }));
  figures.held.delete(LONG);
  expect(await written(figures)).toMatchObject({ written: 1, unchanged: 2 });
  expect(JSON.parse(await readFile(file(`${ONE}.json`), "utf8"))).toMatchObject({ version: "v2" });
  expect((await stat(file(`${LONG}.json`))).mtimeMs).toBe(before.mtimeMs);
  expect(await readFile(file("XX.FORMER.json"), "utf8")).toBe("former");
  // Nothing that was written beside is left over.
  expect((await readdir(join(folder, "v1/series"))).sort()).toEqual(
    [`${ONE}.json`, `${LONG}.json`, "XX.FORMER.json"].sort(),
  );
});

it("leaves subscribers' figures out, and says so", async () => {
  const figures = memoryFigures([aSeries("FX.USDJPY.TE"), aSeries(ONE)]);
  const report = await written(figures);
  expect(report.leftOut).toContain("FX.USDJPY.TE");
  expect(report.leftOut).not.toContain(ONE);
  expect(await readdir(join(folder, "v1/series"))).toEqual([`${ONE}.json`]);
  expect(figures.loads).not.toContain("FX.USDJPY.TE");
});

it("asks for no composed series, and tells those without figures from those that failed", async () => {
  const figures = memoryFigures();
  figures.fail("TIC.JP", new Problem("unreachable", "Away."));
  figures.fail("TIC.GB", new Error("odd"));
  const report = await written(figures);
  expect(figures.loads).not.toContain("FX.USDJPY");
  const real = ENTRIES.filter(({ virtual }) => !virtual).length;
  expect(report.without).toBe(real - report.leftOut.length - 4);
  expect(report.failed).toEqual([
    { id: "TIC.GB", why: expect.stringContaining("odd") },
    { id: "TIC.JP", why: "Away." },
  ]);
});

it("keeps secrets out of the status", async () => {
  await exportDocuments({
    load: memoryFigures().load,
    catalog: [],
    sources,
    status: [{ ...tic, failure: "key s3cret refused" }],
    facts,
    folder,
    hide: (text) => text.replaceAll("s3cret", "[secret]"),
  });
  expect(await readFile(join(folder, "v1/status.json"), "utf8")).toContain("key [secret] refused");
});

it("says that it cannot write", async () => {
  const file = join(folder, "file");
  await writeFile(file, "");
  await expect(written(memoryFigures(), file)).rejects.toMatchObject({
    kind: "unreachable",
    message: expect.stringMatching(/file\/v1 cannot be written to \(ENOTDIR\).*--out\.$/),
  });
  // A folder where a document should be: the file beside must not stay.
  const figures = memoryFigures([aSeries(ONE)]);
  await written(figures);
  const name = join(folder, "v1/series", `${ONE}.json`);
  await rm(name);
  await mkdir(join(name, "sub"), { recursive: true });
  await expect(written(figures)).rejects.toThrow(/cannot be written to/);
  expect(await readdir(join(folder, "v1/series"))).toEqual([`${ONE}.json`]);
});
