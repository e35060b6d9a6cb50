import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { period, shift } from "../../../src/domain/period";
import { viewOf, vintagesOf } from "../../../src/domain/vintage";
import { openStore } from "../../../src/gateway/vintages/open";
import { rememberingLog, temporaryFolders } from "../../fixtures/store-place";
import { aReading, FLOW, noon } from "./readings";

const aFolder = temporaryFolders();
const WRITER = join(__dirname, "writer.ts");
const OFTEN = period("2000-01");

interface Ended {
  /** Numbers of the recordings that were acknowledged. */
  readonly acknowledged: readonly number[];
  readonly signal: NodeJS.Signals | null;
  readonly complaints: string;
}

/** Lets a process record from `first` on and kills it as soon as it has acknowledged so many. */
async function recordAndKill(
  folder: string,
  first: number,
  mostSegments: number,
  after: number,
): Promise<Ended> {
  const child = spawn(
    process.execPath,
    ["--import", "tsx", WRITER, folder, String(first), "1000", String(mostSegments)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => (complaints += text.toString()));
  const ended = once(child, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  const acknowledged: number[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(Number(line));
    if (acknowledged.length === after) child.kill("SIGKILL");
  }
  const [, signal] = await ended;
  return { acknowledged, signal, complaints };
}

async function reopened(folder: string) {
  const log = rememberingLog();
  const store = await openStore(folder, { seeds: () => Promise.resolve(undefined), log });
  const held = await store.read(FLOW.id, "boj");
  if (!held) throw new Error(`nothing is held; ${log.lines.join()}`);
  return { store, log, document: held.document };
}

test.each([
  ["segments pile up", 100_000, [1, 40, 90]],
  ["segments are merged all the time", 3, [1, 40, 90]],
])(
  "kill -9 loses nothing that was acknowledged, while %s",
  async (_, mostSegments, moments) => {
    const folder = await aFolder();
    const all: number[] = [];
    for (const after of moments) {
      const first = (all.at(-1) ?? 0) + 1;
      const { acknowledged, signal, complaints } = await recordAndKill(folder, first, mostSegments, after);
      expect([signal, complaints]).toEqual(["SIGKILL", ""]);
      expect(acknowledged.length).toBeGreaterThanOrEqual(after);
      expect(acknowledged.length).toBeLessThan(1000 - first);
      all.push(...acknowledged);

      const { store, log, document } = await reopened(folder);
      const vintages = vintagesOf(document, OFTEN).map((f) => f.value);
      expect(all.filter((n) => !vintages.includes(n))).toEqual([]);
      const { figures } = viewOf(document);
      expect(all.filter((n) => figures.get(shift(period("2000-02"), n))?.value !== n)).toEqual([]);
      // One may have been written, and not acknowledged any more, each time.
      expect(vintages.length - all.length).toBeLessThanOrEqual(moments.length);
      expect(log.lines).toEqual([]);
      expect(await readdir(folder)).not.toContain("aside");
      await store.record(aReading([["1999-12", after]], "2026-11-25"), noon("2026-11-25"));
      await store.close();
    }
    expect(all.length).toBeGreaterThan(130);
  },
  60_000,
);
