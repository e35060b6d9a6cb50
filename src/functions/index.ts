// Written by scripts/write-functions.ts from the files of this folder.
import { caption } from "./caption";
import { cite } from "./cite";
import { components } from "./components";
import { convert } from "./convert";
import { decompose } from "./decompose";
import { deficit } from "./deficit";
import { fxrate } from "./fxrate";
import { history } from "./history";
import { holders } from "./holders";
import { implied } from "./implied";
import { info } from "./info";
import { pace } from "./pace";
import { panel } from "./panel";
import { revision } from "./revision";
import { search } from "./search";
import { status } from "./status";
import { target } from "./target";
import { value } from "./value";
import { why } from "./why";

/** Every custom function by its id. */
export const FUNCTIONS = {
  CAPTION: caption,
  CITE: cite,
  COMPONENTS: components,
  CONVERT: convert,
  DECOMPOSE: decompose,
  DEFICIT: deficit,
  FXRATE: fxrate,
  HISTORY: history,
  HOLDERS: holders,
  IMPLIED: implied,
  INFO: info,
  PACE: pace,
  PANEL: panel,
  REVISION: revision,
  SEARCH: search,
  STATUS: status,
  TARGET: target,
  VALUE: value,
  WHY: why,
} as const;
