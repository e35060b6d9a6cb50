import type { Day } from "../../src/domain/period";
import type { SeriesId } from "../../src/domain/series";
import { FUNCTIONS } from "../../src/functions/index";
import { createEdition } from "../../src/load/edition";
import { makeDesk } from "../../src/pane/find/desk";
import { readCall } from "../../src/pane/find/formula";
import { withValues, type InsertAs } from "../../src/pane/find/insert-as";
import { embeddedFigures } from "../../src/workbench/connect";

const load = embeddedFigures();
const edition = createEdition(load);
const desk = makeDesk({ figures: edition, load, today: () => "2026-11-26" as Day });
const host = { functions: () => Promise.resolve(FUNCTIONS) };

async function inserted(formula: string, as: Exclude<InsertAs, "formula">) {
  const call = readCall(formula, "DIGITRADE");
  if (!call) throw new Error(`${formula} is no plain call.`);
  const block = {
    formula,
    rows: 9,
    columns: 9,
    header: true,
    formats: ["0", "0.0"],
    widths: [60, undefined],
  };
  return withValues(host, desk, { block, used: new Set(["SEEN"] as SeriesId[]) }, call, as);
}

test("values are as many as the function gives: numbers plain, dates as serials, a gap by its error's name", async () => {
  const { block, used } = await inserted(
    '=DIGITRADE.HISTORY("JP.DIGITAL.NET",2016,2017,"freq=A;unit=bn;header=off")',
    "values",
  );
  expect(block).toMatchObject({
    ...{ rows: 2, columns: 2, formats: ["0", "0.0"], widths: [60, undefined] },
    fixed: {
      at: 0,
      rows: [
        [2016, -2503.6],
        [2017, "#N/A"],
      ],
    },
  });
  expect(used).toEqual(new Set());
  const dated = await inserted(
    '=DIGITRADE.HISTORY("TIC.JP","2024-12","2024-12","header=off;unit=bn")',
    "values",
  );
  expect(dated.block).toMatchObject({ fixed: { rows: [[45657, 1061.5]] } });
  // The edition is what cells use; nothing entered it by trying.
  expect(edition.entries()).toEqual([]);
});

test("both: the formula first, an empty column, then the values in the same formats", async () => {
  const { block, used } = await inserted('=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")', "both");
  expect(block).toMatchObject({
    ...{ rows: 1, columns: 3, formats: ["0", "0.0", "0", "0.0"] },
    fixed: { at: 2, rows: [[1061.5]] },
  });
  expect(used).toEqual(new Set(["SEEN", "TIC.JP"]));
});

test("a list in braces is a column of texts, as Excel hands it over", async () => {
  expect(readCall('=DIGITRADE.PANEL({"TIC.JP";"TIC.CN"},"2024-12")', "DIGITRADE")).toEqual({
    name: "PANEL",
    args: [[["TIC.JP"], ["TIC.CN"]], "2024-12"],
  });
  const { block } = await inserted(
    '=DIGITRADE.PANEL({"TIC.JP";"TIC.CN"},"2024-12","2024-12","unit=bn;header=off")',
    "values",
  );
  expect(block).toMatchObject({ fixed: { rows: [[45657, 1061.5, 759]] } });
});

test("what the function refuses is refused", async () => {
  await expect(inserted('=DIGITRADE.VALUE("TIC.JP","2024-12","unit=parsec")', "values")).rejects.toThrow(
    /parsec/,
  );
});
