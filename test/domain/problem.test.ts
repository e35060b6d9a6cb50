import fc from "fast-check";
import { asProblem, badInput, noData, Problem } from "../../src/domain/problem";

test("our own problems pass through", () => {
  const own = noData("Nothing is held.");
  expect(asProblem(own)).toBe(own);
  expect(own).toMatchObject({ kind: "no-data", name: "Problem", message: "Nothing is held." });
  expect(badInput("Write a year.")).toMatchObject({ kind: "bad-input" });
});

test("an error keeps its words and itself as the cause", () => {
  const error = new TypeError("x is not a function");
  const problem = asProblem(error);
  expect(problem).toMatchObject({ kind: "unreadable", cause: error });
  expect(problem.message).toContain("(x is not a function)");
});

class Grumpy extends Error {
  override get message(): string {
    throw new Error("no words");
  }
}

const cyclic: { self?: unknown } = {};
cyclic.self = cyclic;
const cyclicList: unknown[] = [];
cyclicList.push(cyclicList);
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();

test.each<[string, unknown]>([
  ["an object without a prototype", Object.create(null)],
  ["a cyclic object", cyclic],
  ["a cyclic list", cyclicList],
  ["a revoked proxy", revoked],
  ["a symbol", Symbol("odd")],
  ["undefined", undefined],
  ["null", null],
  ["a big integer", 10n],
  ["a function", () => 1],
  ["an error whose message throws", new Grumpy()],
  ["an error whose message is an object", Object.assign(new Error("x"), { message: Object.create(null) })],
  ["an object that refuses to be text", { toString: () => cyclic }],
  ["an object whose text throws", { toString: () => cyclic.self!.toString.call(null) && JSON.parse("{") }],
])("%s thrown is a problem with a sentence", (_, thrown) => {
  const problem = asProblem(thrown);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem.kind).toBe("unreadable");
  expect(problem.message).toMatch(
    /^DigiTrade could not work this out \(.+\)\. Please report the formula\.$/s,
  );
});

test("the words of an object that has some are kept", () => {
  expect(asProblem({ code: "GeneralException", message: "The host is busy" }).message).toContain(
    "The host is busy",
  );
  expect(asProblem("plain text").message).toContain("(plain text)");
});

test("nothing that can be thrown makes it throw", () => {
  fc.assert(
    fc.property(
      fc.anything({ withNullPrototype: true, withBigInt: true, withSparseArray: true }),
      (thrown) => {
        expect(asProblem(thrown)).toBeInstanceOf(Problem);
      },
    ),
  );
});
