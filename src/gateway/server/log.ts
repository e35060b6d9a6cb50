import { pino } from "pino";
import type { Log } from "../log";
import { asIs } from "../secret";

export const LOG_LEVELS = ["debug", "info", "warn"] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What is told to the operator; `debug` also tells of every request that was answered without trouble. */
export interface GatewayLog extends Log {
  readonly debug: Log["info"];
}

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes one line with its break. */
  readonly write: (line: string) => void;
  /** For people at a terminal; else one JSON document a line. */
  readonly plain: boolean;
  /** Takes secrets out of a line. */
  readonly hide?: (line: string) => string;
}

/** Lines of JSON with time, level and event, or plain lines with the same. */
export function createLog({ level, write, plain, hide = asIs }: LogOptions): GatewayLog {
  const out = pino(
    {
      level,
      base: null,
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(hide(plain ? plainLine(line) : line)) },
  );
  const told =
    (severity: LogLevel): Log["info"] =>
    (event, facts) =>
      out[severity](facts ?? {}, event);
  return { debug: told("debug"), info: told("info"), warn: told("warn") };
}

/** `14:05:09 warn not read: batch boj.services, why The provider …` */
function plainLine(line: string): string {
  const { level, time, event, ...facts } = JSON.parse(line) as Record<string, unknown>;
  const words = Object.entries(facts).map(
    ([name, value]) => `${name} ${typeof value === "string" ? value : JSON.stringify(value)}`,
  );
  const severity = level === "info" ? "" : `${String(level)}: `;
  const clock = String(time).slice(11, 19);
  return `${clock} ${severity}${String(event)}${words.length > 0 ? `: ${words.join(", ")}` : ""}\n`;
}
