import { parseArgs } from "node:util";
import { findEntry, resolveId } from "../catalog/catalog";
import { legsOf } from "../catalog/fx";
import type { Entry } from "../catalog/entry";
import { Problem } from "../domain/problem";
import type { Series, SeriesId } from "../domain/series";
import { publishedUnitWords } from "../domain/unit";
import { UsageError, type Command } from "./command";
import { FIGURES_OPTIONS, freshnessNote, openFigures, type FiguresAsked } from "./figures";
import type { GatewayHost } from "./gateway-host";

const ERROR_VALUE = 3;

/** `digitrade series`: the document behind a series, as JSON, CSV or text. */
export const seriesWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const { values, positionals } = readArguments(args);
    const [asked] = positionals;
    if (asked === undefined || positionals.length > 1)
      throw new UsageError("Give one series id, such as JP.COMPUTER.NET.");
    if (values.json && values.csv) throw new UsageError("Choose --json or --csv.");
    const figures = await openFigures(values, host, io);
    try {
      const id = resolveId(asked);
      const entry = findEntry(id);
      if (entry?.virtual) throw new Problem("no-data", virtualWords(entry));
      const series = await figures.load(id);
      io.out(
        values.json ? `${JSON.stringify(series, null, 2)}\n` : values.csv ? asCsv(series) : asText(series),
      );
      const note = figures.isOffline ? undefined : freshnessNote([series]);
      if (note !== undefined) io.error(note);
      return 0;
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      io.error(`${thrown.message}\n`);
      return ERROR_VALUE;
    } finally {
      await figures.close();
    }
  };

function readArguments(args: readonly string[]): {
  values: FiguresAsked & { json?: boolean; csv?: boolean };
  positionals: readonly string[];
} {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...FIGURES_OPTIONS, json: { type: "boolean" }, csv: { type: "boolean" } },
    });
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** A composed series has no document; the ones that it is made of do. */
function virtualWords(entry: Entry): string {
  const { unit } = entry;
  const pair = unit.kind === "rate" ? { base: unit.base, quote: unit.quote } : undefined;
  const documents: readonly SeriesId[] = pair
    ? (legsOf(pair, "ecb") ?? [])
    : (entry.parts ?? []).map((p) => p.id);
  return `${entry.id} is worked out from other series and has no document of its own; ask for ${documents.join(" or ")}. Its values: digitrade eval '=DIGITRADE.HISTORY("${entry.id}")'.`;
}

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function asCsv(series: Series): string {
  const lines = series.observations.map(([period, value, status]) =>
    [period, value === null ? "" : String(value), status ?? ""].map(quoted).join(","),
  );
  return ["period,value,status", ...lines, ""].join("\n");
}

function asText(series: Series): string {
  const head = [
    `${series.id}  ${series.title.en}`,
    `${publishedUnitWords(series.unit)}; ${series.measure}; ${series.source.name}`,
    `vintage ${series.published ?? series.retrieved}, retrieved ${series.retrieved}${series.embedded ? ", embedded" : series.stale ? ", stale" : ""}`,
    ...(series.note ? [series.note] : []),
    series.source.credit,
    series.source.terms,
    "",
  ];
  const lines = series.observations.map(
    ([period, value, status]) => `${period}\t${value ?? "not observed"}${status ? `\t${status}` : ""}`,
  );
  return [...head, ...lines, ""].join("\n");
}
