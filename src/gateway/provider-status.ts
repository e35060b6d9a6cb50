import { SOURCES } from "../catalog/sources";
import { dayOfInstant } from "../domain/period";
import type { Instant } from "../sources/common/calendar";
import type { Source } from "../sources/common/source";
import { dueAt, type BatchNote } from "./batch-notes";
import type { ProviderStatus } from "./figures";

/** How a provider is doing, from the notes of its batches; `off` where it is not asked at all. */
export function providerStatus(
  source: Source,
  notes: readonly (BatchNote | undefined)[],
  off: boolean,
): ProviderStatus {
  const checked = notes.flatMap((note) => note?.checked ?? []).sort((a, b) => a - b);
  const failing = notes.flatMap((note) => note?.failing ?? []).sort((a, b) => a.since - b.since)[0];
  const next = Math.min(...source.batches.map(({ calendar }, i) => dueAt(notes[i], calendar)));
  const oldest = checked[0];
  return {
    id: source.id,
    name: SOURCES[source.id].name,
    state: off ? "off" : failing ? "stale" : checked.length === 0 ? "waiting" : "live",
    series: new Set(source.batches.flatMap(({ series }) => series)).size,
    releases: [...new Set(source.batches.map(({ calendar }) => calendar.words))].join("; "),
    ...(oldest !== undefined && { checked: instantText(oldest) }),
    ...(!off && next > 0 && Number.isFinite(next) && { next: instantText(next) }),
    ...(failing && { failingSince: instantText(failing.since), failure: failing.why }),
  };
}

/** An instant as people and programs read it: 2026-11-26T01:30:00Z. */
function instantText(at: Instant): string {
  const seconds = Math.floor((at % 86_400_000) / 1000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const time = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  return `${dayOfInstant(at)}T${time}Z`;
}
