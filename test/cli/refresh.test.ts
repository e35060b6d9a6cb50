import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, lstat, mkdir, readdir, stat, symlink } from "node:fs/promises";
import { refreshWith } from "../../src/cli/refresh";
import { writeWhole } from "../../src/cli/file-write";
import { history, holdings, NEW, OLD, value } from "../xlsx/refresh/holdings";
import { madeFile, withFigures, type MadeCells } from "../xlsx/refresh/made-file";
import type { FaultyGateway } from "../fixtures/faulty-gateway";
import { gatewayWorld } from "./gateway-world";
import { cellsOf, gatewayOf, ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();
const command = refreshWith(gatewayWorld().host);

let gateway: FaultyGateway;
beforeAll(async () => {
  gateway = await gatewayOf(NEW);
});
afterAll(() => gateway.close());

const refresh = (...args: readonly string[]) => ran(command, ...args, "--from", gateway.origin);

const CELLS: MadeCells = {
  A1: { f: value("2023-12"), v: 1100, spill: "A1" },
  B1: { f: "A1*2", v: 2200 },
};
const book = (cells: MadeCells = CELLS): Promise<Uint8Array> =>
  withFigures(madeFile({ Figures: cells }), [OLD]);

describe("where it writes", () => {
  it("is nowhere unless it is told", async () => {
    const file = await folder.put("a.xlsx", await book());
    const { code, error } = await refresh(file);
    expect(code).toBe(2);
    expect(error).toMatch(/^Say where to write: -o OUT .* --in-place .* or --dry-run/);
    expect((await refresh(file, "--in-place", "--dry-run")).code).toBe(2);
    expect(await folder.names()).toEqual(["a.xlsx"]);
  });

  it("is in place, with the permissions that the file had, and nothing beside it", async () => {
    const file = await folder.put("a.xlsx", await book());
    await chmod(file, 0o640);
    const { code, out } = await refresh(file, "--in-place");
    expect([code, out]).toEqual([
      0,
      `${file}: 1 formula, 1 newer series, 2 changed cells\n` +
        "  Figures!A1: 1100 → 1150 (TIC.JP: revised figure)\n" +
        "  Figures!B1: 2200 → 2300 (follows Figures!A1)\n",
    ]);
    expect((await stat(file)).mode & 0o777).toBe(0o640);
    expect(await folder.names()).toEqual(["a.xlsx"]);
    expect(cellsOf(await folder.bytes("a.xlsx"))).toMatchObject({ A1: { value: 1150 }, B1: { value: 2300 } });
  });

  it("is what a link leads to, and the link stays", async () => {
    await folder.put("a.xlsx", await book());
    await symlink(folder.path("a.xlsx"), folder.path("link.xlsx"));
    expect((await refresh(folder.path("link.xlsx"), "--in-place")).code).toBe(0);
    expect((await lstat(folder.path("link.xlsx"))).isSymbolicLink()).toBe(true);
    expect(cellsOf(await folder.bytes("a.xlsx"))).toMatchObject({ A1: { value: 1150 } });
  });

  it("is nowhere for --dry-run, which tells what would change", async () => {
    const bytes = await book();
    const file = await folder.put("a.xlsx", bytes);
    const { code, out } = await refresh(file, "--dry-run");
    expect(code).toBe(0);
    expect(out).toMatch(/2 changed cells; nothing was written\n {2}Figures!A1: 1100 → 1150/);
    expect(await folder.bytes("a.xlsx")).toEqual(bytes);
    expect(await folder.names()).toEqual(["a.xlsx"]);
  });

  it("is another file or folder, and the first stays as it is", async () => {
    const bytes = await book();
    const [a, b] = [await folder.put("a.xlsx", bytes), await folder.put("b.xlsx", bytes)];
    expect((await refresh(a, "-o", folder.path("out.xlsx"))).code).toBe(0);
    expect((await refresh(a, b, "-o", `${folder.path("all")}/`)).code).toBe(0);
    expect(await folder.bytes("a.xlsx")).toEqual(bytes);
    for (const name of ["out.xlsx", "all/a.xlsx", "all/b.xlsx"])
      expect(cellsOf(await folder.bytes(name))).toMatchObject({ B1: { value: 2300 } });
  });

  it.each([
    [
      "several files into one",
      ["a.xlsx", "b.xlsx", "-o", "one.xlsx"],
      /is one file, and there are 2; name a folder/,
    ],
    ["a file over itself", ["a.xlsx", "-o", "a.xlsx"], /-o would replace .*a\.xlsx itself; say --in-place/],
    ["two of one name", ["a.xlsx", "sub/a.xlsx", "-o", "all/"], /Two files would both be written as /],
    ["a file that is not there", ["nobody.xlsx", "--in-place"], /nobody\.xlsx is not there; check its name/],
    ["a pattern that matches nothing", ["nobody*.xlsx", "--in-place"], /No file matches .*nobody\*\.xlsx/],
  ])("is refused for %s", async (_, args, words) => {
    await folder.put("a.xlsx", await book());
    await folder.put("b.xlsx", await book());
    await mkdir(folder.path("sub"));
    await folder.put("sub/a.xlsx", await book());
    const { code, error } = await refresh(...args.map((one) => (/^-/.test(one) ? one : folder.path(one))));
    expect(code).toBe(2);
    expect(error).toMatch(words);
  });
});

describe("many files", () => {
  it("are found by a pattern, but for those that Excel keeps beside an open one", async () => {
    for (const name of ["b.xlsx", "a.xlsx", "~$a.xlsx"]) await folder.put(name, await book());
    const { code, out } = await refresh(folder.path("*.xlsx"), "--dry-run");
    expect(code).toBe(0);
    expect([...out.matchAll(/([^/]*\.xlsx):/g)].map(([, name]) => name)).toEqual(["a.xlsx", "b.xlsx"]);
  });

  it("are found by their names even where these look like patterns", async () => {
    const file = await folder.put("[old] a.xlsx", await book());
    expect((await refresh(file, "--dry-run")).code).toBe(0);
  });

  it("go on where one of them is no workbook, and that one is told", async () => {
    const bad = await folder.put("a.xlsx", new TextEncoder().encode("no workbook"));
    const good = await folder.put("b.xlsx", await book());
    const { code, out, error } = await refresh(bad, good, "--in-place");
    expect(code).toBe(3);
    expect(error).toMatch(/a\.xlsx: This file was not opened: /);
    expect(out).toContain("2 changed cells");
    expect(cellsOf(await folder.bytes("b.xlsx"))).toMatchObject({ B1: { value: 2300 } });
    expect(new TextDecoder().decode(await folder.bytes("a.xlsx"))).toBe("no workbook");
  });

  it("ask for each series once", async () => {
    const files = await Promise.all(
      ["a", "b", "c"].map(async (name) => folder.put(`${name}.xlsx`, await book())),
    );
    const before = gateway.requests.length;
    await refresh(...files, "--dry-run");
    expect(gateway.requests.length - before).toBe(1);
  });
});

it("prints one document a file for --json", async () => {
  const bad = await folder.put("a.xlsx", new TextEncoder().encode("no workbook"));
  const good = await folder.put("b.xlsx", await book());
  const { code, out } = await refresh(bad, good, "--in-place", "--json");
  expect(code).toBe(3);
  const [first, second] = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(first).toEqual({ file: bad, problem: expect.stringMatching(/^This file was not opened/) as string });
  expect(second).toMatchObject({
    file: good,
    written: good,
    formulas: 1,
    changes: [
      {
        sheet: "Figures",
        cell: "A1",
        old: 1100,
        new: 1150,
        causes: [{ id: "TIC.JP", reasons: ["revision"] }],
        follows: [],
      },
      { sheet: "Figures", cell: "B1", old: 2200, new: 2300, causes: [], follows: ["Figures!A1"] },
    ],
    series: [{ id: "TIC.JP", outcome: "newer" }],
    kept: [],
    errors: [],
    recalculatesOnLoad: false,
  });
});

describe("the exit code is 3", () => {
  it("where a cell keeps its value because only Excel works it out", async () => {
    const file = await folder.put(
      "a.xlsx",
      await book({ ...CELLS, B2: { f: "_xlfn.LAMBDA(_xlpm.x,_xlpm.x)(A1)", v: 1100 } }),
    );
    const { code, out } = await refresh(file, "--in-place");
    expect(code).toBe(3);
    expect(out).toContain("Figures!B2 keeps its value: only Excel works out the function LAMBDA");
    expect(out).toContain("Excel works the rest out when it opens the file");
  });

  it("where a formula of ours became an error, with the sentence; then it is told, and no more", async () => {
    const file = await folder.put("a.xlsx", await book({ A1: { f: value("2030-12"), v: 5, spill: "A1" } }));
    const { code, out } = await refresh(file, "--in-place");
    expect(code).toBe(3);
    expect(out).toMatch(/Figures!A1 is #N\/A: .*2030-12/);
    const again = await refresh(file, "--in-place");
    expect(again.code).toBe(0);
    expect(again.out).toMatch(/Figures!A1 is #N\/A: .*2030-12/);
  });

  it("where a newer document could not be had, but not offline, where nobody is asked", async () => {
    const nothing = await gatewayOf();
    // Newer than what is built in, so that nothing newer is to be had.
    const newest = holdings("v9", { "2023-12": 1100 }, { published: "2099-01-01", retrieved: "2099-01-02" });
    const file = await folder.put("a.xlsx", await withFigures(madeFile({ S: CELLS }), [newest]));
    const { code, out } = await ran(command, file, "--dry-run", "--from", nothing.origin);
    await nothing.close();
    expect([code, out]).toEqual([
      3,
      expect.stringMatching(/TIC\.JP could not be looked for: Only an older/) as string,
    ]);
    expect((await ran(command, file, "--dry-run", "--offline")).code).toBe(0);
  });
});

describe("a crash", () => {
  it("between writing and putting in place leaves the file as it was", async () => {
    const file = await folder.put("a.xlsx", new TextEncoder().encode("the original"));
    const script = require.resolve("./kill-before-rename.ts");
    const child = spawn(process.execPath, ["--import", "tsx", script, file, "the new one"], {
      stdio: "inherit",
    });
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    expect(signal).toBe("SIGKILL");
    expect(new TextDecoder().decode(await folder.bytes("a.xlsx"))).toBe("the original");
    // It was written beside, whole.
    const beside = (await folder.names()).find((name) => name !== "a.xlsx") ?? "";
    expect(new TextDecoder().decode(await folder.bytes(beside))).toBe("the new one");
  });

  it("is not needed for a folder that cannot be written to: that is a sentence", async () => {
    await expect(
      writeWhole(
        folder.path("nowhere/a.xlsx"),
        new Uint8Array(1),
        await folder.put("a.xlsx", new Uint8Array(1)),
      ),
    ).rejects.toThrow(/nowhere\/a\.xlsx cannot be written \(.*\); close it where it is open/);
    expect(await readdir(folder.path("."))).toEqual(["a.xlsx"]);
  });
});

it("grows tables in the file", async () => {
  const file = await folder.put(
    "a.xlsx",
    await book({
      A1: { f: history("2023-12"), v: "Period", spill: "A1:B2" },
      B1: "x",
      A2: "2023-12",
      B2: 1100,
      D1: { f: "SUM(_xlfn.ANCHORARRAY(A1))", v: 1100 },
    }),
  );
  expect((await refresh(file, "--in-place")).code).toBe(0);
  expect(cellsOf(await folder.bytes("a.xlsx"))).toMatchObject({ B3: { value: 1200 }, D1: { value: 2350 } });
});
