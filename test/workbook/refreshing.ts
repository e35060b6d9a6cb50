import { period, type Day } from "../../src/domain/period";
import type { Load, Observation, Series, SeriesId } from "../../src/domain/series";
import { excelWriter } from "../../src/functions/bridge/failure";
import { connect } from "../../src/functions/bridge/runtime";
import { FUNCTIONS } from "../../src/functions/index";
import metadata from "../../src/functions/metadata.json";
import { createEdition, type Edition } from "../../src/load/edition";
import type { FunctionFile } from "../../src/workbench/host/functions";
import type { Host, HostOptions } from "../../src/workbench/host/index";
import { embeddedFigures } from "../../src/workbench/connect";
import { bootOffice, openHost } from "../workbench/host/boot-office";

const file = { ...(metadata as unknown as FunctionFile), allowCustomDataForDataTypeAny: true };
export const embedded = embeddedFigures();
export const today = "2026-11-26" as Day;
export const id = (text: string): SeriesId => text as SeriesId;

let associated = false;

export type SheetCells = Readonly<Record<string, string>>;

/** Sheets of a workbook, by their names. */
export const sheets = (
  cells: Readonly<Record<string, SheetCells>>,
  more: Readonly<Record<string, object>> = {},
) => ({
  sheets: Object.entries(cells).map(([name, held], i) => ({
    id: `s${i + 1}`,
    name,
    colNumber: 20,
    rowNumber: 80,
    cells: held,
    ...more[name],
  })),
});

/** A workbook with our functions in it, over an edition of its own that takes embedded figures. */
export async function openWorkbook(
  data: unknown,
  options: Partial<HostOptions> = {},
  load: Load = embedded,
): Promise<{ readonly host: Host; readonly edition: Edition }> {
  const edition = createEdition(load);
  const host = openHost({ metadata: file, namespace: "DIGITRADE", data, ...options });
  await bootOffice(host);
  connect({
    figures: edition,
    writer: excelWriter(true),
    today: () => today,
    origin: "a test",
    product: "DigiTrade 0.1.0",
  });
  // Once for each page: office.js warns of a second time.
  if (!associated)
    for (const [name, implementation] of Object.entries(FUNCTIONS))
      CustomFunctions.associate(name, implementation);
  associated = true;
  await host.settled();
  return { host, edition };
}

/** A newer document of a series: other figures for some periods, a null takes one away. */
export async function newer(
  name: string,
  figures: Readonly<Record<string, number>>,
  over: Partial<Series> = {},
): Promise<Series> {
  const old = await embedded(id(name));
  const rows = new Map<string, Observation>(old.observations.map((row) => [row[0], row]));
  for (const [at, value] of Object.entries(figures)) rows.set(at, [period(at), value]);
  const { embedded: _mark, ...rest } = old;
  return {
    ...rest,
    version: `${old.version}-newer`,
    published: "2026-11-20" as Day,
    retrieved: "2026-11-25" as Day,
    observations: [...rows.values()].sort((a, b) => (a[0] < b[0] ? -1 : 1)),
    ...over,
  };
}

/** Answers with these documents, and of all other series with the embedded ones. */
export const withNewer =
  (...documents: readonly Series[]): Load =>
  (wanted) =>
    Promise.resolve(documents.find((one) => one.id === wanted) ?? embedded(wanted));
