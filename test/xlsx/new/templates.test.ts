import { TEMPLATES } from "../../../src/xlsx/new/templates/index";
import type { MadeBook } from "../../../src/cli/new-book";
import type { Language } from "../../../src/charts/common/language";
import { templateBook } from "../../../src/xlsx/new/template-book";
import { made, partsOf, storedCells, type StoredCell } from "./made";
import type { BookPlan } from "../../../src/xlsx/new/plan";

const template = (id: string) => TEMPLATES.find((one) => one.id === id)!;

/** The answers of a first sheet by their labels. */
function answers(
  plan: BookPlan,
  cells: ReadonlyMap<string, StoredCell>,
): ReadonlyMap<string, string | undefined> {
  const [first] = plan.sheets;
  const value = (row: number, column: number) => cells.get(`${"ABCDEFGHIJ".charAt(column)}${row + 1}`)?.value;
  return new Map(
    (first?.cells ?? []).flatMap(({ row, column, content }) =>
      "text" in content ? [[content.text, value(row, column + 1)] as const] : [],
    ),
  );
}

const figure = (found: ReadonlyMap<string, string | undefined>, label: string): number =>
  Number(found.get(label));

/** In both languages the plan holds; worked out, since that takes its time, each but once. */
const WORKED = [...TEMPLATES.map(({ id }) => [id, "en"] as const), ["japan", "ja"] as const];
const english = new Map<string, MadeBook>();

test.each(WORKED)(
  "%s in %s: every line has its figure, every chart its sheet and its place",
  async (id, lang) => {
    const plan = templateBook(template(id), lang);
    const book = await made(plan, { lang });
    if (lang === "en") english.set(id, book);
    const { bytes, failed, plan: whole } = book;
    expect(failed).toEqual([]);
    const parts = partsOf(bytes);
    const { charts, shown, tables, reasons } = template(id);
    expect(whole.sheets.length).toBe(1 + tables.length + Math.min(1, reasons.length) + charts.length + 1);
    expect([...parts.keys()].filter((name) => name.startsWith("xl/charts/")).length).toBe(
      charts.length + shown,
    );
    // What is shown on the first sheet draws the cells of the charts' own sheets.
    for (let i = 1; i <= shown; i++) {
      const home = plan.sheets.filter((sheet) => sheet.charts.length > 0)[i - 1]?.name ?? "";
      const drawn = parts.get(`xl/charts/chart${i}.xml`)?.replaceAll("&amp;", "&") ?? "";
      expect(drawn).toContain(`<c:f>'${home.replaceAll("'", "''")}'!$A$1</c:f>`);
    }
    for (const [i] of whole.sheets.entries())
      for (const { formula, value } of storedCells(parts, i + 1).values())
        if (formula)
          expect([formula.text, value]).not.toEqual([
            formula.text,
            expect.stringMatching(/^#(NAME|REF|SPILL|BUSY|ERROR)/),
          ]);
  },
);

function answersOf(id: string): ReadonlyMap<string, string | undefined> {
  const { plan, bytes } = english.get(id)!;
  return answers(plan, storedCells(partsOf(bytes), 1));
}

test.each(TEMPLATES.map(({ id }) => id))("%s is planned in Japanese, cell by cell as in English", (id) => {
  const places = (lang: Language) =>
    templateBook(template(id), lang).sheets.map(({ cells }) =>
      cells.map(({ row, column, content }) => [row, column, Object.keys(content)[0]]),
    );
  expect(places("ja")).toEqual(places("en"));
});

test("headline: the press's figures taken apart, as worked out by hand", () => {
  const found = answersOf("headline");
  expect(figure(found, "Yen per dollar between them")).toBeCloseTo(5.35e12 / 33.7e9, 3);
  expect(figure(found, "… at Tokyo's rate of 21 June 2024")).toBeCloseTo(5345.2 / 158.77, 2);
  expect(figure(found, "… at the Federal Reserve's average")).toBeCloseTo(5345.2 / 140.5, 1);
  expect(figure(found, "The average gives more by")).toBeCloseTo(0.129, 3);
  expect(figure(found, "Three items, yen")).toBeCloseTo(5.3452, 6);
  expect(figure(found, "Five items, yen")).toBeCloseTo(5.536, 6);
  expect(figure(found, "2023 as a multiple of 2015")).toBeCloseTo(2.13, 2);
  expect(found.get("Three items, known by 1 March 2024")).toBe("#N/A");
});

test("japan: a computed line is worked out from the lines that it names", () => {
  const found = answersOf("japan");
  expect(figure(found, "It pays for so much of the deficit")).toBeCloseTo(
    figure(found, "Travel surplus") / figure(found, "Deficit, three items"),
    9,
  );
  expect(figure(found, "Still missing")).toBe(26_000);
});

test("a key that no line has is a mistake that is told", () => {
  const broken = { ...template("fx"), reasons: [{ key: "nothing", label: { en: "x", ja: "x" } }] };
  expect(() => templateBook(broken, "en")).toThrow("No line has the key nothing");
});
