import { text } from "./mutation";

/** Breaks what holds a manifest together: schema, identity, requirements, resources. */
export const FRAME_MUTATIONS = {
  order: [
    text(
      "the version before the id",
      /(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/,
      "$2$1",
      "Id stands too late",
    ),
    text("two versions", /(<Version>.*<\/Version>)/, "$1$1", "2 times"),
    text("no provider", /<ProviderName>.*<\/ProviderName>/, "", "lacks ProviderName"),
    text("an element of another schema", "<Permissions>", "<Rule /><Permissions>", "no place for Rule"),
    text(
      "the page before the script",
      /(<Script>[^]*?<\/Script>)\s*(<Page>[^]*?<\/Page>)/,
      "$2$1",
      "Script stands too late",
    ),
    text(
      "a tip after its icon",
      /(<Supertip>[^]*?<\/Supertip>)\s*(<Icon>[^]*?<\/Icon>)/,
      "$2$1",
      "Supertip stands too late",
    ),
    text("two runtimes", /(<Runtime [^>]*>)/, "$1$1", "Runtime 2 times"),
  ],
  schemas: [
    text("an older schema", "appforoffice/1.1", "appforoffice/1.0", "OfficeApp has another namespace"),
    text(
      "overrides of mail",
      "taskpaneappversionoverrides",
      "mailappversionoverrides",
      "VersionOverrides has another",
    ),
    text(
      "another basic schema",
      "officeappbasictypes/1.0",
      "officeappbasictypes/2.0",
      "bt has another namespace",
    ),
  ],
  identity: [
    text("an id of 35 characters", /<Id>./, "<Id>", "not a GUID"),
    text("three numbers", /<Version>.*<\/Version>/, "<Version>1.0.0</Version>", "not four numbers"),
    text("six digits", /<Version>.*<\/Version>/, "<Version>1.0.0.123456</Version>", "not four numbers"),
    text("another default language", "<DefaultLocale>en-US", "<DefaultLocale>ja-JP", "must be en-US"),
  ],
  permissions: [text("writing only", "ReadWriteDocument", "WriteDocument", "ReadWriteDocument")],
  hosts: [text("a document", '<Host Name="Workbook"', '<Host Name="Document"', "Workbook")],
  requirements: [
    text("no shared runtime", /<Set Name="SharedRuntime".*>/, "", "SharedRuntime is missing"),
    text(
      "a newer Excel",
      'Name="ExcelApi" MinVersion="1.12"',
      'Name="ExcelApi" MinVersion="1.17"',
      "ExcelApi 1.17",
    ),
    text(
      "one set too many",
      "</Sets>",
      '<Set Name="DialogApi" MinVersion="1.1" /></Sets>',
      "DialogApi would hide",
    ),
  ],
  resids: [
    text(
      "a name without definition",
      'bt:Url id="Help.Url"',
      'bt:Url id="Help.Page"',
      "Help.Url, which is not defined",
    ),
    text(
      "a long text as a label",
      '<Label resid="Help.Label"',
      '<Label resid="Help.Tip"',
      "not among bt:ShortStrings",
    ),
    text("a name twice", 'bt:String id="Group.Label"', 'bt:String id="Help.Label"', "defined twice"),
    text("33 characters", /"Help\.Tip"/g, `"${"x".repeat(33)}"`, "1 to 32 characters"),
  ],
  unused: [
    text(
      "a left-over",
      "<bt:LongStrings>",
      '<bt:LongStrings><bt:String id="Old" DefaultValue="x" />',
      "Old is defined and never",
    ),
  ],
} as const;
