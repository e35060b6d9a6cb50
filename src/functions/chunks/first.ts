// Written by scripts/write-functions.ts from the @chunk tags of the function files.
import { deficit } from "../deficit";
import { fxrate } from "../fxrate";
import { value } from "../value";
import { why } from "../why";

export const FIRST = {
  DEFICIT: deficit,
  FXRATE: fxrate,
  VALUE: value,
  WHY: why,
} as const;
