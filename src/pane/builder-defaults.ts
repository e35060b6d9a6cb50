import { createContext, useContext } from "react";
import { sourcesOf, type FxSource } from "../catalog/fx";
import { isCurrency, type Currency } from "../domain/currency";

/** What a person wants new formulas to start with; what is left out is as the figures are published. */
export interface BuilderDefaults {
  readonly fx?: Currency;
  readonly fxsrc?: FxSource;
}

/** Sources of exchange rates that can be preferred; each quotes dollar and yen. */
export const FX_SOURCES: readonly FxSource[] = sourcesOf({ base: "USD", quote: "JPY" });

const KEY = "digitrade.defaults";

/** Kept by the browser, not by the workbook: a formula says itself what it does. */
export function readBuilderDefaults(partition: string): BuilderDefaults {
  try {
    const kept = new URLSearchParams(localStorage.getItem(partition + KEY) ?? "");
    const fx = kept.get("fx") ?? "";
    const fxsrc = FX_SOURCES.find((source) => source === kept.get("fxsrc"));
    return { ...(isCurrency(fx) && { fx }), ...(fxsrc && { fxsrc }) };
  } catch {
    return {};
  }
}

export function keepBuilderDefaults(partition: string, { fx, fxsrc }: BuilderDefaults): void {
  const kept = new URLSearchParams({ ...(fx && { fx }), ...(fxsrc && { fxsrc }) }).toString();
  try {
    if (kept === "") localStorage.removeItem(partition + KEY);
    else localStorage.setItem(partition + KEY, kept);
  } catch {
    // Storage may be forbidden; then the choice holds for as long as the pane is open.
  }
}

export const BuilderDefaultsContext = createContext<BuilderDefaults>({});

export const useBuilderDefaults = (): BuilderDefaults => useContext(BuilderDefaultsContext);
