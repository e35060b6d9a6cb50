import type { MetadataFile, Surroundings } from "../../scripts/manifest/surroundings";
import { text, type Mutation } from "./mutation";

/** Changes one metadata file. */
const metadata = (
  what: string,
  file: string,
  change: (content: MetadataFile) => MetadataFile,
  says: string,
): Mutation => ({
  what,
  says,
  around: (around) => ({
    ...around,
    metadata: new Map(
      [...around.metadata].map(([name, content]) => [name, name === file ? change(content) : content]),
    ),
  }),
});
const first = (change: (f: MetadataFile["functions"][number]) => object) => (content: MetadataFile) =>
  ({
    ...content,
    functions: content.functions.map((f, i) => (i === 0 ? { ...f, ...change(f) } : f)),
  }) as MetadataFile;

const JAPANESE = "functions.ja-JP.json";

/** Breaks what a manifest refers to: page, icons, functions, help. */
export const REFERENCE_MUTATIONS = {
  runtime: [text("a short life", 'lifetime="long"', 'lifetime="short"', "must live long")],
  page: [
    text(
      "a page of its own for the ribbon",
      'FunctionFile resid="Page.Url"',
      'FunctionFile resid="Help.Url"',
      "2 pages",
    ),
    text(
      "a page of its own for cells",
      /(<Page>\s*<SourceLocation resid=")Page.Url/,
      "$1Help.Url",
      "2 pages",
    ),
    text(
      "a page of its own for the runtime",
      'Runtime resid="Page.Url"',
      'Runtime resid="Help.Url"',
      "2 pages",
    ),
    text(
      "a page of its own for the pane",
      /(<\/TaskpaneId>\s*<SourceLocation resid=")Page.Url/,
      "$1Help.Url",
      "2 pages",
    ),
    text(
      "another start page",
      /(<DefaultSettings>[^]*?)taskpane\.html/,
      "$1index.html",
      "not the add-in's source location",
    ),
    text("a pane without a name", /<TaskpaneId>.*<\/TaskpaneId>/, "", "name the same pane"),
  ],
  namespace: [
    text("a dot", '"DIGITRADEDEV"', '"DIGITRADE.DEV"', "no dot or underscore"),
    text("an underscore", '"DIGITRADEDEV"', '"DIGITRADE_DEV"', "no dot or underscore"),
    text(
      "a Japanese one",
      'DefaultValue="DIGITRADEDEV" />',
      'DefaultValue="DIGITRADEDEV"><bt:Override Locale="ja-JP" Value="DEJITORE" /></bt:String>',
      "differs by language",
    ),
  ],
  icons: [
    text("an icon that is not there", "help-16.png", "helping-16.png", "no icon assets/icons/helping-16.png"),
    text("an icon of another size", "help-16.png", "help-20.png", "20 by 20 pixels, not 16"),
    text("a small high-resolution icon", "digitrade-64.png", "digitrade-32.png", "not 64"),
    text("no icon of 80", /<bt:Image size="80" resid="Icon.help.80" \/>/, "", "lacks the size 80"),
    text(
      "a size that the schema has not",
      'size="20" resid="Icon.help.20"',
      'size="96" resid="Icon.help.20"',
      "size 96",
    ),
  ],
  commands: [
    text("an id twice", 'id="DigiTrade.Help"', 'id="DigiTrade.OpenPane"', "used twice"),
    text("a tab of its own", 'OfficeTab id="TabHome"', 'OfficeTab id="TabHelp"', "the tab TabHelp"),
    text(
      "no name of a handler",
      "<FunctionName>openHelp",
      "<FunctionName>open help",
      "not the name of a handler",
    ),
    text("eight commands", /(<Control [^]*?<\/Control>)/, "$1$1$1$1$1$1$1", "more than 7 commands"),
  ],
  functions: [
    {
      what: "a function that no code answers",
      says: "no code answers",
      around: (a: Surroundings) => ({ ...a, functionIds: a.functionIds.slice(1) }),
    },
    {
      what: "code without metadata",
      says: "lacks NEWS",
      around: (a: Surroundings) => ({ ...a, functionIds: [...a.functionIds, "NEWS"] }),
    },
    text(
      "a file that is not written",
      "/functions.ja-JP.json",
      "/functions.ja.json",
      "there is no functions.ja.json",
    ),
    metadata(
      "a Japanese name",
      JAPANESE,
      first(() => ({ name: "引用" })),
      "never localised",
    ),
    metadata(
      "a parameter less",
      JAPANESE,
      first(({ parameters }) => ({ parameters: parameters.slice(1) })),
      "more than words",
    ),
    metadata(
      "another option",
      JAPANESE,
      first(() => ({ options: { volatile: true } })),
      "more than words",
    ),
    metadata(
      "another order",
      JAPANESE,
      (c) => ({ ...c, functions: c.functions.toReversed() }),
      "more than words",
    ),
    metadata(
      "no words",
      JAPANESE,
      first(() => ({ description: "" })),
      "lacks words",
    ),
  ],
  flags: [
    metadata(
      "both flags",
      "functions.json",
      (c) => ({ ...c, allowErrorForDataTypeAny: true }),
      "crashes Excel 2021",
    ),
    metadata(
      "the other flag",
      JAPANESE,
      ({ functions }) => ({ functions, allowErrorForDataTypeAny: true }),
      "has not the flag",
    ),
    metadata("no flag", "functions.json", ({ functions }) => ({ functions }), "has not the flag"),
    text("the metadata of the other variant", "/functions.json", "/functions-ltsc.json", "has not the flag"),
  ],
  help: [
    metadata(
      "help elsewhere",
      "functions.json",
      first(() => ({ helpUrl: "https://docs.example/cite" })),
      "the help of CAPTION",
    ),
    metadata(
      "no help",
      JAPANESE,
      first(() => ({ helpUrl: undefined })),
      "the help of CAPTION",
    ),
  ],
} as const;
