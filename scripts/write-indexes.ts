/** Rewrites the generated lists of files: `npx tsx scripts/write-indexes.ts`. */
import { join } from "node:path";
import {
  writeChartIndex,
  writeSnapshotIndexes,
  writeSourceIndex,
  writeTargetIndex,
} from "./snapshot/indexes";

const src = join(import.meta.dirname, "../src");
await writeSnapshotIndexes(join(src, "snapshot"));
await writeTargetIndex(join(src, "catalog/targets"));
await writeSourceIndex(join(src, "sources"));
await writeChartIndex(join(src, "charts"));
