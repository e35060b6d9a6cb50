import type { ChartDefinition } from "../../src/charts/common/definition";
import type { DrawnSeries, Mark } from "../../src/charts/common/drawing";
import type { Allowed, ChartOption } from "../../src/charts/common/options";
import { readChoices } from "../../src/charts/common/read-choices";
import { CHARTS } from "../../src/charts/index";

/** docs/charts.md: every chart and comparison with its question, what is drawn, and its options. */
export function chartsMarkdown(): string {
  const of = (kind: ChartDefinition["kind"]): readonly ChartDefinition[] =>
    CHARTS.filter((chart) => chart.kind === kind);
  return [
    "# The charts",
    "",
    "Written by scripts/write-reference.ts from the files of src/charts. Every chart is a block of formulas of constant shape, a native",
    "Excel chart on it, and texts that CAPTION works out from the same figures; a gap in the figures stays a gap and is said in words.",
    '`=DIGITRADE.CAPTION("digital-balance","years=10;fx=USD")` states what a chart shows.',
    "",
    "## Prebuilt charts",
    "",
    ...of("chart").flatMap(chartLines),
    "## Target comparisons",
    "",
    ...of("comparison").flatMap(chartLines),
    "## Options",
    "",
    "Written `key=value`, several with semicolons between them. What is left out is the standard value.",
    "",
    "| Option | What it chooses | Values |",
    "| --- | --- | --- |",
    ...optionRows(),
    "",
  ].join("\n");
}

function chartLines(chart: ChartDefinition): readonly string[] {
  const { series } = chart.drawing(readChoices(chart, ""));
  const drawn = series.filter(({ invisible, unnamed }) => !invisible && !unnamed).map(seriesWords);
  return [
    `- **${chart.title.en}** (\`${chart.id}\`). ${chart.question.en} Drawn: ${drawn.join(", ")}. Options: ${chart.options
      .map(({ key, standard }) => `\`${key}${standard === "" ? "" : `=${standard}`}\``)
      .join(" ")}.`,
    "",
  ];
}

const MARKS = {
  column: "columns",
  stack: "stacked columns",
  bar: "bars",
  line: "line",
  points: "marks",
} as const satisfies Record<Mark, string>;

const seriesWords = ({ name, mark }: DrawnSeries): string => `${name} (${MARKS[mark]})`;

/** Each option once, with all values that some chart allows. */
function optionRows(): readonly string[] {
  const byKey = new Map<string, ChartOption[]>();
  for (const option of CHARTS.flatMap(({ options }) => options))
    byKey.set(option.key, [...(byKey.get(option.key) ?? []), option]);
  return [...byKey].map(([key, options]) => {
    const values = [...new Set(options.flatMap(({ allowed }) => valueWords(allowed)))];
    return `| \`${key}\` | ${options[0]?.label.en ?? ""} | ${values.join(" · ")} |`;
  });
}

function valueWords(allowed: Allowed): readonly string[] {
  switch (allowed.kind) {
    case "list":
      return allowed.values.map(({ value }) => `\`${value}\``);
    case "count":
      return [`${allowed.least} to ${allowed.most}`];
    case "year":
      return [allowed.latest ? "a year or `latest`" : "a year"];
    case "month":
      return ["a month such as `2024-12`, or `latest`"];
    case "basis":
      return ["`avg`, `end` or a day such as `2024-06-21`"];
    case "day":
      return ["a day such as `2024-06-21`"];
  }
}
