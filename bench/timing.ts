import { performance } from "node:perf_hooks";

/** Median time of some runs, in milliseconds; the first runs warm up and do not count. */
export async function median(run: () => unknown, runs = 9, warmUp = 3): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < runs + warmUp; i++) {
    const start = performance.now();
    await run();
    if (i >= warmUp) times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

/** Median times of runs that take turns, in milliseconds; the first turn warms up and does not count. */
export async function inTurns(runs: readonly (() => unknown)[], turns = 7): Promise<readonly number[]> {
  const times = runs.map((): number[] => []);
  for (let turn = 0; turn <= turns; turn++)
    for (const [i, run] of runs.entries()) {
      const start = performance.now();
      await run();
      if (turn > 0) times[i]?.push(performance.now() - start);
    }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN);
}

export const ms = (x: number): string => `${x.toFixed(x < 10 ? 2 : 0)} ms`;
