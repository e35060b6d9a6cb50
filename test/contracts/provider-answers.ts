import { findEntry } from "../../src/catalog/catalog";
import type { ProviderId } from "../../src/catalog/routes";
import { isWeekend, range, shift, type Day } from "../../src/domain/period";
import type { Ask, Batch, Reply } from "../../src/sources/common/source";
import { ok, recording } from "../sources/converse";

/** Enough of an answer, in each provider's own shape and with made-up figures, for a conversation to come to its end. */
type Answer = (ask: Ask, batch: Batch, today: Day) => Reply;

const json = (value: unknown): Reply => ok(JSON.stringify(value));
const of = ({ query }: Ask, name: string): string => query?.[name] ?? "";
const weekdays = (first: string, last: string): readonly Day[] =>
  range(first as Day, last as Day).filter((day) => !isWeekend(day));

function boj(ask: Ask, batch: Batch, next: number | null): Reply {
  const codes = of(ask, "code").split(",").filter(Boolean);
  const asked = codes.length > 0 ? codes : batch.series.map((id) => findEntry(id)?.code ?? "");
  const series = asked.map((code) => {
    const [frequency, dates] = code.startsWith("FXERD")
      ? ["DAILY", ["20260706", "20260707"]]
      : [code.startsWith("BPBP6QS") ? "QUARTERLY" : "MONTHLY", ["202601", "202602"]];
    const unit = code.startsWith("FX") ? "Yen per U.S. Dollar" : "100 million yen";
    const values = { SURVEY_DATES: dates, VALUES: [150.5, 151] };
    return { SERIES_CODE: code, UNIT: unit, FREQUENCY: frequency, LAST_UPDATE: 20260708, VALUES: values };
  });
  return json({ STATUS: 200, MESSAGEID: "M181000I", MESSAGE: "", NEXTPOSITION: next, RESULTSET: series });
}

function frankfurter(ask: Ask): Reply {
  const quotes = of(ask, "quotes").split(",");
  const rows = weekdays(of(ask, "from"), of(ask, "to")).flatMap((date) =>
    quotes.map((quote) => ({ date, base: "EUR", quote, rate: 1.25 })),
  );
  return json(rows);
}

function fred(ask: Ask, today: Day, count: number): Reply {
  const id = of(ask, "series_id") || of(ask, "id");
  const dates: Readonly<Record<string, readonly string[]>> = {
    DEXJPUS: weekdays(shift(today, -9), today),
    EXJPUS: ["2026-05-01", "2026-06-01"],
    AEXJPUS: ["2024-01-01", "2025-01-01"],
  };
  const own = dates[id] ?? [];
  if (ask.at === "fredgraph") return ok(`observation_date,${id}\n${own.map((d) => `${d},150.5\n`).join("")}`);
  return json({
    units: "lin",
    count: count || own.length,
    observations: own.map((date) => ({ date, value: "150.5" })),
  });
}

const CLOSE = { Symbol: "USDJPY:CUR", Open: 150, High: 151, Low: 149, Close: 150.5, Last: 150.5 };

function te(ask: Ask, today: Day, days: readonly Day[]): Reply {
  const rows = days.map((day) => ({ ...CLOSE, Date: `${day}T00:00:00` }));
  if (ask.path.includes("/historical/")) return json(rows);
  return json([{ ...CLOSE, Date: `${today}T00:00:00`, Forecast1: 150, Forecast2: 151, Forecast3: 152, Forecast4: 153 }]); // prettier-ignore
}

/** Every tenth day; closer together than any gap of the markets. */
function everyTenth(ask: Ask): readonly Day[] {
  return range(of(ask, "d1") as Day, of(ask, "d2") as Day).filter((_, i) => i % 10 === 0);
}

function middle(ask: Ask): readonly Day[] {
  const days = range(of(ask, "d1") as Day, of(ask, "d2") as Day);
  return days.slice(Math.floor(days.length / 2), Math.floor(days.length / 2) + 1);
}

function worldBank(ask: Ask, endless: boolean): Reply {
  if (ask.at === "data360") return data360(ask, endless ? 1_000_000_000 : 4);
  const [, areas = "", code] = /country\/([^/]+)\/indicator\/(.+)$/.exec(ask.path) ?? [];
  const row = (area: string, date: string, value: number | null): unknown => ({
    indicator: { id: code, value: "" },
    country: { id: area, value: "" },
    countryiso3code: area,
    date,
    value,
    unit: "",
    obs_status: "",
    decimal: 0,
  });
  const rows = areas
    .split(";")
    .flatMap((area) => [row(area, "2025", null), row(area, "2024", 51355040613), row(area, "2023", 1e10)]);
  const page = Number(of(ask, "page"));
  const header = { page, pages: endless ? page + 1 : 1, per_page: 5000, total: rows.length };
  return json([{ ...header, sourceid: "2", lastupdated: "2026-07-01" }, rows]);
}

function data360(ask: Ask, count: number): Reply {
  const common = { INDICATOR: of(ask, "INDICATOR"), UNIT_MEASURE: "USD", UNIT_MULT: 6, OBS_STATUS: "A" };
  const row = (area: string, year: string): unknown => ({
    ...common,
    REF_AREA: area,
    TIME_PERIOD: year,
    OBS_VALUE: "120276",
  });
  return json({ count, value: ["JPN", "WLD"].flatMap((area) => [row(area, "2023"), row(area, "2022")]) });
}

function oecd(ask: Ask): Reply {
  const [areas = "", partner, measure, entry, , frequency, unit] = (ask.path.split("/").at(-1) ?? "").split(
    ".",
  );
  const header =
    "REF_AREA,COUNTERPART_AREA,MEASURE,ACCOUNTING_ENTRY,FS_ENTRY,FREQ,UNIT_MEASURE,ADJUSTMENT,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT";
  const lines = areas
    .split("+")
    .map((area) =>
      [area, partner, measure, entry, "T", frequency, unit, "N", 2024, 51355.040613, "A", 6].join(","),
    );
  return ok([header, ...lines].join("\n"));
}

const tic = (ask: Ask): Reply => ok(recording(`tic${ask.path}`));

/** What each provider says on a good day. */
export const SOUND = {
  boj: (ask, batch) => boj(ask, batch, null),
  tic,
  ecb: frankfurter,
  fred: (ask, _, today) => fred(ask, today, 0),
  te: (ask, _, today) => te(ask, today, ask.path.includes("/historical/") ? everyTenth(ask) : []),
  worldbank: (ask) => worldBank(ask, false),
  oecd,
} as const satisfies Record<ProviderId, Answer>;

/** The same from a provider that has always more to say; undefined where answers cannot say so. */
export const ENDLESS: Readonly<Record<ProviderId, Answer | undefined>> = {
  boj: (ask, batch) => boj(ask, batch, Number(of(ask, "startPosition") || 1) + 1),
  tic: undefined,
  ecb: undefined,
  fred: (ask, _, today) => fred(ask, today, 1_000_000_000),
  te: (ask, _, today) => te(ask, today, ask.path.includes("/historical/") ? middle(ask) : []),
  worldbank: (ask) => worldBank(ask, true),
  oecd: undefined,
};

/** The day on which these answers are given. */
export const TODAY = "2026-07-08" as Day;
