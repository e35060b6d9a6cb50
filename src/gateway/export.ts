import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Entry } from "../catalog/entry";
import { routesOf } from "../catalog/routes";
import { asProblem, Problem } from "../domain/problem";
import type { Load, SeriesId } from "../domain/series";
import type { Source } from "../sources/common/source";
import type { ProviderStatus } from "./figures";
import { catalogDocument } from "./server/catalog-document";
import { documentBytes } from "./server/document-bytes";
import { statusDocument, type ServiceFacts } from "./server/status-document";

export interface ExportOptions {
  readonly load: Load;
  readonly catalog: readonly Entry[];
  readonly sources: readonly Pick<Source, "id" | "restricted">[];
  readonly status: readonly ProviderStatus[];
  readonly facts: ServiceFacts;
  /** Gets `v1/`. */
  readonly folder: string;
  /** Takes secrets out of texts that came from elsewhere. */
  readonly hide: (text: string) => string;
}

/** What became of an export. */
export interface ExportReport {
  readonly folder: string;
  /** Documents that are new or other than what stood there. */
  readonly written: number;
  readonly unchanged: number;
  /** Series of which no figures are held. */
  readonly without: number;
  /** Subscribers' figures, which are not handed on. */
  readonly leftOut: readonly SeriesId[];
  readonly failed: readonly { readonly id: SeriesId; readonly why: string }[];
}

const AT_A_TIME = 8;

/**
 * Writes what the gateway would send, byte for byte, as files: `v1/series/*.json`, `v1/catalog.json`, `v1/status.json`. Each
 * is replaced in one step, and only if it differs; files of series that do not exist any more stay. A folder that cannot
 * be written to is a Problem; a series that cannot be had is part of the report.
 */
export async function exportDocuments(options: ExportOptions): Promise<ExportReport> {
  const { load, catalog, sources, status, facts, folder, hide } = options;
  const root = path.join(folder, "v1");
  const restricted = new Set(sources.flatMap(({ id, restricted }) => (restricted ? [id] : [])));
  const isRestricted = (entry: Entry): boolean =>
    routesOf(entry).some(({ provider }) => restricted.has(provider));
  const real = catalog.filter(({ virtual }) => !virtual);
  const open = real.filter((entry) => !isRestricted(entry));
  const counts = { written: 0, unchanged: 0, without: 0 };
  const failed: { id: SeriesId; why: string }[] = [];

  const put = async (name: string, bytes: Buffer): Promise<void> => {
    counts[(await replace(path.join(root, name), bytes)) ? "written" : "unchanged"]++;
  };
  const one = async ({ id }: Entry): Promise<void> => {
    const document = await load(id).catch(asProblem);
    if (!(document instanceof Problem)) await put(`series/${id}.json`, documentBytes(document));
    else if (document.kind === "no-data") counts.without++;
    else failed.push({ id, why: document.message });
  };

  try {
    await mkdir(path.join(root, "series"), { recursive: true });
    const waiting = [...open];
    const worker = async (): Promise<void> => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) await one(entry);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, worker));
    await put("catalog.json", documentBytes(catalogDocument(catalog)));
    await put("status.json", Buffer.from(hide(documentBytes(statusDocument(status, facts)).toString())));
  } catch (thrown) {
    throw new Problem(
      "unreachable",
      `The folder ${root} cannot be written to (${asWords(thrown)}); check that there is room and that you may, or choose another with --out.`,
      { cause: thrown },
    );
  }
  const leftOut = real.filter(isRestricted).map(({ id }) => id);
  return { folder: root, ...counts, leftOut, failed: failed.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Writes beside and renames, so that whoever reads at the same time gets the old file or the new one, whole. */
async function replace(file: string, bytes: Buffer): Promise<boolean> {
  const before = await readFile(file).catch(() => undefined);
  if (before?.equals(bytes)) return false;
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.new`);
  try {
    await writeFile(beside, bytes, { flush: true });
    await rename(beside, file);
  } catch (thrown) {
    await rm(beside, { force: true });
    throw thrown;
  }
  return true;
}

const asWords = (thrown: unknown): string =>
  (thrown as NodeJS.ErrnoException).code ?? (thrown instanceof Error ? thrown.message : String(thrown));
