import type { Io } from "./command";

/** One line on a terminal that fills up; nothing where nobody watches. */
export interface Progress {
  /** One step is done; its name stands beside the bar. */
  readonly step: (name: string) => void;
  /** Tells something above the bar. */
  readonly tell: (line: string) => void;
  readonly end: () => void;
}

const WIDTH = 30;
const CLEAR_LINE = "\r\u001b[K";

/** Drawn on the error stream, so that what is written to the other can go into a file. */
export function progress({ error, terminal }: Io, total: number): Progress {
  if (!terminal?.error || total === 0) return { step: () => undefined, tell: error, end: () => undefined };
  let done = 0;
  let bar = "";
  const draw = (name: string): void => {
    const filled = Math.round((Math.min(done, total) / total) * WIDTH);
    bar = `[${"#".repeat(filled)}${".".repeat(WIDTH - filled)}] ${done}/${total} ${name.slice(0, 40)}`;
    error(CLEAR_LINE + bar);
  };
  draw("");
  return {
    step: (name) => {
      done++;
      draw(name);
    },
    tell: (line) => error(`${CLEAR_LINE}${line}${bar}`),
    end: () => error(CLEAR_LINE),
  };
}
