import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mismatch, type Given } from "../../scripts/reference/stated-answer";
import { run } from "../../src/cli/run";
import metadata from "../../src/functions/metadata.json";

/** Figures that the product promises, from published tables and independent computation; tolerance: the last digit. */
const GOLDEN: readonly (readonly [formula: string, answer: string])[] = [
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn")', "-5.3452"],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;def=5item")', "-5.536"],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;def=5item;asof=2024-03-01")', "-5.536"],
  ['=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn")', "38.02"],
  ['=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;fxsrc=fred")', "38.04"],
  ['=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn;basis=2024-06-21;fxsrc=boj")', "33.67"],
  ['=INDEX(DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"header=off"),1,2)', "158.754"],
  ['=INDEX(DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"header=off"),2,2)', "158.37"],
  ['=INDEX(DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"header=off"),3,2)', "159.14"],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2014,"unit=oku")', "-20228"],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2015,"unit=oku")', "-25040"],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023)/DIGITRADE.VALUE("JP.DIGITAL.NET",2015)', "2.13"],
  ['=DIGITRADE.FXRATE("USD","JPY",2023)', "140.588"],
  ['=DIGITRADE.FXRATE("USD","JPY",2023,,"fxsrc=fred")', "140.5001"],
  ['=DIGITRADE.FXRATE("USD","JPY","2024-06-22")', "158.888"],
  ['=DIGITRADE.FXRATE("USD","JPY","2024-06-21",,"fxsrc=boj")', "158.77"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","value")', "50000"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","deadline")', "FY2030"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","base")', "20000"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","latest")', "24000"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","peryear.plan")', "3750"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","cagr")', "12.14"],
  ['=DIGITRADE.TARGET("JP.SPECIALISTS","path")-DIGITRADE.TARGET("JP.SPECIALISTS","latest")', "3500"],
  ['=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")', "1061.5"],
  ['=DIGITRADE.VALUE("TIC.JP","2024-12","fx=JPY;unit=tn")', "166.61"],
];

/** Answers that must be in words, or refused with the reason. */
const SAID: readonly (readonly [formula: string, what: string, words: RegExp])[] = [
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2023,"unit=tn;asof=2024-03-01")', "#N/A", /not known.*2024-06-21/],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2017)', "#N/A", /3 of 12 months/],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2018)', "#N/A", /not in the embedded data/],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2019)', "#N/A", /not in the embedded data/],
  ['=DIGITRADE.VALUE("JP.DIGITAL.NET",2022,"def=5item")', "#N/A", /'about −4\.8 tn'/],
  ['=DIGITRADE.FXRATE("USD","JPY","2024-06-22",,"show=why")', "text", /fixing of 21 June 2024/],
  [
    '=DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"show=why")',
    "text",
    /average of calendar 2023 \(140\.588, ecb\) is outside/,
  ],
  [
    '=DIGITRADE.TARGET("JP.SPECIALISTS","words")',
    "text",
    /FY2030 \(31 March 2031\).*8 years.*3,500 behind the straight path and 1,149 behind the compound one/,
  ],
];

const examples = metadata.functions.flatMap((f) => f.examples.map((e) => [e.formula, e.answer] as const));
const given = new Map<string, Given>();

/** All formulas through the command line, as somebody types them. */
beforeAll(async () => {
  const formulas = [...new Set([...examples, ...GOLDEN, ...SAID].map(([formula]) => formula))];
  const folder = await mkdtemp(join(tmpdir(), "digitrade-examples-"));
  try {
    const file = join(folder, "formulas.txt");
    await writeFile(file, `${formulas.join("\n")}\n`);
    const printed: string[] = [];
    const io = { out: (text: string) => printed.push(text), error: (text: string) => printed.push(text) };
    await run(["eval", "--offline", "--file", file], io);
    const lines = printed.join("").trimEnd().split("\n");
    expect(lines).toHaveLength(formulas.length);
    for (const [i, formula] of formulas.entries()) given.set(formula, JSON.parse(lines[i] ?? "") as Given);
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

test.each(examples)("example %s → %s", (formula, answer) => {
  expect(mismatch(answer, given.get(formula)!)).toBeUndefined();
});

test.each(GOLDEN)("%s is %s", (formula, answer) => {
  expect(mismatch(answer, given.get(formula)!)).toBeUndefined();
});

test.each(SAID)("%s says why (%s)", (formula, what, words) => {
  const answer = given.get(formula);
  expect(answer).toEqual(
    what === "text"
      ? { value: expect.stringMatching(words) }
      : { error: what, message: expect.stringMatching(words) },
  );
});

test("the press's rate is the Tokyo fixing or the cross of that day, not the year's average", async () => {
  const printed: string[] = [];
  const io = { out: (text: string) => printed.push(text), error: (text: string) => printed.push(text) };
  const table = '=DIGITRADE.IMPLIED(5.35E12,"JPY",33.7E9,"USD",2023,"top=1000;header=off")';
  expect(await run(["eval", "--offline", table, "--json"], io)).toBe(0);
  const { values } = JSON.parse(printed.join("")) as { values: readonly (readonly unknown[])[] };
  const inside = (source: string, rate: number): unknown =>
    values.find((row) => row[3] === source && Math.abs(Number(row[1]) - rate) < 0.005)?.[5];
  expect([inside("boj", 158.77), inside("ecb", 158.89), inside("ecb", 140.59)]).toEqual(["yes", "yes", "no"]);
});
