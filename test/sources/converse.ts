import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../src/domain/problem";
import type { Ask, Dialogue, Reading, Reply } from "../../src/sources/common/source";

/** More requests than any conversation needs; a dialogue that never ends fails instead of hanging. */
const MOST_ASKS = 500;

/**
 * Drives a dialogue as the gateway does: each request is answered with a reply, or with a Problem that is thrown into
 * it. Gives the readings that it ends in; whatever it throws comes through.
 */
export function converse(dialogue: Dialogue, answer: (ask: Ask) => Reply | Problem): readonly Reading[] {
  let step = dialogue.next();
  for (let asks = 0; !step.done; asks++) {
    if (asks >= MOST_ASKS) throw new Error(`still asking after ${MOST_ASKS} requests`);
    const got = answer(step.value);
    step = got instanceof Problem ? dialogue.throw(got) : dialogue.next(got);
  }
  return step.value;
}

/** A reply with status 200. */
export const ok = (text: string): Reply => ({ status: 200, text });

/** The Problem that the gateway throws into a dialogue when a provider does not answer. */
export const outOfReach = (): Problem =>
  new Problem("unreachable", "The provider did not answer within 30 s; try again later.");

/** What was thrown; an Error of its own if nothing was. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (thrown) {
    return thrown;
  }
  throw new Error("nothing was thrown");
}

const RECORDINGS = join(__dirname, "../recordings");

/** The text of a recorded answer, by its path below test/recordings. */
export const recording = (path: string): string => readFileSync(join(RECORDINGS, path), "utf8");

/** The bytes of a recorded file. */
export const recordedBytes = (path: string): Uint8Array =>
  new Uint8Array(readFileSync(join(RECORDINGS, path)));
