import { evaluate } from "../../src/answer/evaluate";
import { entryFor } from "../../src/answer/subject";
import { period, type Day } from "../../src/domain/period";
import { asProblem, Problem } from "../../src/domain/problem";
import metadata from "../../src/functions/metadata.json";
import { createEdition } from "../../src/load/edition";
import { adviceFor, excelAdvice, seriesNamedIn, wordsForUnknown } from "../../src/pane/cell/advice";
import { advisedOption, FUNCTIONS_WITH_OPTIONS, withOption } from "../../src/pane/cell/formula-option";
import { makeDesk } from "../../src/pane/find/desk";
import { embeddedFigures } from "../../src/workbench/connect";

const load = embeddedFigures();
const desk = makeDesk({ figures: createEdition(load), load, today: () => "2026-11-23" as Day });

/** What the functions really say. */
const complaint = (id: string, when: string): Promise<Problem> =>
  desk
    .look((shelf) => evaluate(shelf, entryFor(id), period(when), {}))
    .then(
      () => {
        throw new Error(`${id} for ${when} has an answer.`);
      },
      (thrown: unknown) => asProblem(thrown),
    );

test("what a complaint tells to add is read from its own words", async () => {
  expect(advisedOption((await complaint("JP.DIGITAL5ITEM.NET", "2022")).message)).toBe("approx=allow");
  expect(advisedOption((await complaint("JP.DIGITAL.NET", "2017")).message)).toBe("partial=allow");
  expect(advisedOption((await complaint("TIC.JP", "2024-12-15")).message)).toBe("freq=M");
  expect(advisedOption((await complaint("JP.DIGITAL.NET", "2019")).message)).toBeUndefined();
  expect(advisedOption("Please add nonsense=allow to it.")).toBeUndefined();
});

test.each([
  ['=DIGITRADE.VALUE("A.B",2022)', '=DIGITRADE.VALUE("A.B",2022,"approx=allow")'],
  ['=DIGITRADE.VALUE("A.B")', '=DIGITRADE.VALUE("A.B",,"approx=allow")'],
  ['=DIGITRADE.VALUE("A.B",2022,)', '=DIGITRADE.VALUE("A.B",2022,"approx=allow")'],
  ['=DIGITRADE.VALUE("A.B",2022,"")', '=DIGITRADE.VALUE("A.B",2022,"approx=allow")'],
  [
    '=DIGITRADE.VALUE("A.B",2022,"unit=tn; def=5item")',
    '=DIGITRADE.VALUE("A.B",2022,"unit=tn;def=5item;approx=allow")',
  ],
  [
    '=ROUND(-DIGITRADE.value( "A,(B" , YEAR(TODAY()) , "unit=tn" )/2,1)',
    '=ROUND(-DIGITRADE.value( "A,(B" , YEAR(TODAY()) , "unit=tn;approx=allow" )/2,1)',
  ],
  ['=DIGITRADE.VALUE(INDEX({"A","B"},1),2022)', '=DIGITRADE.VALUE(INDEX({"A","B"},1),2022,"approx=allow")'],
  ["=DIGITRADE.VALUE(A1,B1,C1)", undefined],
  ['=DIGITRADE.VALUE(A1,B1,"unit="&C1)', undefined],
  ["=DIGITRADE.VALUE(A1)+DIGITRADE.VALUE(A2)", undefined],
  ["=DIGITRADE.VALUE(A1", undefined],
  ["=SUM(A1)", undefined],
])("%s becomes %s", (formula, changed) => {
  expect(withOption(formula, "VALUE", "approx=allow")).toBe(changed);
});

test("another value of the same key is replaced", () => {
  expect(withOption('=DIGITRADE.DEFICIT("JP",2022,"USD","freq=A;unit=bn")', "DEFICIT", "freq=M")).toBe(
    '=DIGITRADE.DEFICIT("JP",2022,"USD","unit=bn;freq=M")',
  );
  expect(withOption("=DIGITRADE.DEFICIT()", "DEFICIT", "freq=M")).toBe('=DIGITRADE.DEFICIT(,,,"freq=M")');
});

test("the options stand where the functions' own description puts them", () => {
  const { functions } = metadata as unknown as {
    readonly functions: readonly {
      readonly id: string;
      readonly parameters: readonly { readonly name: string }[];
    }[];
  };
  for (const name of FUNCTIONS_WITH_OPTIONS) {
    const parameters = functions.find(({ id }) => id === name)?.parameters.map((parameter) => parameter.name);
    const args = parameters?.map(() => "A1") ?? [];
    const at = parameters?.indexOf("options") ?? -1;
    expect({ name, isKnown: at > 0 }).toEqual({ name, isKnown: true });
    const formula = `=DIGITRADE.${name}(${args.slice(0, at).join(",")})`;
    const expected = `=DIGITRADE.${name}(${[...args.slice(0, at), '"approx=allow"'].join(",")})`;
    expect(withOption(formula, name, "approx=allow")).toBe(expected);
  }
});

test("each kind of complaint has what helps", async () => {
  const of = (problem: Problem, formula = '=DIGITRADE.VALUE("TIC.JP",2024)') =>
    adviceFor(problem, "VALUE", { formula });
  expect(of(await complaint("JP.DIGITAL5ITEM.NET", "2022"))).toMatchObject({
    meaning: "errorNoData",
    remedies: [{ kind: "option", option: "approx=allow" }, { kind: "refresh" }],
  });
  const unknown = new Problem("unknown-series", "?");
  expect(of(unknown, '=DIGITRADE.VALUE("JP.DIGITL.NET",2024)').remedies).toEqual([
    { kind: "find", words: "JP.DIGITAL.NET" },
  ]);
  expect(of(new Problem("unreachable", "?")).remedies).toEqual([{ kind: "recalculate" }]);
  expect(of(new Problem("no-rate", "?")).remedies).toEqual([{ kind: "refresh" }]);
  expect(of(new Problem("bad-input", "?")).remedies).toEqual([]);
});

test("a name that is no series is looked for by what it may have meant", () => {
  expect(wordsForUnknown('=DIGITRADE.VALUE("cloud","2024-12","unit=bn")')).toBe("cloud");
  expect(wordsForUnknown('=DIGITRADE.VALUE("tic.jq",2024)')).toMatch(/^TIC\./);
  expect(wordsForUnknown('=DIGITRADE.VALUE("TIC.JP","2024-12","unit=bn")')).toBeUndefined();
  expect(wordsForUnknown("=DIGITRADE.VALUE(A1)")).toBeUndefined();
});

test("the series that a formula names", () => {
  expect(
    seriesNamedIn('=DIGITRADE.PANEL("JP.DIGITAL.NET,jp.travel",2014)+DIGITRADE.VALUE("TIC.JP")'),
  ).toEqual(["JP.DIGITAL.NET", "JP.TRAVEL.NET", "TIC.JP"]);
  expect(seriesNamedIn("=DIGITRADE.VALUE(A1)")).toEqual([]);
});

test("Excel's own errors are told apart from those of our functions", () => {
  const advice = (error: string | undefined, stored = false) => excelAdvice(error, { stored })?.meaning;
  expect(advice("#NAME?")).toBe("errorName");
  expect(advice(undefined, true)).toBe("errorName");
  expect(advice("#SPILL!")).toBe("errorSpill");
  expect(advice("#BUSY!")).toBe("errorBusy");
  expect([advice("#N/A"), advice("#VALUE!"), advice(undefined)]).toEqual([undefined, undefined, undefined]);
  expect(excelAdvice("#NAME?", { stored: false })?.remedies).toEqual([{ kind: "repair" }]);
});
