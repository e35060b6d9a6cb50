import { blockValues, type RunCall } from "../../src/charts/common/block-values";
import { readChoices } from "../../src/charts/common/read-choices";
import { resolveChart } from "../../src/charts/common/resolve";
import { FUNCTIONS } from "../../src/functions/index";
import metadata from "../../src/functions/metadata.json";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host } from "../../src/workbench/host/index";
import type { ChartJob } from "../../src/workbook/chart-job";
import { bootOffice, openHost } from "../workbench/host/boot-office";

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };

/** A workbook under the add-in's own functions, with a sheet of this name and these cells. */
export async function openWorld(cells: Readonly<Record<string, string>> = {}): Promise<Host> {
  const host = openHost({
    metadata: file,
    namespace: "DIGITRADE",
    data: { sheets: [{ id: "s", name: "My data", colNumber: 60, rowNumber: 200, cells }] },
  });
  await bootOffice(host);
  await import("../../src/addin/functions");
  return host;
}

/** A function as the block of a chart calls it, without a cell. */
const run: RunCall = ({ name, args }) => {
  const implementation = FUNCTIONS[name as keyof typeof FUNCTIONS] as (...all: unknown[]) => unknown;
  const all = Array.from({ length: implementation.length - 1 }, (_, i) => args[i] ?? null);
  return implementation(...all, {});
};

/** A chart by id and options, with the values of its block as the functions answer them now. */
export async function jobOf(id: string, options = ""): Promise<ChartJob> {
  const definition = resolveChart(id);
  const choices = readChoices(definition, options);
  const values = await blockValues(definition.block(choices), run);
  return { definition, choices, namespace: "DIGITRADE", values };
}

export const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (thrown: unknown) => (thrown as Error).message,
  );
