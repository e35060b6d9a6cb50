import type { LabelledSet } from "./chart-labels";

/** What this host changes of the configurations that the engine makes for Chart.js. */
export interface DataSet extends LabelledSet {
  type?: string;
  yAxisID?: string;
  stack?: string;
  grouped?: boolean;
  order?: number;
  fill?: unknown;
  spanGaps?: boolean;
  pointRadius?: number;
  pointStyle?: string;
  pointBackgroundColor?: unknown;
  pointBorderColor?: unknown;
  pointBorderWidth?: number;
  borderWidth?: number;
  borderDash?: number[];
  borderColor?: unknown;
  backgroundColor?: unknown;
  barPercentage?: number;
  categoryPercentage?: number;
  data: unknown[];
}

export interface Scale {
  display?: boolean;
  stacked?: boolean;
  reverse?: boolean;
  grace?: string;
  min?: number;
  max?: number;
  title?: unknown;
  grid?: { display?: boolean; color?: unknown };
  ticks?: Ticks;
}

export interface Ticks {
  display?: boolean;
  callback?: unknown;
  autoSkip?: boolean;
  stepSize?: number;
  maxTicksLimit?: number;
}

export interface LegendLabel {
  readonly datasetIndex?: number;
  readonly [more: string]: unknown;
}

export interface Legend {
  labels?: { generateLabels?: (chart: unknown) => readonly LegendLabel[] };
}

export interface Config {
  readonly data: { readonly datasets: DataSet[] };
  plugins?: readonly object[];
  readonly options?: {
    readonly scales?: Record<string, Scale | undefined>;
    readonly plugins?: { title?: object; legend?: Legend };
  };
}
