import * as engine from "@odoo/o-spreadsheet";
import { connectEmbedded } from "../src/workbench/connect";
import { directFunctions } from "../src/workbench/direct-functions";
import { installFunctions } from "../src/workbench/sheet/adaptor";
import { provideGroupBy, silenceTimings } from "../src/workbench/sheet/compat";
import { median, ms } from "./timing";

const CELLS = 5000;

/** Full recalculation of 5,000 of our cells in the grid's engine, beside 5,000 cells of a constant function. */
export async function benchGrid(): Promise<string> {
  provideGroupBy();
  silenceTimings();
  connectEmbedded();
  const ours = directFunctions();
  const constant = {
    id: "CONSTANT",
    name: "CONSTANT",
    description: "A constant",
    parameters: ours.metadata.find((f) => f.id === "VALUE")?.parameters ?? [],
  };
  const installed = installFunctions(engine, ours.namespace, [...ours.metadata, constant], {
    ...ours.table,
    CONSTANT: () => 1,
  });
  const time = async (formula: (i: number) => string): Promise<number> => {
    const cells = Object.fromEntries(Array.from({ length: CELLS }, (_, i) => [`A${i + 1}`, formula(i)]));
    const book = installed.open({
      sheets: [{ id: "s", name: "Sheet1", colNumber: 2, rowNumber: CELLS, cells }],
    });
    await book.settled();
    const recalculated = await median(() => {
      book.model.dispatch("EVALUATE_CELLS");
      book.model.getters.getEvaluatedCell({ sheetId: "s", col: 0, row: CELLS - 1 });
    });
    book.dispose();
    return recalculated;
  };
  const year = (i: number): number => 2014 + (i % 3);
  const value = await time((i) => `=DIGITRADE.VALUE("JP.DIGITAL.NET",${year(i)},"unit=bn;fx=USD")`);
  const plain = await time((i) => `=DIGITRADE.CONSTANT("JP.DIGITAL.NET",${year(i)},"unit=bn;fx=USD")`);
  return `5,000 cells recalculated in the grid's engine: VALUE ${ms(value)}, a constant function ${ms(plain)}; beyond it ${ms(value - plain)} (bar: 150 ms)`;
}
