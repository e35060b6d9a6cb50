import { AREAS } from "../../src/catalog/areas";
import { period, type Day } from "../../src/domain/period";
import type { Series, Status } from "../../src/domain/series";
import { cell, figure, readTable, type Row } from "./csv";
import { makeDocument } from "./document";
import { groupBy } from "./group";
import { commonestDay, reading, settle, type Reading } from "./reading";

const CODES: Readonly<Record<string, string>> = {
  All_Other: "OTHER",
  "Belgium-Luxembourg": "BELUX",
  Carib_Bnkng_Ctrs: "CARIB",
  Foreign_Official: "OFFICIAL",
  Foreign_Official_Bills: "OFFICIALBILLS",
  Foreign_Official_Bonds_Notes: "OFFICIALBONDS",
  Grand_Total: "TOTAL",
  Korea: "KR",
  Oil_Exporters: "OILEXPORTERS",
};

function codeOf(holder: string): string {
  const name = holder.replaceAll("_", " ");
  const country = Object.entries(AREAS).find(([, [en]]) => en === name)?.[0];
  const code = CODES[holder] ?? country;
  if (!code) throw new Error(`unknown holder ${holder}`);
  return code;
}

/** When each copy of the tables was made; rows without a note are of the history file, too. */
const KNOWN_ON: readonly (readonly [RegExp, Day])[] = [
  [/table ending 2026-03/, period("2026-05-31")],
  [/table ending 2026-02|quoted 2026-04-30/, period("2026-04-30")],
  [/fetched 2026-07-02/, period("2026-07-02")],
  [/Table 5 of 2026-08-17/, period("2026-08-17")],
  [/release of 2026-09-16|UNVERIFIED/, period("2026-09-16")],
  [/^$|stamped 3\/18\/26|new series at break/, period("2026-03-18")],
];

function knownOn(note: string): Day {
  const day = KNOWN_ON.find(([pattern]) => pattern.test(note))?.[1];
  if (!day) throw new Error(`no day for "${note}"`);
  return day;
}

/** From this month on "all other" is of Table 5, which lists fewer countries than the history file. */
const OTHER_ROW_SET_FROM = "2025-02";

function statusOf(code: string, row: Row): Status | undefined {
  const note = cell(row, "note");
  if (/series break|new series at break/.test(note)) return "break";
  if (code === "OTHER" && cell(row, "month") === OTHER_ROW_SET_FROM) return "break";
  if (note.startsWith("UNVERIFIED")) return "approx";
  return /secondary/.test(note) ? "secondary" : undefined;
}

const NOTE =
  "End of month. History file stamped 18 March 2026, later months from copies of Table 5; a marked break starts a new series that does not compare with the months before.";

/** Foreign holdings of US Treasury securities, one document per row of the Treasury's tables. */
export function treasuryDocuments(folder: string): readonly Series[] {
  const rows = readTable(folder, "tic-holdings-monthly.csv");
  return [...groupBy(rows, (row) => cell(row, "holder"))].map(([holder, own]) => {
    const code = codeOf(holder);
    const readings = own.map((row): Reading =>
      reading(
        period(cell(row, "month")),
        figure(cell(row, "usd_bn")),
        knownOn(cell(row, "note")),
        statusOf(code, row),
      ),
    );
    const published = commonestDay(readings);
    return makeDocument({ id: `TIC.${code}`, published, note: NOTE, ...settle(readings, published) });
  });
}
