import { ok, outOfReach, recording, thrownBy } from "./converse";
import { ask, problemOf, HEADLINE } from "./boj-conversation";

describe("refusals and broken answers", () => {
  test("a position that does not advance ends the questions", () => {
    const stuck = ok(recording("boj/services-page-1.json"));
    expect(problemOf("boj.services", stuck)).toMatchObject({
      kind: "unreadable",
      message: expect.stringContaining("starts at 1187") as string,
    });
    for (const next of ["1", "0", "-3", "12.5", '"abc"'])
      expect(
        problemOf("boj.headline", ok(HEADLINE.replace(`"NEXTPOSITION":null`, `"NEXTPOSITION":${next}`))).kind,
      ).toBe("unreadable");
  });

  test("pages without end are given up", () => {
    let asked = 0;
    const thrown = thrownBy(() =>
      ask("boj.headline", () =>
        ok(HEADLINE.replace(`"NEXTPOSITION":null`, `"NEXTPOSITION":"${String(++asked + 1)}"`)),
      ),
    );
    expect(thrown).toMatchObject({ kind: "unreadable" });
    expect(asked).toBe(20);
  });

  test("a refusal is told in the Bank's words, whether the status is in the head or in the body alone", () => {
    for (const [name, status] of [
      ["boj/refusal-400.json", 400],
      ["boj/refusal-503.json", 503],
    ] as const)
      for (const head of [200, status]) {
        const problem = problemOf("boj.headline", { status: head, text: recording(name) });
        expect(problem.kind).toBe("unreachable");
        expect(problem.message).toContain(String(status));
        expect(problem.message).toContain(status === 400 ? "M181013E" : "M181091S");
      }
  });

  test("a refusal in anything but the Bank's JSON names its status only", () => {
    const html = "<!DOCTYPE html><html><body>Service Unavailable</body></html>";
    for (const text of [html, "", "null", "[]", '{"STATUS":'])
      expect(problemOf("boj.headline", { status: 503, text }).message).toMatch(/is in trouble \(503\)/);
  });

  test("a web page, half an answer and other JSON are unreadable", () => {
    for (const text of [
      "<html><head></head></html>",
      HEADLINE.slice(0, 500),
      "",
      "[]",
      "7",
      "{}",
      '{"STATUS":200,"RESULTSET":{}}',
    ])
      expect(problemOf("boj.headline", ok(text)).kind).toBe("unreadable");
  });

  test("no data at all is a Problem", () => {
    expect(problemOf("boj.headline", ok(recording("boj/empty.json"))).kind).toBe("no-data");
    expect(problemOf("boj.tokyo", ok(recording("boj/empty.json"))).kind).toBe("no-data");
  });

  test("a network failure comes through", () => {
    expect(thrownBy(() => ask("boj.headline", outOfReach))).toMatchObject({ kind: "unreachable" });
  });

  test.each([
    ["millions of yen", "100 million Yen", "Million Yen"],
    ["units left out", `"UNIT":"100 million Yen",`, ""],
    ["yearly figures", "MONTHLY", "ANNUAL"],
    ["months that do not exist", "202606", "202613"],
    ["years for months", "202606", "2026"],
    ["dates without values", "202606", "202605,202606"],
    ["values that are no numbers", ",null]", `,"about 4000"]`],
    ["two figures of one month", "202606", "202607"],
  ])("%s are refused, not guessed at", (_, before, after) => {
    expect(problemOf("boj.headline", ok(HEADLINE.replaceAll(before, after)))).toMatchObject({
      kind: "unreadable",
      message: expect.stringMatching(/BPBP6JYN(CB|TB)/) as string,
    });
  });

  test("one series that cannot be read leaves the others", () => {
    const readings = ask("boj.headline", () => ok(HEADLINE.replace("100 million Yen", "Million Yen")));
    expect(readings.map(({ id }) => id)).toEqual(["JP.GOODS.NET"]);
  });

  test("a fifth quarter is refused", () => {
    const text = recording("boj/partners.json").replaceAll("201404", "201405");
    expect(problemOf("boj.partners", ok(text)).kind).toBe("unreadable");
  });
});
