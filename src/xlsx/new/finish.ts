import type { Day } from "../../domain/period";
import { markText } from "../../file/chart-mark";
import { EDITION } from "../../file/edition-parts";
import type { CellValue } from "../cells";
import { withCustomXml } from "../custom-xml";
import { openPackage, savePackage, withChanges } from "../package";
import { escapeAttribute, encodeXml } from "../xml-text";
import { chartPart } from "./chart-part";
import { marksOf, workedOf, type Composed, type ComposedChart } from "./compose";
import type { BookPlan, SheetPlan, Worked } from "./plan";
import { withValues } from "./stored-values";
import { gridOf, textOf, valueAt } from "./worked";

export interface Finishing {
  /** The day that the file says it was made on. */
  readonly created: Day;
  /** The figures in use, as the texts of the custom XML parts in which the add-in keeps them. */
  readonly edition: readonly string[];
}

/**
 * The composed workbook with what the library that composed it has no words for: the values of formulas and of what they
 * fill, charts by our own definitions, the marks of charts, and a day that makes the same workbook the same file.
 */
export function finish(
  { bytes, charts }: Composed,
  plan: BookPlan,
  worked: Worked,
  { created, edition }: Finishing,
): Uint8Array {
  const pkg = openPackage(bytes);
  const changes = new Map<string, Uint8Array>();
  const change = (name: string, how: (text: string) => string): void => {
    changes.set(name, encodeXml(how(pkg.text(name))));
  };
  for (const [i, sheet] of plan.sheets.entries())
    change(`xl/worksheets/sheet${i + 1}.xml`, (text) => withValues(text, valuesOf(sheet, worked)));
  for (const [i, chart] of charts.entries())
    change(`xl/charts/chart${i + 1}.xml`, () => partOf(chart, worked));
  const said = charts.map((chart) => sentenceOf(chart, worked));
  for (const name of pkg.names.filter((one) => /^xl\/drawings\/drawing\d+\.xml$/.test(one)))
    change(name, (text) => withSentences(text, () => said.shift() ?? ""));
  change("xl/workbook.xml", (text) => withMarks(withoutRecalculation(text), plan.sheets));
  change("docProps/core.xml", (text) =>
    text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${created}T00:00:00Z`),
  );
  return savePackage(withCustomXml(withChanges(pkg, changes), EDITION, edition));
}

function valuesOf(sheet: SheetPlan, worked: Worked): ReadonlyMap<string, CellValue> {
  return new Map([...workedOf(worked, sheet).cells].map(([name, { value }]) => [name, value]));
}

function partOf({ sheet, chart: { chart, layout } }: ComposedChart, worked: Worked): string {
  const { definition, choices } = chart;
  const own = workedOf(worked, sheet);
  const values = gridOf(sheet, own, layout.block);
  const title = textOf(valueAt(sheet, own, layout.title.row, layout.title.column));
  return chartPart(definition.drawing(choices), { sheet: sheet.name, layout, values }, title);
}

/** What a chart shows, for who cannot see it. The library takes no more than 255 characters of it. */
function sentenceOf({ sheet, chart: { layout } }: ComposedChart, worked: Worked): string {
  const { row, column } = layout.sentence;
  return textOf(valueAt(sheet, workedOf(worked, sheet), row, column));
}

const withSentences = (drawing: string, next: () => string): string =>
  drawing.replace(
    /(<xdr:cNvPr id="\d+" name="[^"]*")\/>/g,
    (_, named: string) => `${named} descr="${escapeAttribute(next())}"/>`,
  );

/**
 * Excel works everything out again where a file says so, or where an older Excel seems to have written it: who opens it
 * without the add-in would see #NAME? instead of the figures.
 */
const withoutRecalculation = (workbook: string): string =>
  workbook.replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>');

/** What the marks say of their charts, and that nobody sees them. */
function withMarks(workbook: string, sheets: readonly SheetPlan[]): string {
  let text = workbook;
  for (const [i, sheet] of sheets.entries())
    for (const [n, [name]] of marksOf(sheet).entries()) {
      const chart = sheet.charts[n];
      if (!chart) continue;
      const comment = markText({ ...chart.chart, shape: chart.name });
      const found = `<definedName name="${name}" localSheetId="${i}"`;
      text = text.replace(found, () => `${found} hidden="1" comment="${escapeAttribute(comment)}"`);
    }
  return text;
}
