import { SOURCES } from "../../../src/catalog/sources";
import { seriesCaching } from "../../../src/gateway/server/headers";
import { aSeries } from "../../fixtures/documents";

test("figures of a subscription are kept by their reader alone, all others by any cache on the way", () => {
  expect(seriesCaching(aSeries("FX.USDJPY", { source: SOURCES.te }))).toMatch(/^private, max-age=300,/);
  expect(seriesCaching(aSeries("FX.USDJPY", { source: SOURCES.te, stale: true }))).toMatch(
    /^private, max-age=60,/,
  );
  expect(seriesCaching(aSeries("FX.USDJPY", { source: SOURCES.fred }))).toMatch(/^public, max-age=300,/);
});
