import type { Series, SeriesId } from "../../src/domain/series";
import { createEdition } from "../../src/load/edition";
import type { Host } from "../../src/workbench/host/index";
import { encodeEdition } from "../../src/file/edition-encode";
import { EDITION_NAMESPACE } from "../../src/file/edition-parts";
import { editionStore } from "../../src/workbook/edition-store";
import { workbookReady } from "../../src/workbook/ready";
import { embeddedFigures } from "../../src/workbench/connect";
import { bootOffice, closeHosts, openHost } from "../workbench/host/boot-office";

const load = embeddedFigures();
const id = (text: string): SeriesId => text as SeriesId;
let host: Host;

const sentence = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "no error",
    (thrown: unknown) => (thrown as Error).message,
  );

function parts(): Promise<readonly Excel.CustomXmlPart[]> {
  return Excel.run(async (context) => {
    const found = context.workbook.customXmlParts.getByNamespace(EDITION_NAMESPACE);
    found.load("items/id");
    await context.sync();
    return found.items;
  });
}

function add(xml: string): Promise<void> {
  return Excel.run(async (context) => {
    context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
}

beforeEach(async () => {
  host = openHost();
  await bootOffice(host);
});
afterEach(closeHosts);

test("a fresh workbook has none; what is written is read by the next to open the file", async () => {
  const store = editionStore();
  expect(await store.read()).toBeUndefined();
  const edition = createEdition(load);
  await edition.load(id("JP.COMPUTER.NET"));
  await edition.load(id("TIC.JP"));
  edition.setPin("2024-06-21" as Series["retrieved"]);
  await store.write(edition.toJSON());
  const saved = host.save();
  closeHosts();

  host = openHost({ data: saved });
  await bootOffice(host);
  const offline = createEdition(() => Promise.reject(new Error("no network")));
  await workbookReady(offline, editionStore());
  expect(offline.toJSON()).toEqual(edition.toJSON());
  expect(offline.pin).toBe("2024-06-21");
});

test("a second writing replaces the first; an equal one writes nothing", async () => {
  const store = editionStore();
  await store.read();
  const edition = createEdition(load);
  await edition.load(id("TIC.JP"));
  await store.write(edition.toJSON());
  const [first] = await parts();
  await store.write(edition.toJSON());
  expect((await parts()).map((part) => part.id)).toEqual([first?.id]);
  await edition.load(id("TIC.CN"));
  await Promise.all([store.write(edition.toJSON()), store.write(edition.toJSON())]);
  const after = await parts();
  expect(after).toHaveLength(1);
  expect(after[0]?.id).not.toBe(first?.id);
  expect(await editionStore().read()).toEqual(edition.toJSON());
});

test("what another author wrote meanwhile is not overwritten", async () => {
  const store = editionStore();
  await store.read();
  const theirs = await encodeEdition({ schema: 1, documents: [] }, 1);
  for (const part of theirs.parts) await add(part);
  const edition = createEdition(load);
  await edition.load(id("TIC.JP"));
  expect(await sentence(store.write(edition.toJSON()))).toMatch(
    /Somebody else changed .* Nothing was overwritten/,
  );
  expect(await editionStore().read()).toEqual({ schema: 1, documents: [] });
});

test("damaged and newer parts keep the functions from answering with other figures", async () => {
  const { parts: good } = await encodeEdition({ schema: 1, documents: [] }, 1);
  await add((good[0] ?? "").replace('schema="1"', 'schema="9"'));
  const edition = createEdition(load);
  expect(await sentence(workbookReady(edition, editionStore()))).toMatch(/newer version of DigiTrade/);
  expect(edition.entries()).toEqual([]);
});

test("a failure in the middle of writing leaves the old edition whole", async () => {
  const store = editionStore();
  await store.read();
  await store.write({ schema: 1, documents: [] });
  const edition = createEdition(load);
  await edition.load(id("TIC.JP"));
  const original = host.wire.batch.bind(host.wire);
  const spy = jest.spyOn(host.wire, "batch").mockImplementation((batch) =>
    JSON.stringify(batch).includes("serial=")
      ? {
          Results: [],
          TraceIds: [],
          Error: { Code: "GeneralException", Message: "", Location: "", ActionIndex: 0, HttpStatusCode: 500 },
        }
      : original(batch),
  );
  expect(await sentence(store.write(edition.toJSON()))).toMatch(/Excel could not do this/);
  spy.mockRestore();
  expect(await editionStore().read()).toEqual({ schema: 1, documents: [] });
  await store.write(edition.toJSON());
  expect(await editionStore().read()).toEqual(edition.toJSON());
});
