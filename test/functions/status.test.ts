import { SOURCES } from "../../src/catalog/sources";
import type { Series, SeriesId } from "../../src/domain/series";
import type { GatewayContact } from "../../src/functions/bridge/runtime";
import { embedded, live } from "../answer/shelf-of";
import { ask, sentence } from "./ask";
import { connectTo } from "./connected";

const ADDRESS = "https://figures.example";
const said = (field: string): Promise<string> => sentence("STATUS", field);

async function using(documents: readonly Series[], contact?: GatewayContact) {
  const edition = connectTo(documents, contact && (() => contact));
  for (const { id } of documents) await edition.load(id);
  return edition;
}

async function mixed(): Promise<readonly Series[]> {
  return [
    await live("TIC.JP", "2026-11-26"),
    await live("JP.IPCHARGES.CREDIT", "2026-11-24", { stale: true, source: SOURCES.oecd }),
    await embedded("JP.SERVICES.NET"),
  ];
}

test("without a gateway it says so, and is otherwise as it was", async () => {
  await using([await embedded("TIC.JP")]);
  expect(await ask("STATUS")).toEqual([
    ["newest", expect.stringMatching(/^2026-/)],
    ["stale", 0],
    ["embedded", 1],
    ["offline", "offline, embedded figures"],
    ["sources", SOURCES.tic.name],
    ["edition", "1 series, not pinned"],
    ["version", "DigiTrade 0.1.0"],
    ["gateway", "none configured: embedded figures only"],
    ["staged", "nothing"],
  ]);
});

test("a gateway that answers is named with when it did and what came from it", async () => {
  await using(await mixed(), { address: ADDRESS, answered: "2026-11-26 10:15 UTC" });
  expect(await said("offline")).toBe(`online, gateway ${ADDRESS}`);
  expect(await said("gateway")).toBe(
    `${ADDRESS}: last answered 2026-11-26 10:15 UTC; 2 of 3 series in use came from a gateway, 1 of them stale`,
  );
  expect(await ask("STATUS", "stale")).toEqual([[1]]);
  expect(await ask("STATUS", "embedded")).toEqual([[1]]);
});

test("a gateway that does not answer is named with why, and when it last did", async () => {
  const failed = { at: "2026-11-26 11:00 UTC", why: "The gateway could not be reached; check the network." };
  await using(await mixed(), { address: ADDRESS, answered: "2026-11-26 10:15 UTC", failed });
  expect(await said("offline")).toBe(`offline: the gateway ${ADDRESS} does not answer`);
  expect(await said("gateway")).toContain(
    "did not answer 2026-11-26 11:00 UTC (The gateway could not be reached; check the network); last answered 2026-11-26 10:15 UTC",
  );
  await using([], { address: ADDRESS, failed });
  expect(await said("gateway")).toContain("has not answered yet; 0 of 0 series");
  await using([], { address: ADDRESS });
  expect(await said("offline")).toBe(`gateway ${ADDRESS}, not asked yet`);
});

test("sources are those of the documents in use, not those that the catalogue expects", async () => {
  await using(await mixed());
  expect(await said("sources")).toBe([SOURCES.mof.name, SOURCES.oecd.name, SOURCES.tic.name].join("; "));
});

test("what is staged is named, and goes when it is accepted", async () => {
  const documents = await mixed();
  const edition = await using(documents);
  const newer = documents.map((one, i) => (i === 1 ? one : { ...one, version: "newer", embedded: false }));
  await edition.stage((id: SeriesId) => Promise.resolve(newer.find((one) => one.id === id)!));
  expect(await said("staged")).toBe("2 series: TIC.JP, JP.SERVICES.NET");
  edition.accept(["TIC.JP" as SeriesId]);
  expect(await said("staged")).toBe("1 series: JP.SERVICES.NET");
});
