import { randomBytes } from "node:crypto";
import { dayOfInstant } from "../../domain/period";
import type { Instant } from "../../sources/common/calendar";
import type { Log } from "../log";
import { keyOf, reach, type Place } from "./place";
import type { Recording } from "./recording";
import { readSegment, writeSegment, type Label } from "./segment";
import { setAside } from "./set-aside";

/** What the store holds of one series and statistic. */
export interface Holding {
  /** The segments that are whole and of a known format. */
  readonly names: readonly string[];
  readonly recordings: readonly Recording[];
  /** When the provider was read last, where that brought no news. */
  readonly checked: Instant | undefined;
  /** Something of it was found damaged and has not been read again yet. */
  readonly isDamaged: boolean;
}

/** Segments of all series: each is written once under a name of its own, read once, and kept in memory. */
export interface Holdings {
  readonly look: (label: Label) => Promise<Holding>;
  /** What was seen last, without asking the place. */
  readonly seen: (label: Label) => Holding | undefined;
  readonly add: (label: Label, recordings: readonly Recording[], at: Instant) => Promise<void>;
  readonly remove: (label: Label, names: readonly string[]) => Promise<void>;
  /** Notes that the provider was read; what was damaged has been read again with it. */
  readonly setChecked: (label: Label, at: Instant) => Promise<void>;
}

/** A segment's recordings; undefined for one that is left alone. */
type Segments = Map<string, readonly Recording[] | undefined>;

interface Kept {
  readonly listed: readonly string[];
  /** The mark under which the list was made; undefined once we wrote ourselves. */
  readonly mark: string | undefined;
  readonly segments: Segments;
  readonly holding: Holding;
}

/** The note beside the segments, the only thing of a series that is ever overwritten. */
interface Beside {
  readonly checked?: Instant;
  readonly isDamaged?: boolean;
}

const UNMARKED = "none";
/** How often a list is made again because others write meanwhile; a complete one that did not stay so is taken then. */
const MOST_LISTS = 10;

/** Gives others the time to end what they are at. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

export function holdings(place: Place, log: Log): Holdings {
  const { storage, isListingDear } = place;
  const kept = new Map<string, Kept>();
  const looking = new Map<string, Promise<Holding>>();

  const list = async (key: string): Promise<readonly string[]> => {
    const under = `vintages:${key}:`;
    return (await storage.getKeys(under)).map((item) => item.slice(under.length)).sort();
  };

  const signs = async (key: string): Promise<{ readonly mark: string; readonly beside: Beside }> => {
    const wanted = [`beside:${key}`, ...(isListingDear ? [`marks:${key}`] : [])];
    const [beside, mark] = (await storage.getItems(wanted)).map(({ value }) => value as unknown);
    const text = ((mark ?? {}) as { readonly mark?: unknown }).mark;
    return { mark: typeof text === "string" ? text : UNMARKED, beside: readBeside(beside) };
  };

  /** Tells others that a list which they made is out of date. */
  const setMark = async (key: string): Promise<void> => {
    if (isListingDear)
      await storage.setItemRaw(`marks:${key}`, JSON.stringify({ mark: randomBytes(8).toString("hex") }));
    const own = kept.get(key);
    if (own) kept.set(key, { ...own, mark: undefined });
  };

  const setBeside = (key: string, beside: Beside): Promise<void> =>
    storage.setItemRaw(`beside:${key}`, JSON.stringify(beside));

  /** Reads the segments of a list that were not read yet; false where one is gone: merged by somebody. */
  const load = async (label: Label, listed: readonly string[], into: Segments): Promise<boolean> => {
    const key = keyOfLabel(label);
    for (const name of listed) {
      if (into.has(name)) continue;
      const item = `vintages:${key}:${name}`;
      const text: unknown = await storage.getItemRaw(item);
      if (typeof text !== "string") return false;
      const read = readSegment(text, label);
      into.set(name, read.ok ? read.recordings : undefined);
      if (read.ok) continue;
      if (read.isNewer) log.warn("segment left alone", { segment: item, why: read.why });
      else {
        await setAside(place, item, read.why, log);
        await setBeside(key, { isDamaged: true });
        await setMark(key);
      }
    }
    return true;
  };

  const look = async (label: Label): Promise<Holding> => {
    const key = keyOfLabel(label);
    const before = kept.get(key);
    const segments: Segments = new Map(before?.segments);
    for (let lists = 1; ; lists++) {
      const { mark, beside } = await signs(key);
      const isAsBefore = isListingDear && before?.mark === mark;
      const listed = isAsBefore ? before.listed : await list(key);
      if (before && isEqual(listed, before.listed)) {
        const holding = withBeside(before.holding, beside);
        kept.set(key, { ...before, mark, holding });
        return holding;
      }
      const isComplete = await load(label, listed, segments);
      // A merger that ends while a list is made could hide both what it merged and what it made of that.
      const isSteady =
        isComplete && (isListingDear ? (await signs(key)).mark === mark : isEqual(await list(key), listed));
      if (isSteady || (isComplete && lists >= MOST_LISTS)) {
        const own: Segments = new Map(listed.map((name) => [name, segments.get(name)]));
        const holding = withBeside(holdingOf(own), (await signs(key)).beside);
        kept.set(key, { listed, mark, segments: own, holding });
        return holding;
      }
      if (lists >= 2 * MOST_LISTS) throw new Error("its segments change faster than they can be read");
      await pause(lists);
    }
  };

  return {
    look: (label) => {
      const key = keyOfLabel(label);
      const running = looking.get(key) ?? reach(place, () => look(label)).finally(() => looking.delete(key));
      looking.set(key, running);
      return running;
    },
    seen: (label) => kept.get(keyOfLabel(label))?.holding,
    add: (label, recordings, at) =>
      reach(place, async () => {
        const key = keyOfLabel(label);
        await storage.setItemRaw(`vintages:${key}:${newName(at)}`, writeSegment(label, recordings));
        await setMark(key);
      }),
    remove: (label, names) =>
      reach(place, async () => {
        const key = keyOfLabel(label);
        for (const name of names) await storage.removeItem(`vintages:${key}:${name}`);
        await setMark(key);
      }),
    setChecked: (label, at) => reach(place, () => setBeside(keyOfLabel(label), { checked: at })),
  };
}

const keyOfLabel = ({ id, statistic }: Label): string => keyOf(id, statistic);

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((name, i) => name === b[i]);

function readBeside(raw: unknown): Beside {
  const { checked, isDamaged } = (raw ?? {}) as Partial<Record<keyof Beside, unknown>>;
  return {
    ...(typeof checked === "number" && { checked }),
    ...(isDamaged === true && { isDamaged }),
  };
}

function holdingOf(segments: Segments): Pick<Holding, "names" | "recordings"> {
  const whole = [...segments].flatMap(([name, recordings]) => (recordings ? [{ name, recordings }] : []));
  return {
    names: whole.map(({ name }) => name),
    recordings: whole.flatMap(({ recordings }) => recordings),
  };
}

function withBeside({ names, recordings }: Pick<Holding, "names" | "recordings">, beside: Beside): Holding {
  return { names, recordings, checked: beside.checked, isDamaged: beside.isDamaged ?? false };
}

/** A name that no other segment has, which sorts by the time of its recording. */
function newName(at: Instant): string {
  const ofDay = String(Math.floor(at % 86_400_000)).padStart(8, "0");
  return `${dayOfInstant(at)}-${ofDay}-${randomBytes(8).toString("hex")}`;
}
