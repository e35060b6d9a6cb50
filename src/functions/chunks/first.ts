// Written by scripts/write-functions.ts from the @chunk tags of the function files.
import { convert } from "../convert";
import { deficit } from "../deficit";
import { fxrate } from "../fxrate";
import { history } from "../history";
import { panel } from "../panel";
import { status } from "../status";
import { value } from "../value";
import { why } from "../why";

export const FIRST = {
  CONVERT: convert,
  DEFICIT: deficit,
  FXRATE: fxrate,
  HISTORY: history,
  PANEL: panel,
  STATUS: status,
  VALUE: value,
  WHY: why,
} as const;
