// Written by scripts/write-functions.ts from the @chunk tags of the function files.
import { caption } from "../caption";
import { cite } from "../cite";
import { components } from "../components";
import { convert } from "../convert";
import { decompose } from "../decompose";
import { history } from "../history";
import { holders } from "../holders";
import { implied } from "../implied";
import { info } from "../info";
import { pace } from "../pace";
import { panel } from "../panel";
import { revision } from "../revision";
import { search } from "../search";
import { status } from "../status";
import { target } from "../target";

export const LATER = {
  CAPTION: caption,
  CITE: cite,
  COMPONENTS: components,
  CONVERT: convert,
  DECOMPOSE: decompose,
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
} as const;
