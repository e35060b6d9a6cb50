import { repairWith } from "../../src/cli/repair";
import { NEW, OLD, value } from "../xlsx/refresh/holdings";
import { madeFile, withFigures } from "../xlsx/refresh/made-file";
import { gatewayWorld } from "./gateway-world";
import { cellsOf, gatewayOf, ran, workbookFolder } from "./workbook-folder";

const folder = workbookFolder();
const repair = repairWith(gatewayWorld().host);

it("writes formulas that show #NAME? anew and works them out with the figures that the file keeps", async () => {
  const gateway = await gatewayOf(NEW);
  const broken = madeFile({
    Figures: {
      A1: { f: 'DIGITRADE.VALUE("TIC.JP","2023-12","unit=bn")', v: { error: "#NAME?" }, array: "A1" },
      A2: { f: "A1*2", v: { error: "#NAME?" } },
      A3: {
        f: '[2]!_xldudf_DIGITRADE_VALUE("TIC.JP","2023-11","unit=bn")',
        v: { error: "#NAME?" },
        spill: "A3",
      },
      A4: { f: value("2023-12"), v: 5, spill: "A4" },
    },
  });
  const file = await folder.put("a.xlsx", await withFigures(broken, [OLD]));
  const { code, out } = await ran(repair, file, "--in-place", "--from", gateway.origin);
  await gateway.close();
  expect(code).toBe(0);
  expect(out).toContain("2 formulas rewritten");
  expect(cellsOf(await folder.bytes("a.xlsx"))).toEqual({
    A1: { value: 1100, formula: `=${value("2023-12")}` },
    A2: { value: 2200, formula: "=A1*2" },
    A3: { value: 1000, formula: `=${value("2023-11")}` },
    A4: { value: 5, formula: `=${value("2023-12")}` },
  });
});

it("leaves a file in which nothing is broken byte for byte", async () => {
  const bytes = await withFigures(madeFile({ S: { A1: { f: value("2023-12"), v: 5, spill: "A1" } } }), [OLD]);
  const file = await folder.put("a.xlsx", bytes);
  expect((await ran(repair, file, "--in-place", "--offline")).code).toBe(0);
  expect(await folder.bytes("a.xlsx")).toEqual(bytes);
});

it("answers with 3 where a repaired formula is an error", async () => {
  const file = await folder.put(
    "a.xlsx",
    madeFile({ S: { A1: { f: 'DIGITRADE.VALUE("NO.SUCH",2023)', v: { error: "#NAME?" }, array: "A1" } } }),
  );
  const { code, out } = await ran(repair, file, "--in-place", "--offline");
  expect([code, out]).toEqual([
    3,
    expect.stringMatching(/S!A1 is #VALUE!: "NO\.SUCH" is not a series/) as string,
  ]);
});
