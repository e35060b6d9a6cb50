// Written by scripts/write-functions.ts from the @chunk tags of the function files.
import { cite } from "../cite";
import { components } from "../components";
import { decompose } from "../decompose";
import { holders } from "../holders";
import { implied } from "../implied";
import { info } from "../info";
import { pace } from "../pace";
import { revision } from "../revision";
import { search } from "../search";
import { target } from "../target";

export const LATER = {
  CITE: cite,
  COMPONENTS: components,
  DECOMPOSE: decompose,
  HOLDERS: holders,
  IMPLIED: implied,
  INFO: info,
  PACE: pace,
  REVISION: revision,
  SEARCH: search,
  TARGET: target,
} as const;
