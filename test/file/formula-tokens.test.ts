import fc from "fast-check";
import { tokensOf } from "../../src/file/formula-tokens";

const kindsOf = (formula: string): readonly (readonly [string, string])[] | undefined =>
  tokensOf(formula)?.map(({ kind, text }) => [kind, text] as const);

test.each([
  [
    "=A1+B$2",
    [
      ["reference", "A1"],
      ["sign", "+"],
      ["reference", "B$2"],
    ],
  ],
  [
    "=LOG10(A1)",
    [
      ["function", "LOG10"],
      ["sign", "("],
      ["reference", "A1"],
      ["sign", ")"],
    ],
  ],
  [
    "=A1 (",
    [
      ["reference", "A1"],
      ["sign", "("],
    ],
  ],
  [
    "=A0+ABCD1+A1.5",
    [
      ["name", "A0"],
      ["sign", "+"],
      ["name", "ABCD1"],
      ["sign", "+"],
      ["name", "A1.5"],
    ],
  ],
  ["=A1:B2#", [["reference", "A1:B2#"]]],
  ["=A1#", [["reference", "A1#"]]],
  [
    "=3:5+3.5e-2+7",
    [
      ["reference", "3:5"],
      ["sign", "+"],
      ["number", "3.5e-2"],
      ["sign", "+"],
      ["number", "7"],
    ],
  ],
  [
    '="a""b"&"c"',
    [
      ["text", '"a""b"'],
      ["sign", "&"],
      ["text", '"c"'],
    ],
  ],
  [
    "=_xldudf_DIGITRADE_VALUE(x)",
    [
      ["function", "_xldudf_DIGITRADE_VALUE"],
      ["sign", "("],
      ["name", "x"],
      ["sign", ")"],
    ],
  ],
  [
    "=Sheet1!A1*'It''s'!B2",
    [
      ["reference", "Sheet1!A1"],
      ["sign", "*"],
      ["reference", "'It''s'!B2"],
    ],
  ],
  [
    "=É1+売上(A1)",
    [
      ["name", "É1"],
      ["sign", "+"],
      ["function", "売上"],
      ["sign", "("],
      ["reference", "A1"],
      ["sign", ")"],
    ],
  ],
  [
    "=#N/A<>#REF!",
    [
      ["error", "#N/A"],
      ["sign", "<>"],
      ["error", "#REF!"],
    ],
  ],
  ["=T[[#This Row],[V]]", [["name", "T[[#This Row],[V]]"]]],
  ["=A12345678", [["name", "A12345678"]]],
] as const)("%s falls into its pieces", (formula, pieces) => {
  expect(kindsOf(formula)).toEqual(pieces);
});

test.each(['="open', "=~A1", "='open!A1"])("%s has no pieces", (formula) => {
  expect(tokensOf(formula)).toBeUndefined();
});

// Long before or behind a piece nothing else is read: a piece alone is the same as among others.
test("pieces joined by signs are those pieces", () => {
  const pieces = fc.constantFrom(
    ...[
      "A1",
      "$B$2",
      "12",
      "1.5",
      '"x"',
      '"a""b"',
      "Sheet1!C3",
      "B2:C3",
      "SUM(A1)",
      "TRUE",
      "name_1",
      "_x.y(1)",
    ],
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { minLength: 1, maxLength: 6 }),
      fc.constantFrom("+", ",", "<=", " & ", ";"),
      (all, sign) => {
        const expected = all.flatMap((one, i) => {
          const own = kindsOf(one) ?? [];
          return i === 0 ? own : [["sign", sign.trim()] as const, ...own];
        });
        expect(kindsOf(`=${all.join(sign)}`)).toEqual(expected);
      },
    ),
  );
});
