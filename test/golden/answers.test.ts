import { connectEmbedded } from "../../src/workbench/connect";
import { ask, failure, isTable, number, sentence, type PlainCell } from "../functions/ask";

beforeAll(() => void connectEmbedded());

/** The rows of a table. */
async function table(...call: Parameters<typeof ask>): Promise<readonly (readonly PlainCell[])[]> {
  const answered = await ask(...call);
  if (isTable(answered)) return answered;
  throw new Error(`Not a table: ${JSON.stringify(answered)}`);
}

describe("the deficit of 2023", () => {
  test("3 items: 5.3452 trillion yen", async () => {
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, "unit=tn"])).toBeCloseTo(-5.3452, 10);
  });
  test("5 items: 5.536 trillion yen", async () => {
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, "unit=tn;def=5item"])).toBeCloseTo(-5.536, 10);
  });
  test("as of 1 March 2024 the 3 items were not known, the 5 items were", async () => {
    const early = await failure("VALUE", "JP.DIGITAL.NET", 2023, "unit=tn;asof=2024-03-01");
    expect(early.code).toBe("#N/A");
    expect(early.message).toContain("not known on 1 March 2024");
    expect(early.message).toContain("2024-06-21");
    const five = await number("VALUE", ["JP.DIGITAL.NET", 2023, "unit=tn;def=5item;asof=2024-03-01"]);
    expect(five).toBeCloseTo(-5.536, 10);
  });
  test("the 3 items are known from 21 June 2024 on, not the day before", async () => {
    expect((await failure("VALUE", "JP.DIGITAL.NET", 2023, "asof=2024-06-20")).code).toBe("#N/A");
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2023, "unit=oku;asof=2024-06-21"])).toBe(-53452);
  });
  test("in dollars: 38.02 billion at the average of 2023, 38.04 by H.10", async () => {
    expect(await number("DEFICIT", ["JP", 2023, "USD", "unit=bn"])).toBeCloseTo(38.02, 2);
    expect(await number("DEFICIT", ["JP", 2023, "USD", "unit=bn;fxsrc=fred"])).toBeCloseTo(38.04, 2);
  });
  test("33.67 billion at Tokyo 17:00 of the day of the article", async () => {
    const options = "unit=bn;basis=2024-06-21;fxsrc=boj";
    expect(await number("DEFICIT", ["JP", 2023, "USD", options])).toBeCloseTo(33.67, 2);
    expect(await sentence("DEFICIT", "JP", 2023, "USD", `${options};show=why`)).toContain("158.77 yen");
  });
});

describe("the rate behind the headline", () => {
  const headline = [5.35e12, "JPY", 33.7e9, "USD", 2023] as const;

  test("158.754, band 158.37 to 159.14", async () => {
    const rows = await table("IMPLIED", ...headline);
    expect(rows[1]?.[1]).toBeCloseTo(158.754, 3);
    expect(rows[2]?.[1]).toBeCloseTo(158.37, 2);
    expect(rows[3]?.[1]).toBeCloseTo(159.14, 2);
  });
  test("Tokyo and the ECB cross of 21 June 2024 are in it, the average of 2023 is not", async () => {
    const rows = await table("IMPLIED", ...headline);
    const serial = 45464; // 2024-06-21
    const of = (source: string, day: PlainCell): readonly PlainCell[] | undefined =>
      rows.find((row) => row[3] === source && row[4] === day);
    expect(of("boj", serial)).toMatchObject([
      "daily fixing",
      158.77,
      expect.anything(),
      "boj",
      serial,
      "yes",
    ]);
    expect(of("ecb", serial)?.[1]).toBeCloseTo(158.89, 2);
    expect(of("ecb", serial)?.[5]).toBe("yes");
    const average = rows.find((row) => row[0] === "average of calendar 2023" && row[3] === "ecb");
    expect(average?.[1]).toBeCloseTo(140.59, 2);
    expect(average?.[5]).toBe("no");
  });
  test("matches come nearest first, without end until top", async () => {
    const rows = await table("IMPLIED", ...headline, "header=off");
    const inside = rows.filter((row) => row[5] === "yes");
    const distances = inside.map((row) => Math.abs(Number(row[1]) - 5.35e12 / 33.7e9));
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(inside.length).toBeGreaterThan(5);
    const two = await table("IMPLIED", ...headline, "header=off;top=2");
    expect(two.filter((row) => row[5] === "yes")).toEqual(inside.slice(0, 2));
  });
});

