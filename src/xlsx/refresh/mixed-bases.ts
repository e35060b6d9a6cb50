import { statedOptions, type OurCall } from "./our-calls";

/** A choice that formulas of one file make differently, so that their figures are not comparable. */
export interface MixedBasis {
  readonly option: "def" | "basis" | "path" | "fxsrc" | "asof";
  readonly choices: readonly {
    readonly choice: string;
    readonly formulas: number;
    /** The first formula that chooses so. */
    readonly first: string;
  }[];
}

const OPTIONS = ["def", "basis", "path", "fxsrc", "asof"] as const satisfies readonly MixedBasis["option"][];

/** What is meant where a formula does not say it. */
const UNSAID = {
  def: "3item",
  basis: "avg",
  path: "native",
  fxsrc: "auto",
  asof: "newest",
} as const satisfies Record<MixedBasis["option"], string>;

/** Definitions, rate bases and days as of which formulas answer, where they differ between formulas that have them at all. */
export function mixedBases(
  calls: readonly { readonly place: string; readonly call: OurCall }[],
): readonly MixedBasis[] {
  return OPTIONS.flatMap((option): readonly MixedBasis[] => {
    const choices = new Map<string, { choice: string; formulas: number; first: string }>();
    for (const { place, call } of calls) {
      if (!concerns(option, call)) continue;
      const choice = statedOptions(call).get(option) ?? UNSAID[option];
      const known = choices.get(choice.toLowerCase()) ?? { choice, formulas: 0, first: place };
      choices.set(choice.toLowerCase(), { ...known, formulas: known.formulas + 1 });
    }
    return choices.size > 1 ? [{ option, choices: [...choices.values()] }] : [];
  });
}

/** Functions that answer with figures. */
const FIGURES = ["VALUE", "HISTORY", "PANEL", "DEFICIT", "COMPONENTS", "DECOMPOSE", "HOLDERS"];

/** Whether an option means anything for a call: definitions for the digital balance, rates where money is converted. */
function concerns(option: MixedBasis["option"], call: OurCall): boolean {
  if (!FIGURES.includes(call.name)) return false;
  switch (option) {
    case "def":
      return call.args.some((arg) => typeof arg === "string" && /^JP(\.DIGITAL\b.*)?$/i.test(arg.trim()));
    case "asof":
      return true;
    case "basis":
    case "path":
    case "fxsrc":
      return statedOptions(call).has("fx") || (call.name === "DEFICIT" && isForeign(call.args[2]));
  }
}

const isForeign = (currency: unknown): boolean =>
  typeof currency === "string" &&
  /^[A-Z]{3}$/i.test(currency.trim()) &&
  currency.trim().toUpperCase() !== "JPY";
