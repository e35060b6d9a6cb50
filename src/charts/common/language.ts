import type { Text } from "../../domain/series";

/** The languages that charts speak. */
export type Language = keyof Text;

export const LANGUAGES: readonly Language[] = ["en", "ja"];
