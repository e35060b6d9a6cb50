// Written by scripts/write-indexes.ts from the files of this folder.
import type { Source } from "./common/source";
import { source as boj } from "./boj";
import { source as ecb } from "./ecb";
import { source as fred } from "./fred";
import { source as oecd } from "./oecd";
import { source as te } from "./te";
import { source as tic } from "./tic";
import { source as worldbank } from "./worldbank";

/** Every provider, one file each. */
export const ALL_SOURCES: readonly Source[] = [boj, ecb, fred, oecd, te, tic, worldbank];
