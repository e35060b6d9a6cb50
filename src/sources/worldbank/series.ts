import { ENTRIES } from "../../catalog/catalog";
import { routesOf } from "../../catalog/routes";
import type { SourceId } from "../../catalog/sources";
import type { SeriesId } from "../../domain/series";
import { iso3Of } from "../common/iso3";

/** The series of one of the compiler's codes, by ISO 3166 three letters. */
export type SeriesByArea = ReadonlyMap<string, SeriesId>;

/** Every series of the catalogue that this provider is asked for on behalf of a compiler, by the compiler's code. */
function seriesOf(compiler: SourceId): ReadonlyMap<string, SeriesByArea> {
  const byCode = new Map<string, Map<string, SeriesId>>();
  for (const entry of ENTRIES) {
    const isOurs = routesOf(entry).some(
      ({ provider, source }) => provider === "worldbank" && source === compiler,
    );
    const iso3 = iso3Of(entry.area);
    if (!isOurs || entry.code === undefined || iso3 === undefined) continue;
    byCode.set(entry.code, (byCode.get(entry.code) ?? new Map<string, SeriesId>()).set(iso3, entry.id));
  }
  return byCode;
}

/** World Development Indicators, such as `BX.GSR.ROYL.CD`. */
export const INDICATORS = seriesOf("worldbank");

/** UNCTAD's indicators, which the World Bank's Data360 hands on, such as `UNCTAD_DE_DIG_SERVTRADE_ANN_EXP`. */
export const DATA360_INDICATORS = seriesOf("unctad");

/** The power of ten of every series above: millions of US dollars. */
export const MILLIONS = 6;
