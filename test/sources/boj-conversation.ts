/** What the tests of the Bank of Japan's source ask, and what it is answered. */
import { period } from "../../src/domain/period";
import { Problem } from "../../src/domain/problem";
import { source } from "../../src/sources/boj";
import type { Ask, Circumstances, Reading, Reply } from "../../src/sources/common/source";
import { converse, ok, recording, thrownBy } from "./converse";

export const TODAY: Circumstances = { today: period("2026-09-09") };

export function batchOf(id: string) {
  const batch = source.batches.find((b) => b.id === id);
  if (!batch) throw new Error(`no batch ${id}`);
  return batch;
}

export function ask(
  id: string,
  answer: (ask: Ask) => Reply | Problem,
  circumstances = TODAY,
): readonly Reading[] {
  return converse(batchOf(id).ask(circumstances), answer);
}

/** The Problem that a conversation ends in, whatever is asked being answered alike. */
export function problemOf(id: string, reply: Reply): Problem {
  const thrown = thrownBy(() => ask(id, () => reply));
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
}

export function reading(readings: readonly Reading[], id: string): Reading {
  const found = readings.filter((r) => r.id === id);
  expect(found).toHaveLength(1);
  return found[0]!;
}

export const HEADLINE = recording("boj/headline.json");
export const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** The monthly rates of this recording are made up, as no copy of the Bank's own is at hand; everything else is published. */
export const tokyo = ({ query }: Ask): Reply =>
  ok(recording(query?.code === "FXERD04" ? "boj/tokyo-days.json" : "boj/tokyo-months.json"));

export const services = ({ query }: Ask): Reply =>
  ok(recording(query?.startPosition === undefined ? "boj/services-page-1.json" : "boj/services-page-2.json"));
