/** A value in its own currency and the average rate (units of the new currency per unit of the old) of one period. */
export interface Point {
  readonly value: number;
  readonly rate: number;
}

/** A change in converted money and what it is made of; the effects and the timing add up to the change exactly. */
export interface Decomposition {
  readonly change: number;
  readonly volume: number;
  readonly currency: number;
  /** What converting period by period adds to converting once at the average: timing within the year. */
  readonly timing: number;
}

/**
 * Split the change between two periods into volume and currency, without a rest:
 * volume = (Y1−Y0)·(r0+r1)/2, currency = (Y0+Y1)/2·(r1−r0).
 */
export function decompose(
  start: Point,
  end: Point,
  convertedStart: number,
  convertedEnd: number,
): Decomposition {
  const volume = ((end.value - start.value) * (start.rate + end.rate)) / 2;
  const currency = ((start.value + end.value) / 2) * (end.rate - start.rate);
  const change = convertedEnd - convertedStart;
  return { change, volume, currency, timing: change - volume - currency };
}

/** The sum of the yearly decompositions between neighbouring points. */
export function chain(links: readonly Decomposition[]): Decomposition {
  const sum = (pick: (d: Decomposition) => number): number => links.reduce((s, d) => s + pick(d), 0);
  return {
    change: sum((d) => d.change),
    volume: sum((d) => d.volume),
    currency: sum((d) => d.currency),
    timing: sum((d) => d.timing),
  };
}
