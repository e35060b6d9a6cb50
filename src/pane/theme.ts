import { webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";

/** Fluent's own fonts, and the Japanese ones of Windows, Mac and Linux behind them. */
const FONTS: Partial<Theme> = {
  fontFamilyBase:
    '"Segoe UI", "Segoe UI Web (West European)", "Yu Gothic UI", "Hiragino Sans", Meiryo, "Noto Sans CJK JP", -apple-system, sans-serif',
  fontFamilyMonospace: 'Consolas, "Cascadia Mono", Menlo, "Noto Sans Mono", monospace',
};

export const LIGHT: Theme = { ...webLightTheme, ...FONTS };
export const DARK: Theme = { ...webDarkTheme, ...FONTS };

const QUERY = "(prefers-color-scheme: dark)";

/** Excel's own theme where it tells, else what the system prefers. In high contrast the system's colours win by themselves. */
export function useDark(ofExcel: boolean | undefined): boolean {
  const system = useSyncExternalStore(subscribe, prefersDark, () => false);
  return ofExcel ?? system;
}

function subscribe(changed: () => void): () => void {
  if (typeof matchMedia === "undefined") return () => undefined;
  const query = matchMedia(QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

const prefersDark = (): boolean => typeof matchMedia !== "undefined" && matchMedia(QUERY).matches;
