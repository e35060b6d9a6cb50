// Written by scripts/write-indexes.ts from the files of this folder.
import type { ChartDefinition } from "./common/definition";
import { galleryOrder } from "./common/gallery";
import { chart as componentChange } from "./component-change";
import { chart as deficitProjections } from "./deficit-projections";
import { chart as deliverableByCountry } from "./deliverable-by-country";
import { chart as digitalBalance } from "./digital-balance";
import { chart as digitalComponents } from "./digital-components";
import { chart as holdingsChange } from "./holdings-change";
import { chart as holdingsCover } from "./holdings-cover";
import { chart as receiptsPayments } from "./receipts-payments";
import { chart as targetBullet } from "./target-bullet";
import { chart as targetGap } from "./target-gap";
import { chart as targetPath } from "./target-path";
import { chart as threeRates } from "./three-rates";
import { chart as travelDigital } from "./travel-digital";
import { chart as treasuryHolders } from "./treasury-holders";
import { chart as volumeCurrency } from "./volume-currency";
import { chart as yenDollarIndex } from "./yen-dollar-index";
import { chart as yenPerDollar } from "./yen-per-dollar";

/** Every prebuilt chart and target comparison, one file each, in the order of the gallery. */
export const CHARTS: readonly ChartDefinition[] = galleryOrder([
  componentChange,
  deficitProjections,
  deliverableByCountry,
  digitalBalance,
  digitalComponents,
  holdingsChange,
  holdingsCover,
  receiptsPayments,
  targetBullet,
  targetGap,
  targetPath,
  threeRates,
  travelDigital,
  treasuryHolders,
  volumeCurrency,
  yenDollarIndex,
  yenPerDollar,
]);
