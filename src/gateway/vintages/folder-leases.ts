import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Lease } from "./leases";
import { keyOf } from "./place";

/** A lease that was not renewed for so long is left over from a process that hangs or a machine that went away. */
const STALE_MS = 60_000;

/** Who holds a lease, as its file says. */
interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly token: string;
}

/**
 * Leases as files in `locks`, which appear whole or not at all. One whose process has ended is taken over at once, any
 * other after a minute without a sign of life. Two may take over the same one in the same instant; then the work is done
 * twice, which does no harm.
 */
export function folderLeases(folder: string): (task: string) => Promise<Lease | undefined> {
  const locks = join(folder, "locks");
  return async (task) => {
    await mkdir(locks, { recursive: true });
    const lock = join(locks, `${keyOf(task).replaceAll(":", "~")}.lock`);
    const mine: Holder = { host: hostname(), pid: process.pid, token: randomUUID() };
    const beside = join(locks, `.${mine.token}`);
    await writeFile(beside, JSON.stringify(mine), { flag: "wx" });
    try {
      const isTaken =
        (await linked(beside, lock)) || ((await putAway(lock, beside)) && (await linked(beside, lock)));
      return isTaken ? leaseOf(lock, mine) : undefined;
    } finally {
      await rm(beside, { force: true });
    }
  };
}

function leaseOf(lock: string, mine: Holder): Lease {
  const isMine = async (): Promise<boolean> => (await holderOf(lock))?.token === mine.token;
  return {
    renew: async () => {
      // Written anew, so that the time is that of the disk, as for whoever looks at it.
      if (await isMine()) await writeFile(lock, JSON.stringify(mine), { flag: "r+" });
    },
    release: async () => {
      if (await isMine()) await rm(lock, { force: true });
    },
  };
}

/** Puts the file in place unless there is one. */
async function linked(file: string, place: string): Promise<boolean> {
  try {
    await link(file, place);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw thrown;
  }
}

/** Puts a stale lease away; false where it is alive. `fresh` was written just now and tells the time of the disk. */
async function putAway(lock: string, fresh: string): Promise<boolean> {
  const holder = await holderOf(lock);
  if (!(await isStale(holder, lock, fresh))) return false;
  const away = `${fresh}.stale`;
  try {
    await rename(lock, away);
    // Somebody was quicker, and what was put away is theirs: it goes back.
    if ((await holderOf(away))?.token === holder?.token) return true;
    await linked(away, lock);
    return false;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return true;
    throw thrown;
  } finally {
    await rm(away, { force: true });
  }
}

async function isStale(holder: Holder | undefined, lock: string, fresh: string): Promise<boolean> {
  if (holder?.host === hostname() && !isRunning(holder.pid)) return true;
  const [now, then] = await Promise.all([stat(fresh), stat(lock).catch(() => undefined)]);
  return then === undefined || now.mtimeMs - then.mtimeMs > STALE_MS;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Not allowed to ask about it: it runs, for somebody else.
    return (thrown as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function holderOf(lock: string): Promise<Holder | undefined> {
  try {
    const { host, pid, token } = JSON.parse(await readFile(lock, "utf8")) as Partial<Record<string, unknown>>;
    return typeof host === "string" && typeof pid === "number" && typeof token === "string"
      ? { host, pid, token }
      : undefined;
  } catch {
    return undefined;
  }
}
