import type { Day } from "../src/domain/period";
import type { Series, SeriesId } from "../src/domain/series";
import { embeddedFigures } from "../src/workbench/connect";
import type { MadeCell } from "../test/xlsx/refresh/made-book";
import { madeFile, withFigures } from "../test/xlsx/refresh/made-file";

/** Holders of Treasuries with a figure for every month from 2012 on. */
const HOLDERS = "JP CN GB CA CH FR DE HK IE IN IT KR LU MX NL PL SE SG TW BR IL".split(" ");
const MONTHS = 125;
const UNITS = ["bn", "tn"] as const;
const FIRST_YEAR = 2012;

/**
 * 5,000 different cells of ours over 20 series, 5,000 that depend on them, and their sum, as somebody saved them: with the
 * embedded figures, or with `older` ones of some series.
 */
export async function refreshFile(older: "every fifth" | "none"): Promise<Uint8Array> {
  const load = embeddedFigures();
  const now = await Promise.all(HOLDERS.map((holder) => load(`TIC.${holder}` as SeriesId)));
  const kept = now.map((series, i) => (older === "every fifth" && i % 5 === 4 ? earlier(series) : series));
  const cells: Record<string, MadeCell> = {};
  let row = 0;
  let sum = 0;
  for (const series of kept)
    for (const unit of UNITS)
      for (let month = 0; month < MONTHS; month++) {
        const period = `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
        const figure = series.observations.find(([at]) => at === period)?.[1];
        if (typeof figure !== "number") throw new Error(`${series.id} has no figure for ${period}.`);
        const value = unit === "bn" ? figure : figure / 1000;
        const formula = `_xldudf_DIGITRADE_VALUE("${series.id}","${period}","unit=${unit}")`;
        row++;
        cells[`A${row}`] = { f: formula, v: value, spill: `A${row}` };
        cells[`B${row}`] = { f: `A${row}*2+1`, v: value * 2 + 1 };
        sum += value * 2 + 1;
      }
  cells["C1"] = { f: `SUM(B1:B${row})`, v: sum };
  return withFigures(madeFile({ Figures: cells }), kept);
}

/** The document of a year before: every figure is revised since. */
const earlier = (series: Series): Series => ({
  ...series,
  version: "earlier",
  published: "2025-03-18" as Day,
  retrieved: "2025-03-20" as Day,
  observations: series.observations.map(([period, value, ...mark]) =>
    typeof value === "number" ? [period, value * 0.99, ...mark] : [period, value, ...mark],
  ),
});
