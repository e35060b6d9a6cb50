import { period } from "../../../src/domain/period";
import type { Observation, Series } from "../../../src/domain/series";
import { aSeries } from "../../fixtures/documents";

/** Made-up holdings of one country at the ends of months, in billions of dollars. */
export const holdings = (
  version: string,
  figures: Readonly<Record<string, number>>,
  over: object = {},
): Series =>
  aSeries("TIC.JP", {
    version,
    measure: "stock",
    unit: { kind: "money", currency: "USD", power: 9 },
    frequency: "M",
    published: "2024-02-15",
    observations: Object.entries(figures).map(([p, value]): Observation => [period(p), value]),
    ...over,
  });

export const OLD = holdings("v1", { "2023-11": 1000, "2023-12": 1100 });

/** December is revised, and January is new. */
export const NEW = holdings(
  "v2",
  { "2023-11": 1000, "2023-12": 1150, "2024-01": 1200 },
  { retrieved: "2024-03-20", published: "2024-03-15" },
);

/** Formulas as a file stores them. */
export const value = (p: string): string => `_xldudf_DIGITRADE_VALUE("TIC.JP","${p}","unit=bn")`;
export const history = (start: string): string =>
  `_xldudf_DIGITRADE_HISTORY("TIC.JP","${start}",,"unit=bn;stamp=label")`;