describe("the years of the 3 items", () => {
  test("2014 and 2015 from months, and more than doubled until 2023", async () => {
    const of = (year: number): Promise<number> => number("VALUE", ["JP.DIGITAL.NET", year, "unit=oku"]);
    expect(await of(2014)).toBe(-20228);
    expect(await of(2015)).toBe(-25040);
    expect((await of(2023)) / (await of(2015))).toBeCloseTo(2.13, 2);
  });
  test("2017 is unfinished", async () => {
    const found = await failure("VALUE", "JP.DIGITAL.NET", 2017);
    expect(found.code).toBe("#N/A");
    expect(found.message).toContain("3 of 12 months");
  });
  test.each([2018, 2019])("%s is not embedded", async (year) => {
    const found = await failure("VALUE", "JP.DIGITAL.NET", year);
    expect(found.code).toBe("#N/A");
    expect(found.message).toContain("not in the embedded data");
  });
  test("5 items for 2022: only about figures", async () => {
    const found = await failure("VALUE", "JP.DIGITAL.NET", 2022, "def=5item");
    expect(found.code).toBe("#N/A");
    expect(found.message).toContain("about −4.8 tn");
    expect(found.message).toContain("approx=allow");
    expect(await number("VALUE", ["JP.DIGITAL.NET", 2022, "def=5item;approx=allow;unit=tn"])).toBe(-4.8);
  });
});

describe("dollar and yen", () => {
  test("the average of 2023 by both sources", async () => {
    expect(await number("FXRATE", ["USD", "JPY", 2023])).toBeCloseTo(140.588, 3);
    expect(await number("FXRATE", ["USD", "JPY", 2023, null, "fxsrc=fred"])).toBeCloseTo(140.5001, 4);
  });
  test("Saturday takes Friday's fixing and says so", async () => {
    expect(await number("FXRATE", ["USD", "JPY", "2024-06-22"])).toBeCloseTo(158.888, 3);
    const why = await sentence("FXRATE", "USD", "JPY", "2024-06-22", null, "show=why");
    expect(why).toContain("fixing of 21 June 2024, the last one before 22 June 2024");
  });
  test("Tokyo on 21 June 2024", async () => {
    expect(await number("FXRATE", ["USD", "JPY", "2024-06-21", null, "fxsrc=boj"])).toBe(158.77);
  });
  test("there and back again is what it was", async () => {
    for (const period of [2023, "2022-Q3", "2005", "2024-06-21"]) {
      const forth = await number("FXRATE", ["USD", "JPY", period]);
      const back = await number("FXRATE", ["JPY", "USD", period]);
      expect(forth * back).toBeCloseTo(1, 14);
    }
  });
});

describe("the register of specialists", () => {
  const field = (what: string, ...more: readonly unknown[]): Promise<number> =>
    number("TARGET", ["JP.SPECIALISTS", what, ...more]);

  test("50,000 by FY2030 from about 20,000", async () => {
    expect(await field("value")).toBe(50_000);
    expect(await field("base")).toBe(20_000);
    expect(await sentence("TARGET", "JP.SPECIALISTS", "deadline")).toBe("FY2030");
    expect(await field("peryear.plan")).toBe(3750);
    expect(await field("cagr")).toBeCloseTo(12.14, 2);
  });
  test("April 2025: 3,500 behind the straight path, 1,149 behind the compound one", async () => {
    expect((await field("path")) - (await field("latest"))).toBe(3500);
    const words = await sentence("TARGET", "JP.SPECIALISTS", "words");
    expect(words).toContain("50,000 by FY2030 (31 March 2031) from about 20,000 on 1 April 2023: 8 years");
    expect(words).toContain("3,500 behind the straight path and 1,149 behind the compound one");
  });
});

describe("Japan's Treasuries", () => {
  test("1,061.5 billion dollars at the end of 2024; 166.61 trillion yen at the month-end rate", async () => {
    expect(await number("VALUE", ["TIC.JP", "2024-12", "unit=bn"])).toBe(1061.5);
    expect(await number("VALUE", ["TIC.JP", "2024-12", "fx=JPY;unit=tn"])).toBeCloseTo(166.61, 2);
    const why = await sentence("VALUE", "TIC.JP", "2024-12", "fx=JPY;unit=tn;show=why");
    expect(why).toContain("last fixing, 31 December 2024");
  });
});
