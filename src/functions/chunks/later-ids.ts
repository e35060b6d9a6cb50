// Written by scripts/write-functions.ts from the @chunk tags of the function files.
/** Functions that load when first called. */
export const LATER_IDS = [
  "CAPTION",
  "CITE",
  "COMPONENTS",
  "CONVERT",
  "DECOMPOSE",
  "HISTORY",
  "HOLDERS",
  "IMPLIED",
  "INFO",
  "PACE",
  "PANEL",
  "REVISION",
  "SEARCH",
  "STATUS",
  "TARGET",
] as const;
