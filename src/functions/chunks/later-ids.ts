// Written by scripts/write-functions.ts from the @chunk tags of the function files.
/** Functions that load when first called. */
export const LATER_IDS = [
  "CITE",
  "COMPONENTS",
  "DECOMPOSE",
  "HOLDERS",
  "IMPLIED",
  "INFO",
  "PACE",
  "REVISION",
  "SEARCH",
  "TARGET",
] as const;
