import * as engine from "@odoo/o-spreadsheet";
import { workOut } from "../../../src/cli/new-values";
import { insertChart } from "../../../src/xlsx/charts/insert-chart";
import { planChart } from "../../../src/xlsx/charts/plan-insert";
import { chartBook } from "../../../src/xlsx/new/chart-book";
import { openPackage, withChanges } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { askedFor } from "../../charts/run-calls";
import { made } from "../new/made";
import { differing } from "./inserted";

/** One of each kind: a call alone, stacks with a line, sorted bars, a waterfall, lines with marks, a bullet. */
const IDS = [
  ...["digital-balance", "digital-components", "component-change"],
  ...["volume-currency", "yen-per-dollar", "target-bullet"],
];

it("a chart of a new workbook that is inserted again stays as it is, byte for byte", async () => {
  const { bytes } = await made(chartBook(IDS.map((id) => askedFor(id))));
  const before = openPackage(bytes);
  const plans = IDS.map((id) => planChart(before, readBook(before), askedFor(id)));
  expect(plans.map((plan) => plan.before?.mark.definition.id)).toEqual(IDS);
  const { worked } = await workOut(
    engine,
    plans.map(({ rehearsed }) => rehearsed),
  );
  let pkg = before;
  for (const plan of plans) {
    const own = worked.get(plan.sheet) ?? { cells: new Map(), fills: new Map() };
    pkg = withChanges(pkg, insertChart(pkg, readBook(pkg), { ...plan, worked: own }));
  }
  expect(differing(before, pkg)).toEqual([]);
});
