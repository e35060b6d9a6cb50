interface Grouping {
  groupBy?: (items: Iterable<unknown>, keyOf: (item: unknown, index: number) => PropertyKey) => object;
}

/**
 * The spreadsheet library is written for Node 22 and uses Object.groupBy as soon as one revision holds several
 * commands; Node 20 lacks it (seen: "Object.groupBy is not a function").
 */
export function provideGroupBy(target: Grouping = Object as Grouping): void {
  target.groupBy ??= (items, keyOf) => {
    const groups = Object.create(null) as Record<PropertyKey, unknown[]>;
    let index = 0;
    for (const item of items) (groups[keyOf(item, index++)] ??= []).push(item);
    return groups;
  };
}

/**
 * The library reports the duration of every evaluation through console.debug, which Node prints on standard output,
 * where the command line writes its answers. Nothing else in this project uses console.debug.
 */
export function silenceTimings(target: Pick<Console, "debug"> = console): void {
  target.debug = () => undefined;
}
