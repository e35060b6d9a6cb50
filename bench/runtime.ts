import { createRequire } from "node:module";

import { dayOfInstant } from "../src/domain/period";
import { excelWriter } from "../src/functions/bridge/failure";
import { connect } from "../src/functions/bridge/runtime";
import { FUNCTIONS } from "../src/functions/index";
import { createEdition } from "../src/load/edition";
import { embeddedFigures } from "../src/workbench/connect";
import { directFunctions } from "../src/workbench/direct-functions";
import type { Host } from "../src/workbench/host/index";
import { attachHost, bootOffice, closeHosts, openHost } from "../test/workbench/host/boot-office";
import { ms } from "./timing";

const CELLS = 10_000;
/** Any day after the last figure. */
const TODAY = dayOfInstant(Date.UTC(2026, 0, 1));
const RUNS = 9;
const WARM_UP = 3;
const SAME = { id: "SAME", name: "SAME", description: "Returns its first argument" };

/** The page that the tests use, without jest around it. */
const { JSDOM } = createRequire(import.meta.resolve("jest-environment-jsdom"))(
  "jsdom",
) as typeof import("jsdom");

interface AddInPage {
  readonly CustomFunctions: { readonly associate: (id: string, run: (...args: never[]) => unknown) => void };
}

/**
 * 10,000 warm VALUE cells through the real custom-functions runtime, each called from its own cell, beside 10,000 calls
 * of a function that returns its argument: from the calls' leaving the sheet to the last cell that shows its answer.
 */
export async function benchRuntime(): Promise<string> {
  // As the add-in does it in Excel: plain numbers, where sheets of our own get formats with them.
  const figures = embeddedFigures();
  connect({
    figures: createEdition(figures),
    writer: excelWriter(true),
    today: () => TODAY,
    origin: "embedded figures",
    product: "bench",
  });
  const { metadata } = directFunctions();
  const value = metadata.find(({ id }) => id === "VALUE");
  if (!value) throw new Error("There is no VALUE.");
  const { parameters, options } = value;
  const same = { ...SAME, parameters, ...(options && { options }) };
  const page = new JSDOM("<!doctype html><head></head><body></body>", {
    url: "https://localhost/",
    runScripts: "outside-only",
    pretendToBeVisual: true,
  }).window as unknown as AddInPage;
  const open = (id: string) => {
    const cells = Object.fromEntries(
      Array.from({ length: CELLS }, (_, i) => [
        `A${i + 1}`,
        `=DIGITRADE.${id}("JP.DIGITAL.NET",${2014 + (i % 3)},"unit=bn;fx=USD")`,
      ]),
    );
    const data = { sheets: [{ id: "s", name: "Sheet1", colNumber: 1, rowNumber: CELLS, cells }] };
    return openHost({ metadata: { functions: [value, same] }, namespace: "DIGITRADE", data });
  };
  const sheets = { VALUE: open("VALUE"), SAME: open("SAME") };
  const recalculated = async (host: Host): Promise<number> => {
    attachHost(host, page);
    // The runtime hands in results at most every 200 ms: a run must not wait for the one before it.
    await new Promise((resolve) => setTimeout(resolve, 250));
    const start = performance.now();
    host.recalculate();
    await host.settled();
    return performance.now() - start;
  };
  await bootOffice(sheets.VALUE, page);
  page.CustomFunctions.associate("VALUE", FUNCTIONS.VALUE as (...args: never[]) => unknown);
  page.CustomFunctions.associate("SAME", (first: unknown) => first);
  await sheets.VALUE.settled();
  const times = { ours: [] as number[], theirs: [] as number[] };
  // In turn, so that whatever else the machine does falls on both; the first runs warm up and do not count.
  for (let i = 0; i < RUNS + WARM_UP; i++) {
    const [ours, theirs] = [await recalculated(sheets.VALUE), await recalculated(sheets.SAME)];
    if (i < WARM_UP) continue;
    times.ours.push(ours);
    times.theirs.push(theirs);
  }
  closeHosts();
  const [ours, theirs] = [middle(times.ours), middle(times.theirs)];
  return `10,000 warm VALUE cells through the real runtime: ${ms(ours)}; a function that returns its argument: ${ms(theirs)}; ratio ${(ours / theirs).toFixed(2)} (bar: 1.25)`;
}

const middle = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
