import { noData } from "../domain/problem";
import { monthlyOn } from "./common/calendar";
import { textOfFile, unreadableFile } from "./common/download";
import type { Refuse } from "./common/rate";
import { readSdmxCsv } from "./common/sdmx-rows";
import type { DownloadedFile, Reading, Source } from "./common/source";
import { ITEMS } from "./oecd/series";
import { askOecd, itemReadings, OECD_COLUMNS } from "./oecd/trade-in-services";

const CALENDAR = monthlyOn(
  21,
  12,
  "once or twice a year, on no fixed day; looked for on 21 January, April, July and October",
  [1, 4, 7, 10],
);

/** A table from the OECD's Data Explorer, with labels or without; of other items and partners nothing is taken. */
function readFile(file: DownloadedFile): readonly Reading[] {
  const refuse: Refuse = (what, cause) => unreadableFile(file, what, cause);
  const rows = readSdmxCsv(textOfFile(file), OECD_COLUMNS, refuse);
  const readings = ITEMS.flatMap((item) => itemReadings(rows, item, refuse));
  if (readings.length > 0) return readings;
  throw noData(
    `${file.name} states no figure of a series of the catalogue; it must hold yearly trade in services with the world in US dollars (USD_EXC).`,
  );
}

/**
 * The OECD's trade in services, which stands in where the World Bank's indicators fail. The OECD allows 60 downloads an
 * hour (20 in an earlier notice); a round here is four.
 */
export const source: Source = {
  id: "oecd",
  addresses: { sdmx: "https://sdmx.oecd.org/public/rest" },
  politeness: 4000,
  batches: ITEMS.map((item) => ({
    id: `oecd.${item.measure}.${item.accountingEntry}`,
    series: [...item.series.values()],
    calendar: CALENDAR,
    ask: () => askOecd(item),
  })),
  readFile,
};
