import { parseArgs } from "node:util";
import type { ProviderId } from "../catalog/routes";
import { frequencyOf, readPeriod, type Day } from "../domain/period";
import { Problem } from "../domain/problem";
import type { Source } from "../sources/common/source";
import { UsageError } from "./command";
import type { NamedFile } from "./ingest-file";

export interface IngestArguments {
  readonly out: string | undefined;
  readonly store: string | undefined;
  readonly only: readonly ProviderId[] | undefined;
  readonly since: Day | undefined;
  readonly all: boolean;
  readonly files: readonly NamedFile[];
  readonly json: boolean;
}

/** What was asked for; anything that contradicts itself or names no source is a UsageError. */
export function readIngestArguments(args: readonly string[], sources: readonly Source[]): IngestArguments {
  const values = parsed(args);
  const { out, store, all = false, json = false } = values;
  const only = values.only?.split(",").map((name) => sourceNamed(name.trim(), sources, "--only").id);
  const since = values.since === undefined ? undefined : readDay(values.since);
  const files = (values.file ?? []).map((text) => readNamedFile(text, sources));
  if (files.length > 0 && (all || only || since))
    throw new UsageError("With --file no provider is asked; leave out --all, --only and --since.");
  return { out, store, only, since, all, files, json };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        out: { type: "string" },
        store: { type: "string" },
        only: { type: "string" },
        since: { type: "string" },
        all: { type: "boolean" },
        file: { type: "string", multiple: true },
        json: { type: "boolean" },
      },
    }).values;
  } catch (thrown) {
    throw new UsageError(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function sourceNamed(name: string, sources: readonly Source[], option: string): Source {
  const source = sources.find(({ id }) => id === name);
  if (source) return source;
  throw new UsageError(
    `${option}: "${name}" is not a source; there are ${sources.map(({ id }) => id).join(", ")}.`,
  );
}

function readNamedFile(text: string, sources: readonly Source[]): NamedFile {
  const at = text.indexOf("=");
  if (at < 1 || at === text.length - 1)
    throw new UsageError(`--file ${text} does not say whose document it is; write --file boj=PATH.`);
  return { source: sourceNamed(text.slice(0, at), sources, "--file"), file: text.slice(at + 1) };
}

function readDay(text: string): Day {
  try {
    const day = readPeriod(text);
    if (frequencyOf(day) === "D") return day;
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
  }
  throw new UsageError(`--since ${text} is not a day; write --since 2024-06-21.`);
}
