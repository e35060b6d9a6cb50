import { Problem } from "../../src/domain/problem";
import { excerpt, isHtml, jsonOf, parseJson, refused, textOf } from "../../src/sources/common/reply";
import { ok, thrownBy } from "./converse";

const WHO = "the statistics office";

test.each([
  "<!DOCTYPE html><p>",
  "  \r\n<HTML lang='en'>",
  "\uFEFF<!-- moved --><html>",
  "<head>",
  "<title>x",
])("a web page is known by its beginning: %j", (text) => {
  expect(isHtml(text)).toBe(true);
});

test.each([
  "",
  "Country\t2026-02",
  "{}",
  "a <html> b",
  "<?xml version='1.0'?><message:GenericData/>",
  "<heading>",
])("what is no web page: %j", (text) => {
  expect(isHtml(text)).toBe(false);
});

test("an excerpt is one short line, without control characters", () => {
  expect(excerpt("  a\r\n\tb\u0000c ")).toBe("a b c");
  expect(excerpt("x".repeat(500))).toBe(`${"x".repeat(120)}…`);
  expect(excerpt("one two three", 8)).toBe("one two…");
});

test.each([
  [429, /gets too many requests right now \(429\); wait/],
  [500, /is in trouble \(500\); try again later/],
  [503, /is in trouble \(503\)/],
  [401, /refuses access \(401\); check the key/],
  [403, /refuses access \(403\)/],
  [404, /nothing at this address any more \(404\)/],
  [400, /refuses to answer \(400\)/],
  [302, /refuses to answer \(302\)/],
])("status %d is told with what to do", (status, words) => {
  const problem = refused(status, WHO);
  expect(problem.kind).toBe("unreachable");
  expect(problem.message).toMatch(words);
  expect(problem.message).toMatch(/^The statistics office .*\.$/);
});

test("a refusal repeats what the provider said, but no web page", () => {
  expect(refused(400, WHO, "no such\ncode").message).toContain("(400: no such code)");
  const thrown = thrownBy(() => textOf({ status: 502, text: "<html>Bad Gateway</html>" }, WHO));
  expect((thrown as Problem).message).toMatch(/is in trouble \(502\);/);
  expect(thrownBy(() => textOf({ status: 502, text: "Bad Gateway" }, WHO))).toMatchObject({
    message: expect.stringContaining("(502: Bad Gateway)") as string,
  });
});

test("text and JSON come through, anything else is unreadable", () => {
  expect(textOf(ok("a,b"), WHO)).toBe("a,b");
  expect(jsonOf(ok('\uFEFF{"a":[1]}'), WHO)).toEqual({ a: [1] });
  for (const text of ["<html></html>", '{"a":', "", "NaN"])
    expect(thrownBy(() => jsonOf(ok(text), WHO))).toMatchObject({ kind: "unreadable" });
  expect(thrownBy(() => parseJson("[1,", WHO))).toMatchObject({
    message: expect.stringMatching(
      /^The answer of the statistics office cannot be read: .*broken off/,
    ) as string,
    cause: expect.any(SyntaxError) as SyntaxError,
  });
});
