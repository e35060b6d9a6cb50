import { period, type Day } from "../../src/domain/period";
import type { Ask } from "../../src/sources/common/source";
import { outOfReach, thrownBy } from "./converse";
import { TODAY, ask, tokyo } from "./boj-conversation";

describe("the Tokyo rate", () => {
  const march = ask("boj.tokyo", tokyo)[0]!;

  test("is read day by day, as published", () => {
    expect(march).toMatchObject({ id: "FX.USDJPY.BOJ", source: "tokyo", published: "2026-03-31" });
    expect(march.observations[0]).toEqual(["2026-03-02", 156.99]);
    expect(march.observations.at(-1)).toEqual(["2026-03-27", 159.95]);
    expect(march.observations.filter(([, value]) => value !== null)).toHaveLength(19);
  });

  test("a weekday null is a day without a rate; weekends and days not out yet say nothing", () => {
    // 20 March 2026 was a holiday; the Monday and Tuesday at the end were not out when this was recorded.
    expect(march.observations.filter(([, value]) => value === null)).toEqual([["2026-03-20", null]]);
  });

  test("comes with the Bank's own months, the running one left out", () => {
    expect(march.months).toEqual([
      ["2025-12", 150.25, 151],
      ["2026-01", 151.5, 152],
      ["2026-02", 152.75, 153],
    ]);
  });

  test("is asked for from its first month, or from some weeks before what is held", () => {
    const from = (heldTo?: Day): unknown => {
      const asks: Ask[] = [];
      ask("boj.tokyo", (a) => (asks.push(a), tokyo(a)), { ...TODAY, ...(heldTo && { heldTo }) });
      expect(asks.map(({ query }) => [query?.db, query?.code])).toEqual([
        ["FM08", "FXERD04"],
        ["FM08", "FXERM07,FXERM06"],
      ]);
      return asks[0]?.query?.startDate;
    };
    expect(from()).toBe("199801");
    expect(from(period("2026-03-27"))).toBe("202602");
    expect(from(period("1998-01-20"))).toBe("199801");
  });

  test("days answer without months, months never without days", () => {
    const onlyDays = ask("boj.tokyo", (a) => (a.query?.code === "FXERD04" ? tokyo(a) : outOfReach()));
    expect(onlyDays).toEqual([
      { id: march.id, source: "tokyo", published: march.published, observations: march.observations },
    ]);
    const lost = (a: Ask) => (a.query?.code === "FXERD04" ? outOfReach() : tokyo(a));
    expect(thrownBy(() => ask("boj.tokyo", lost))).toMatchObject({ kind: "unreachable" });
  });
});
