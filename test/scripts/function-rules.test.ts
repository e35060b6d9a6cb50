import type { DeclaredFunction } from "../../scripts/function-files";
import { functionFaults, helpUrlOf, nameFaults } from "../../scripts/function-rules";

const sound: DeclaredFunction = {
  file: "tally.ts",
  exportName: "tally",
  later: false,
  returns: "One number",
  examples: [{ formula: "=DIGITRADE.TALLY(1)", answer: "1" }],
  metadata: {
    id: "TALLY",
    name: "TALLY",
    description: "How many.",
    helpUrl: helpUrlOf("TALLY"),
    options: { requiresAddress: true },
    parameters: [
      { name: "series", description: "Series id", type: "any" },
      { name: "options", description: "Options", type: "any", dimensionality: "matrix", optional: true },
    ],
    result: {},
  },
};
const { metadata } = sound;
const [series, options] = metadata.parameters as [
  (typeof metadata.parameters)[number],
  (typeof metadata.parameters)[number],
];

test("a sound function has no faults", () => {
  expect(functionFaults(sound)).toEqual([]);
});

test.each<[string, DeclaredFunction, RegExp]>([
  ["localised name", { ...sound, metadata: { ...metadata, name: "ZAEHLEN" } }, /never localised/],
  ["other file", { ...sound, file: "count.ts" }, /belongs into tally\.ts/],
  ["no description", { ...sound, metadata: { ...metadata, description: "" } }, /no description/],
  [
    "long description",
    { ...sound, metadata: { ...metadata, description: "x".repeat(401) } },
    /401 characters/,
  ],
  ["other help", { ...sound, metadata: { ...metadata, helpUrl: "https://example.org" } }, /@helpurl must be/],
  ["no address", { ...sound, metadata: { ...metadata, options: {} } }, /@requiresAddress/],
  [
    "volatile",
    { ...sound, metadata: { ...metadata, options: { requiresAddress: true, volatile: true } } },
    /@volatile/,
  ],
  ["no result", { ...sound, returns: "" }, /@returns/],
  ["no example", { ...sound, examples: [] }, /@example/],
  [
    "typed parameter",
    { ...sound, metadata: { ...metadata, parameters: [{ ...series, type: "string" }] } },
    /series is typed string/,
  ],
  [
    "parameter without words",
    { ...sound, metadata: { ...metadata, parameters: [{ ...series, description: "" }] } },
    /series has no description/,
  ],
  [
    "required after optional",
    { ...sound, metadata: { ...metadata, parameters: [options, series] } },
    /series is required but stands behind/,
  ],
  [
    "options as one value",
    { ...sound, metadata: { ...metadata, parameters: [{ name: "options", description: "x", type: "any" }] } },
    /must take a range/,
  ],
])("%s is a fault", (_, declared, fault) => {
  expect(functionFaults(declared)).toEqual([expect.stringMatching(fault)]);
});

test.each([
  "FX",
  "SERIES",
  "TABLE",
  "RUN",
  "ECHO",
  "ABC123",
  "XFD1",
  "R1C1",
  "GET.CELL",
  "value",
  "2ND",
  "A B",
])("%s is no name for a function", (id) => {
  expect(nameFaults(id)).not.toEqual([]);
});

test.each(["VALUE", "CONVERT", "SEARCH", "INFO", "HISTORY", "TARGET", "GDP2015X"])("%s is a name", (id) => {
  expect(nameFaults(id)).toEqual([]);
});
