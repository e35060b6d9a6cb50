import { period, shift } from "../../../src/domain/period";
import { openStore } from "../../../src/gateway/vintages/open";
import { aReading, noon } from "./readings";

/** Records to a folder as fast as it can and prints the number of each recording that was acknowledged. */
const [folder = "", first = "1", last = "1000", mostSegments = "16"] = process.argv.slice(2);
const nothing = (): void => undefined;

const store = await openStore(folder, {
  seeds: () => Promise.resolve(undefined),
  log: {
    info: nothing,
    warn: (event, facts) => {
      console.error(event, JSON.stringify(facts));
    },
  },
  mostSegments: Number(mostSegments),
});
for (let n = Number(first); n <= Number(last); n++) {
  const published = shift(period("2020-01-01"), n);
  await store.record(
    aReading(
      [
        ["2000-01", n],
        [shift(period("2000-02"), n), n],
      ],
      published,
    ),
    noon("2026-01-01", n),
  );
  process.stdout.write(`${n}\n`);
}
await store.close();
