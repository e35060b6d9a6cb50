/**
 * Number formats of Excel that the engine cannot show are simplified for the grid; the original comes back when read.
 * Equal simplifications are told apart by empty literals (""), which show nothing and travel with copy, undo and save.
 */
export interface Formats {
  readonly toGrid: (excelFormat: string) => string;
  readonly toExcel: (gridFormat: string | undefined) => string;
}

const GENERAL = "General";
const SECTION = /(?:"[^"]*"|\\.|[^;])+/g;
const CONDITION = /\[[<>=]/;
const DECORATION =
  /("[^"]*"|\\.)|\[(?:Black|Blue|Cyan|Green|Magenta|Red|White|Yellow|Color ?\d+|[<>=][^\]]*)\]|[_*]./gi;
const BARE_CURRENCY = /("[^"]*"|\\.)|([¥€£₩₹]+)/g;

export function createFormats(shows: (format: string) => boolean): Formats {
  const originals = new Map<string, string>();
  const known = new Map<string, string>([[GENERAL, ""]]);

  function choose(excelFormat: string): string {
    if (shows(excelFormat)) return excelFormat;
    let format = simplify(excelFormat);
    if (!shows(format)) format = excelFormat.includes("%") ? "0.00%" : "#,##0.00";
    // At least once: the simplification itself may be somebody's format.
    do format += '""';
    while (originals.has(format));
    originals.set(format, excelFormat);
    return format;
  }

  return {
    toGrid(excelFormat) {
      const chosen = known.get(excelFormat) ?? choose(excelFormat);
      known.set(excelFormat, chosen);
      return chosen;
    },
    toExcel: (gridFormat) =>
      gridFormat === undefined || gridFormat === "" ? GENERAL : (originals.get(gridFormat) ?? gridFormat),
  };
}

/** Without colours, conditions, padding and bare currency signs, each of which the engine shows as #ERROR. */
function simplify(format: string): string {
  const sections = format.match(SECTION) ?? [format];
  const plain = sections.filter((section) => !CONDITION.test(section));
  return (plain.length > 0 ? plain : sections.slice(-1))
    .map((section) =>
      section
        .replace(DECORATION, (_, literal: string | undefined) => literal ?? "")
        .replace(BARE_CURRENCY, (_, literal: string | undefined, signs: string) => literal ?? `"${signs}"`),
    )
    .join(";");
}
