import { blockText } from "../../src/charts/common/block-text";
import { CHARTS } from "../../src/charts/index";
import { cellName } from "../../src/workbench/sheet/address";
import { expectGolden } from "./golden";
import { askedFor } from "./run-calls";

/** What is written into the cells of a chart and how it is drawn: every change of it is seen here. */
test.each(CHARTS.map(({ id }) => id))("%s is written and drawn as before", (id) => {
  const { definition, choices } = askedFor(id);
  const block = definition.block(choices);
  const cells = blockText(block, { namespace: "DIGITRADE", origin: { row: 0, column: 0 } });
  const columns = block.columns.map(({ heading, format = "text", working }, i) =>
    [cellName(i, 0), heading || "(its call's)", format, ...(working ? ["working"] : [])].join(" | "),
  );
  const { series, ...rest } = definition.drawing(choices);
  const lines = [
    `${block.rows} rows, ${block.columns.length} columns`,
    ...columns,
    "",
    ...cells.map(({ row, column, content }) => `${cellName(column, row)} ${content}`),
    "",
    JSON.stringify(rest),
    ...series.map((one) => JSON.stringify(one)),
  ];
  expectGolden(`${id}.txt`, `${lines.join("\n")}\n`);
});
