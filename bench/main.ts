/** Prints what the bars of the project speak of, as ratios within one run: `npm run bench`. */
import { benchAverages } from "./averages";
import { benchCalls } from "./calls";
import { benchGateway } from "./gateway";
import { benchGrid } from "./grid";
import { benchPane } from "./pane";
import { benchRefresh } from "./refresh";
import { benchRuntime } from "./runtime";
import { benchSizes } from "./sizes";

for (const bench of [
  benchCalls,
  benchAverages,
  benchGrid,
  benchRuntime,
  benchPane,
  benchGateway,
  benchRefresh,
  benchSizes,
])
  console.log(`${await bench()}\n`);
