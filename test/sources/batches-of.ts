import { ENTRIES } from "../../src/catalog/catalog";
import { routesOf } from "../../src/catalog/routes";
import type { Source } from "../../src/sources/common/source";

/** The ids for which the catalogue names a provider, and those that the provider's batches bring; each in order. */
export function expectedAndBrought(source: Source): {
  readonly expected: readonly string[];
  readonly brought: readonly string[];
} {
  const expected = ENTRIES.filter((entry) => routesOf(entry).some(({ provider }) => provider === source.id));
  return {
    expected: expected.map(({ id }) => id).sort(),
    brought: source.batches.flatMap(({ series }) => series).sort(),
  };
}
