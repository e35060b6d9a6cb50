import metadata from "../../src/functions/metadata.json";
import { connectEmbedded } from "../../src/workbench/connect";
import { ask, isTable, type FunctionName, type PlainCell } from "../functions/ask";

interface PlainCall {
  readonly name: FunctionName;
  readonly args: readonly unknown[];
  readonly answer: string;
}

/** A formula that is one call with literal arguments; nested ones are run through the command line. */
function readCall(formula: string, answer: string): PlainCall | undefined {
  const call = /^=DIGITRADE\.([A-Z]+)\((.*)\)$/.exec(formula);
  if (!call) return undefined;
  const [, name, inside = ""] = call;
  const args = [...inside.matchAll(/("[^"]*"|[^,]*)(?:,|$)/g)].map(([, raw = ""]) => {
    if (raw.startsWith('"')) return raw.slice(1, -1);
    return raw === "" ? null : Number(raw);
  });
  return { name: name as FunctionName, args: args.slice(0, inside.split(",").length), answer };
}

const calls = metadata.functions.flatMap((f) =>
  f.examples.flatMap(({ formula, answer }) => readCall(formula, answer) ?? []),
);

/** Equal as text, or as numbers to the last digit that is shown. */
function expectCell(found: PlainCell | undefined, shown: string): void {
  if (!/^-?\d+(\.\d+)?$/.test(shown)) {
    expect(JSON.stringify(found)).toBe(JSON.stringify(shown));
    return;
  }
  const decimals = shown.split(".")[1]?.length ?? 0;
  expect(found).toBeCloseTo(Number(shown), decimals);
}

beforeAll(() => void connectEmbedded());

test("most examples are plain calls, and every function has an example", () => {
  expect(calls.length).toBeGreaterThanOrEqual(15);
  expect(metadata.functions.filter((f) => f.examples.length === 0)).toEqual([]);
});

test.each(calls)("$name $args → $answer", async ({ name, args, answer }) => {
  const answered = await ask(name, ...args);
  const expected = answer.split("; ").map((row) => row.split(", "));
  const rows = isTable(answered) ? answered : [[answered]];
  expect(rows.map((row) => row.length)).toEqual(expected.map((row) => row.length));
  for (const [r, row] of expected.entries())
    for (const [c, shown] of row.entries()) expectCell(rows[r]?.[c], shown);
});
