import { isPeriod, lastDay, period, type Day, type Period } from "../../src/domain/period";
import type { Series, Status } from "../../src/domain/series";
import { cell, figure, readTable, type Row } from "./csv";
import { makeDocument } from "./document";
import { newestDay, reading, settle, type Reading } from "./reading";

interface Kind {
  readonly rows: string;
  readonly id: string;
  readonly note: string;
  /** The day from which figures count that state none; a count without it is known on its own last day. */
  readonly released?: Day;
}

/** The tourism figures of 2025 came out on this day; what is quoted beside them without a day counts from it. */
const TOURISM_RELEASE = period("2026-02-10");

const KINDS: readonly Kind[] = [
  {
    rows: "riss_registered",
    id: "JP.SPECIALISTS",
    note: "Counts as reported, on the day stated or in the month stated; the two of 2023 and 2025 are 'about' figures.",
  },
  {
    rows: "inbound_visitors",
    id: "JP.VISITORS",
    note: "Visitors in a year, estimates of the tourism organisation as reported by the press.",
    released: TOURISM_RELEASE,
  },
  {
    rows: "inbound_spend",
    id: "JP.INBOUNDSPEND",
    note: "Spending in a year (and the first quarter of 2025), preliminary, as reported by the press.",
    released: TOURISM_RELEASE,
  },
];

/** Counts that became known with a text about something else. */
const KNOWN_WITH: Readonly<Record<string, Day>> = {
  "2023-04": period("2024-06-21"),
  "2025-04": period("2025-05-14"),
};

const ABOUT = /around|some |about|expected|人あまり/;
const PRESS = /blog|via |zdnet/;

function statusOf(row: Row): Status | undefined {
  const note = cell(row, "note");
  if (ABOUT.test(note)) return "approx";
  if (/preliminary|estimate/.test(note)) return "prelim";
  return PRESS.test(note + cell(row, "source_url")) ? "secondary" : undefined;
}

function readingOf(row: Row, kind: Kind): Reading {
  const text = cell(row, "date").replace(/^(\d{4})(Q\d)$/, "$1-$2");
  if (!isPeriod(text)) throw new Error(`"${text}" is not a period`);
  const at: Period = text;
  const knownOn = kind.released ?? KNOWN_WITH[at] ?? lastDay(at);
  const [citation] = /https?:\/\/\S+/.exec(cell(row, "source_url")) ?? [];
  return reading(at, figure(cell(row, "value")), knownOn, statusOf(row), citation);
}

/** What is counted against policy targets. */
export function progressDocuments(folder: string): readonly Series[] {
  const rows = readTable(folder, "target-progress.csv");
  return KINDS.map((kind) => {
    const readings = rows
      .filter((row) => cell(row, "target_id") === kind.rows)
      .map((row) => readingOf(row, kind));
    const published = newestDay(readings);
    return makeDocument({ id: kind.id, published, note: kind.note, ...settle(readings, published) });
  });
}
