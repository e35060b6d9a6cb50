import { connectEmbedded } from "../../src/workbench/connect";
import { number } from "../functions/ask";
import type { Case } from "./recomputed/case";
import { AREAS } from "./recomputed/areas";
import { BALANCES } from "./recomputed/balances";
import { CHANGES } from "./recomputed/changes";
import { DECOMPOSITIONS } from "./recomputed/decompositions";
import { HOLDINGS } from "./recomputed/holdings";
import { RATES } from "./recomputed/rates";
import { TARGETS_AND_REVISIONS } from "./recomputed/targets-and-revisions";

const CASES: readonly Case[] = [
  ...BALANCES,
  ...RATES,
  ...HOLDINGS,
  ...AREAS,
  ...CHANGES,
  ...DECOMPOSITIONS,
  ...TARGETS_AND_REVISIONS,
];

beforeAll(() => void connectEmbedded());

describe("answers that were worked out independently", () => {
  const cases = CASES.map(([name, args, expected, at = [0, 0]]) => ({ name, args, expected, at }));

  test.each(cases)("$name $args, cell $at", async ({ name, args, expected, at }) => {
    const found = await number(name, args, at);
    expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-9 * Math.abs(expected));
  });

  test("no case is listed twice", () => {
    const keys = CASES.map(([name, args, , at]) => JSON.stringify([name, args, at]));
    expect(new Set(keys).size).toBe(CASES.length);
  });
});
