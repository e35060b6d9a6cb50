import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as engine from "@odoo/o-spreadsheet";
import { CHARTS } from "../../../src/charts/index";
import { workOut } from "../../../src/cli/new-values";
import { connectEmbedded } from "../../../src/workbench/connect";
import { insertChart } from "../../../src/xlsx/charts/insert-chart";
import { planChart, type ChartPlan, type Spot } from "../../../src/xlsx/charts/plan-insert";
import { openPackage, savePackage, withChanges, type Package } from "../../../src/xlsx/package";
import { readBook } from "../../../src/xlsx/read-book";
import { askedFor } from "../../charts/run-calls";

/** A workbook of another program. */
export const corpus = (name: string): Package =>
  openPackage(new Uint8Array(readFileSync(join(__dirname, "../../fixtures/xlsx", name))));

export interface Inserted {
  readonly before: Package;
  readonly plan: ChartPlan;
  /** Saved and opened again. */
  readonly pkg: Package;
}

/** A chart inserted into a file over the embedded figures, `digital-balance` or with `options`. */
export async function inserted(
  before: Package,
  id: string,
  { options = "", spot }: { readonly options?: string; readonly spot?: Spot } = {},
): Promise<Inserted> {
  connectEmbedded();
  const book = readBook(before);
  const plan = planChart(before, book, askedFor(id, options), spot);
  const { worked } = await workOut(engine, [plan.rehearsed]);
  const own = worked.get(plan.rehearsed.name);
  if (!own) throw new Error(`${id} was not worked out`);
  const changes = insertChart(before, book, { ...plan, worked: own });
  return { before, plan, pkg: openPackage(savePackage(withChanges(before, changes))) };
}

/** All charts inserted into a file, one after the other, each on a sheet of its own. */
export async function insertedAll(
  before: Package,
): Promise<{ readonly pkg: Package; readonly plans: readonly ChartPlan[] }> {
  connectEmbedded();
  const alone = CHARTS.map(({ id }) => planChart(before, readBook(before), askedFor(id)));
  const { worked } = await workOut(
    engine,
    alone.map(({ rehearsed }) => rehearsed),
  );
  let pkg = before;
  const plans: ChartPlan[] = [];
  for (const { chart } of alone) {
    const book = readBook(pkg);
    const plan = planChart(pkg, book, chart);
    const own = worked.get(plan.sheet);
    if (!own) throw new Error(`${plan.sheet} was not worked out`);
    pkg = withChanges(pkg, insertChart(pkg, book, { ...plan, worked: own }));
    plans.push(plan);
  }
  return { pkg: openPackage(savePackage(pkg)), plans };
}

/** The names of parts that are not the same in two files. */
export function differing(before: Package, after: Package): readonly string[] {
  const same = (name: string): boolean =>
    before.has(name) && after.has(name) && Buffer.compare(before.bytes(name), after.bytes(name)) === 0;
  return [...new Set([...before.names, ...after.names])].filter((name) => !same(name)).sort();
}

/** The XML with a sheet's chart, and what draws it. */
export function chartXml(pkg: Package, sheet: string): { readonly chart: string; readonly drawing: string } {
  const part = readBook(pkg).sheets.find(({ name }) => name === sheet)?.part ?? "";
  const drawing = pkg.relationships(part).find(({ kind }) => kind === "drawing")?.target ?? "";
  const charts = pkg.relationships(drawing).filter(({ kind }) => kind === "chart");
  return { chart: pkg.text(charts.at(-1)?.target ?? ""), drawing: pkg.text(drawing) };
}
