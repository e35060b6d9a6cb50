import { freezeWith } from "../../src/cli/freeze";
import { thaw } from "../../src/cli/thaw";
import { refreshWith } from "../../src/cli/refresh";
import { NEW, OLD, value } from "../xlsx/refresh/holdings";
import { madeFile, withFigures, type MadeCells } from "../xlsx/refresh/made-file";
import { gatewayWorld } from "./gateway-world";
import { cellsOf, gatewayOf, ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();
const { host } = gatewayWorld();
const freeze = freezeWith(host);

const CELLS: MadeCells = {
  A1: { f: value("2023-12"), v: 1100, spill: "A1" },
  B1: { f: "A1*2", v: 2200 },
};

it("freezes in place and says so; thawing brings the formula back", async () => {
  const file = await folder.put("a.xlsx", madeFile({ Figures: CELLS }));
  expect(await ran(freeze, file, "--in-place")).toEqual({
    code: 0,
    out: `${file}: 1 formula frozen\n`,
    error: "",
  });
  expect(cellsOf(await folder.bytes("a.xlsx"))).toEqual({
    A1: { value: 1100 },
    B1: { value: 2200, formula: "=A1*2" },
  });
  expect(await ran(thaw, file, "--in-place")).toEqual({
    code: 0,
    out: `${file}: 1 formula back\n`,
    error: "",
  });
  expect(cellsOf(await folder.bytes("a.xlsx"))["A1"]).toEqual({
    value: 1100,
    formula: `=${value("2023-12")}`,
  });
});

it("freezes what was refreshed, in one go", async () => {
  const gateway = await gatewayOf(NEW);
  const file = await folder.put("a.xlsx", await withFigures(madeFile({ Figures: CELLS }), [OLD]));
  const { code, out } = await ran(
    refreshWith(host),
    file,
    "-o",
    folder.path("out.xlsx"),
    "--freeze",
    "--from",
    gateway.origin,
  );
  await gateway.close();
  expect([code, out]).toEqual([0, expect.stringContaining("1 formula frozen") as string]);
  expect(cellsOf(await folder.bytes("out.xlsx"))).toEqual({
    A1: { value: 1150 },
    B1: { value: 2300, formula: "=A1*2" },
  });
});

it("answers with 3 where formulas stay, and tells each", async () => {
  const file = await folder.put(
    "a.xlsx",
    madeFile({ Figures: { ...CELLS, A2: { f: value("2023-11"), v: { error: "#BUSY!" }, spill: "A2" } } }),
  );
  const { code, out } = await ran(freeze, file, "--dry-run");
  expect(code).toBe(3);
  expect(out).toBe(
    `${file}: 1 formula frozen; nothing was written\n  Figures!A2 stays a formula: it has no value of its own yet; refresh the file first\n`,
  );
});

it("answers with 3 where a value was changed since, and leaves the file", async () => {
  const file = await folder.put("a.xlsx", madeFile({ Figures: CELLS }));
  await ran(freeze, file, "--in-place");
  const { applyEdits } = await import("../../src/xlsx/apply-edits");
  const { openPackage, savePackage } = await import("../../src/xlsx/package");
  const { readBook } = await import("../../src/xlsx/read-book");
  const pkg = openPackage(await folder.bytes("a.xlsx"));
  const edits = new Map([["Figures", [{ row: 0, column: 0, value: 7 }]]]);
  await folder.put("a.xlsx", savePackage(pkg, applyEdits(pkg, readBook(pkg), edits)));
  const { code, out } = await ran(thaw, file, "--in-place", "--json");
  expect(code).toBe(3);
  expect(JSON.parse(out)).toMatchObject({
    file,
    thawed: [],
    left: [{ place: "'Figures'!A1", why: "changed" }],
  });
  expect(cellsOf(await folder.bytes("a.xlsx"))["A1"]).toEqual({ value: 7 });
});
