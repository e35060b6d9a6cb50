import type { RuleName } from "../../scripts/manifest/check";
import { FRAME_MUTATIONS } from "./frame-mutations";
import { text, type Mutation } from "./mutation";
import { REFERENCE_MUTATIONS } from "./reference-mutations";

const LONG = "x".repeat(300);

/** Breaks texts and addresses. */
const TEXT_MUTATIONS = {
  lengths: [
    text(
      "a long name",
      /<DisplayName DefaultValue="[^"]*/,
      `<DisplayName DefaultValue="${LONG}`,
      "DisplayName has 300",
    ),
    text(
      "a long Japanese description",
      /(<Description [^]*?Value=")[^"]*(" \/>)/,
      `$1${LONG}$2`,
      "Description has 300",
    ),
    text("a long label", /(id="Help.Label" DefaultValue=")[^"]*/, `$1${LONG}`, "bt:ShortStrings has 300"),
    text(
      "a long Japanese tip",
      /(bt:String id="Help.Tip"[^]*? Value=")[^"]*(" \/>)/,
      `$1${LONG}$2`,
      "bt:LongStrings has 300",
    ),
    text("an empty Japanese label", /(bt:String id="Help.Label"[^]*? Value=")[^"]*/, "$1", "has 0"),
    text("a long address", /taskpane\.html/g, `${"x".repeat(2100)}.html`, "SourceLocation has"),
  ],
  locales: [
    text("no Japanese name", /(<DisplayName [^>]*>)\s*<Override[^>]*>/, "$1", "DisplayName has not"),
    text("no Japanese label", /(id="Help.Label"[^>]*>)\s*<bt:Override[^>]*>/, "$1", "Help.Label has not"),
    text(
      "no Japanese metadata",
      /(id="Functions.Metadata.Url"[^>]*>)\s*<bt:Override[^>]*>/,
      "$1",
      "Functions.Metadata.Url has not",
    ),
    text(
      "another language",
      /(id="Help.Url"[^>]*>\s*<bt:Override Locale=")ja-JP/,
      "$1fr-FR",
      "fr-FR, which has no metadata",
    ),
  ],
  https: [
    text("an icon over http", /(<IconUrl DefaultValue="http)s/, "$1", "is not https"),
    text(
      "a script elsewhere",
      'https://localhost:3000/functions.js"',
      'https://cdn.example/functions.js"',
      "another origin",
    ),
    text(
      "metadata elsewhere",
      "https://localhost:3000/functions.ja-JP.json",
      "https://cdn.example/f.json",
      "another origin",
    ),
    text(
      "a placeholder",
      'https://localhost:3000/help/functions.html">',
      '{{origin}}/help/functions.html">',
      "is not an address",
    ),
  ],
  domains: [
    text("a domain with a slash", "3000</AppDomain>", "3000/</AppDomain>", "without path"),
    text("another domain", "3000</AppDomain>", "3001</AppDomain>", "own origin is not among"),
    text(
      "an asterisk",
      "<AppDomain>https://localhost:3000",
      "<AppDomain>https://*.example.org",
      "without path",
    ),
  ],
} as const;

/** For every rule at least one manifest that it must refuse. */
export const MUTATIONS = {
  ...FRAME_MUTATIONS,
  ...TEXT_MUTATIONS,
  ...REFERENCE_MUTATIONS,
} as const satisfies Record<RuleName, readonly Mutation[]>;
