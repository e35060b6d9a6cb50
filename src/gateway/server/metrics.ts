import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";
import type { BatchReport, GatewayFigures } from "../figures";
import type { RouteName } from "./routes";

/** What is counted, in Prometheus's words; nothing in it names a client or a person. */
export interface Metrics {
  readonly answered: (route: RouteName, status: number, seconds: number) => void;
  /** A series that was sent from memory, with its status; counted apart, because it happens so often. */
  readonly sent: (status: number) => void;
  readonly asked: (report: BatchReport) => void;
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10];

export function createMetrics(figures: GatewayFigures, preparedBytes: () => number): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "digitrade_requests_total",
    help: "Requests answered, by what they were for and the status of the answer",
    labelNames: ["route", "status"] as const,
    registers,
  });
  const durations = new Histogram({
    name: "digitrade_request_seconds",
    help: "Time from a request's arrival to the end of its answer; series sent from memory, which take microseconds, are not in it",
    labelNames: ["route"] as const,
    buckets: SECONDS,
    registers,
  });
  const memory = new Counter({
    name: "digitrade_prepared_total",
    help: "Requests for a series, by whether it was sent from memory",
    labelNames: ["outcome"] as const,
    registers,
  });
  const batches = new Counter({
    name: "digitrade_batches_total",
    help: "Batches that were looked at in the periodic refresh, by provider and outcome",
    labelNames: ["provider", "outcome"] as const,
    registers,
  });
  new Gauge({
    name: "digitrade_prepared_bytes",
    help: "Memory that prepared documents take",
    registers,
    collect() {
      this.set(preparedBytes());
    },
  });
  new Gauge({
    name: "digitrade_series",
    help: "Series by provider and by the state of that provider",
    labelNames: ["provider", "state"] as const,
    registers,
    async collect() {
      const providers = await figures.status();
      this.reset();
      for (const { id, state, series } of providers) this.set({ provider: id, state }, series);
    },
  });
  /** By status, since the last time that somebody looked: a plain sum costs a fiftieth of what the registry's costs. */
  const sent = new Map<number, number>();
  const takeSent = (): void => {
    for (const [status, times] of sent) {
      requests.inc({ route: "series", status }, times);
      memory.inc({ outcome: "hit" }, times);
    }
    sent.clear();
  };

  return {
    answered: (route, status, seconds) => {
      requests.inc({ route, status });
      durations.observe({ route }, seconds);
      if (route === "series") memory.inc({ outcome: "miss" });
    },
    sent: (status) => {
      sent.set(status, (sent.get(status) ?? 0) + 1);
    },
    asked: ({ provider, outcome }) => {
      batches.inc({ provider, outcome });
    },
    text: () => {
      takeSent();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}
