import { isInExcel } from "./office-problem";

/** Where the page runs, as far as it must know. */
export interface Surroundings {
  readonly inExcel: boolean;
  /** Language of Excel's own surface, such as ja-JP; undefined outside Excel. */
  readonly language: string | undefined;
  /** Whether Excel's theme is dark; undefined where Excel does not tell (Excel on the web, office-js #6134). */
  readonly dark: boolean | undefined;
  /** Prefix for keys in the browser's storage, which hosts may share among add-ins. */
  readonly partition: string;
}

const OUTSIDE: Surroundings = { inExcel: false, language: undefined, dark: undefined, partition: "" };

/** What the host says about itself; call it after `ready`. */
export function surroundings(): Surroundings {
  if (!isInExcel()) return OUTSIDE;
  const context = Office.context as Partial<Office.Context> & { readonly partitionKey?: string };
  return {
    inExcel: true,
    language: context.displayLanguage,
    dark: isDark(context.officeTheme?.bodyBackgroundColor),
    partition: context.partitionKey ?? "",
  };
}

/** Dark is below half of what the eye sees; the weights are those of Rec. 709. */
export function isDark(colour: string | undefined): boolean | undefined {
  const hex = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? "");
  if (!hex) return undefined;
  const [red = 0, green = 0, blue = 0] = hex.slice(1).map((part) => parseInt(part, 16));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 128;
}
