import path from "node:path";
import { ENTRIES } from "../catalog/catalog";
import { Problem } from "../domain/problem";
import { PRODUCT } from "../functions/bridge/product";
import { secretsOf, type GatewayConfiguration } from "../gateway/configuration";
import { exportDocuments, type ExportReport } from "../gateway/export";
import type { BatchReport, ProviderStatus } from "../gateway/figures";
import type { Log } from "../gateway/log";
import { hiding } from "../gateway/secret";
import { createLog } from "../gateway/server/log";
import type { Command, Io } from "./command";
import {
  configured,
  defaultStore,
  endSoon,
  opened,
  type GatewayHost,
  type OpenedGateway,
} from "./gateway-host";
import { readIngestArguments, type IngestArguments } from "./ingest-arguments";
import { ingestFiles } from "./ingest-file";
import { batchesWords, batchWords, exportWords, fileWords } from "./ingest-words";
import { progress } from "./progress";

const SOME_FAILED = 4;

/** `digitrade ingest`: asks providers for what is due, or reads downloaded documents, and exports documents as files. */
export const ingestWith =
  (host: GatewayHost): Command =>
  async (args, io) => {
    const asked = readIngestArguments(args, await host.sources());
    const { out } = asked;
    const configuration = await configured(
      host,
      { DIGITRADE_STORE: asked.store },
      out === undefined ? defaultStore(host) : path.join(out, "store"),
      (sentence) => io.error(`${sentence}\n`),
    );
    const log = logOf(configuration, io);
    try {
      const { failed, status } = await brought(host, configuration, asked, log, io);
      const report = out === undefined ? undefined : await exported(host, configuration, out, status, log);
      if (report) tell(io, asked, { event: "export", ...report }, exportWords(report));
      return endSoon(host, failed || (report?.failed.length ?? 0) > 0 ? SOME_FAILED : 0);
    } catch (thrown) {
      if (!(thrown instanceof Problem)) throw thrown;
      io.error(`${thrown.message}\n`);
      return endSoon(host, 1);
    }
  };

/** What happens is told by the reports; the log is for those who look for a reason. */
const logOf = (configuration: GatewayConfiguration, io: Io): Log =>
  configuration.logLevel === "debug"
    ? createLog({ level: "debug", write: io.error, plain: true, hide: hiding(secretsOf(configuration)) })
    : { info: () => undefined, warn: () => undefined };

/** A line for people, or a JSON document a line. */
function tell(io: Io, { json }: IngestArguments, document: unknown, words: string): void {
  io.out(json ? `${JSON.stringify(document)}\n` : `${words}\n`);
}

/** Brings in figures, from providers or from files. */
async function brought(
  host: GatewayHost,
  configuration: GatewayConfiguration,
  asked: IngestArguments,
  log: Log,
  io: Io,
): Promise<{ readonly failed: boolean; readonly status: readonly ProviderStatus[] }> {
  const gateway = await opened(host, configuration, log);
  try {
    // What cannot be kept need not be asked for.
    await gateway.store.setNote("ingest/started", host.now());
    const failed =
      asked.files.length > 0
        ? await fromFiles(host, gateway, asked, io)
        : await fromProviders(host, gateway, asked, io);
    return { failed, status: await gateway.figures.status() };
  } finally {
    await gateway.close();
  }
}

async function fromFiles(
  host: GatewayHost,
  { store }: OpenedGateway,
  asked: IngestArguments,
  io: Io,
): Promise<boolean> {
  for (const report of await ingestFiles(asked.files, store, host.now()))
    tell(io, asked, { event: "file", ...report }, fileWords(report));
  return false;
}

async function fromProviders(
  host: GatewayHost,
  { figures }: OpenedGateway,
  asked: IngestArguments,
  io: Io,
): Promise<boolean> {
  const { only, since, all } = asked;
  const chosen = (await host.sources()).filter(({ id }) => only?.includes(id) ?? true);
  const bar = progress(
    io,
    chosen.reduce((total, { batches }) => total + batches.length, 0),
  );
  const each = (report: BatchReport): void => {
    bar.step(report.batch);
    const words = batchWords(report);
    if (asked.json) io.out(`${JSON.stringify({ event: "batch", ...report })}\n`);
    else if (report.outcome === "failed") bar.tell(`${words ?? ""}\n`);
    else if (words !== undefined && !io.terminal?.error) io.out(`${words}\n`);
  };
  const reports = await figures.refresh({ all, each, ...(only && { only }), ...(since && { since }) });
  await figures.idle();
  bar.end();
  const failed = reports.filter(({ outcome }) => outcome === "failed").map(({ batch }) => batch);
  tell(io, asked, { event: "batches", batches: reports.length, failed }, batchesWords(reports));
  return failed.length > 0;
}

/** Writes documents from the store alone: an export asks nobody. */
async function exported(
  host: GatewayHost,
  configuration: GatewayConfiguration,
  folder: string,
  status: readonly ProviderStatus[],
  log: Log,
): Promise<ExportReport> {
  const { figures, close } = await opened(host, { ...configuration, offline: true }, log);
  try {
    return await exportDocuments({
      load: figures.load,
      catalog: ENTRIES,
      sources: await host.sources(),
      status,
      facts: {
        product: PRODUCT,
        started: new Date(host.now()).toISOString(),
        store: configuration.store.kind,
      },
      folder,
      hide: hiding(secretsOf(configuration)),
    });
  } finally {
    await close();
  }
}
