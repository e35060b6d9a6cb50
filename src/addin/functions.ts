import { findEntry } from "../catalog/catalog";
import { dayOfInstant } from "../domain/period";
import type { Load } from "../domain/series";
import type { CellWriter } from "../functions/bridge/cells";
import { excelWriter } from "../functions/bridge/failure";
import { PRODUCT } from "../functions/bridge/product";
import { lazily, type Functions } from "../functions/bridge/later";
import { connect, type Book } from "../functions/bridge/runtime";
import { FIRST } from "../functions/chunks/first";
import { LATER_IDS } from "../functions/chunks/later-ids";
import { createEdition, type Edition } from "../load/edition";
import { orElse } from "../load/fallback";
import { memory } from "../load/memory";
import { snapshot } from "../load/snapshot";
import { loadFamily } from "../snapshot/families";
import { editionStore } from "../workbook/edition-store";
import { workbookReady } from "../workbook/ready";
import type { RefreshDesk } from "../workbook/refresh/desk";
import { makeDoor, type Door } from "../pane/door";
import { associateCommands } from "./commands";
import type { GatewayFigures } from "./gateway-figures";
import { gatewayLater } from "./gateway-later";
import { openPane } from "./open-pane";
import type { DeskParts } from "./refresh-desk";

/**
 * The first chunk of the add-in, which cells wait for: connects every custom function to the workbook's edition. A series
 * asked for the first time comes from the gateway that the page is built for, from what this browser kept of it, or else
 * from the embedded figures; a page without a gateway asks nobody. Everything is associated at once: a call of a function
 * that is not there yet cannot be told from one that fails.
 */
function start(): void {
  const embedded = snapshot((id) => findEntry(id)?.family, loadFamily);
  const { gateway: address, namespace } = document.documentElement.dataset;
  const gateway = address ? gatewayLater(new URL(address, location.href).origin) : undefined;
  // A workbook that has no figures yet starts with the newest; one that has some adds what is at hand.
  let hasFigures = false;
  const asked: Load | undefined = gateway && ((id) => (hasFigures ? gateway.kept : gateway.newest)(id));
  const load = memory(asked ? orElse(asked, embedded) : embedded);
  const edition = createEdition(load);
  const store = editionStore();
  const ready = workbookReady(edition, store).then(() => {
    hasFigures = edition.entries().length > 0;
  });
  const door = makeDoor();
  const host = {
    figures: edition,
    today: () => dayOfInstant(Date.now()),
    ready,
    origin: gateway?.contact().address ?? "offline, embedded figures",
    product: PRODUCT,
    ...(gateway && { gateway: gateway.contact }),
  };
  connect({ ...host, writer, preview: embedded, book });
  const loadLater = async (): Promise<Functions> => {
    const { LATER } = await import(/* webpackChunkName: "functions-later" */ "../functions/chunks/later");
    return LATER;
  };
  const later = lazily(LATER_IDS, loadLater);
  // They are on their way before the first cell asks; one that cannot be had says so when it is called.
  loadLater().catch(() => undefined);
  // Outside Office, and where its script was blocked, there is nothing to associate with.
  if (typeof CustomFunctions !== "undefined")
    for (const [id, implementation] of Object.entries({ ...FIRST, ...later }))
      CustomFunctions.associate(id, implementation);
  const parts: DeskParts = {
    edition,
    ready,
    newest: gateway?.unhurried ?? embedded,
    load,
    functions: async () => ({ ...FIRST, ...(await loadLater()) }),
    today: host.today,
    keep: () => store.write(edition.toJSON()),
    // Another add-in for trying out has another namespace; the page is built for one of them.
    namespace: namespace ?? "DIGITRADE",
  };
  const desk = deskLater(parts);
  if (typeof Office !== "undefined") associateCommands({ door, desk });
  // Where the workbook cannot be read, the pane and every cell say so.
  if (gateway) keepUpLater(edition, gateway, ready, load.forget).catch(() => undefined);
  openingLater(parts, desk, door).catch(() => undefined);
  openPane({
    ...host,
    ...parts,
    subscribe: (listener) => edition.subscribe(listener),
    door,
    desk,
    ...(gateway && { health: gateway.health, kept: gateway.documents }),
  });
}

/** Only WHY looks into the workbook; what it needs for that loads when it first does. */
const book: Book = {
  formulaAt: async (address) => {
    const { excelBook } = await import(/* webpackChunkName: "workbook-later" */ "../workbook/book");
    return excelBook().formulaAt(address);
  },
};

/** What changes the workbook's figures loads when somebody asks for it; one that could not be loaded is asked for again. */
function deskLater(parts: DeskParts): () => Promise<RefreshDesk> {
  let opened: Promise<RefreshDesk> | undefined;
  return () => {
    opened ??= import(/* webpackChunkName: "refresh" */ "./refresh-desk").then(({ openDesk }) =>
      openDesk(parts),
    );
    opened.catch(() => (opened = undefined));
    return opened;
  };
}

/** The workbook's own policy, as soon as it has been read. */
async function openingLater(parts: DeskParts, desk: () => Promise<RefreshDesk>, door: Door): Promise<void> {
  await parts.ready;
  const { atOpening } = await import(/* webpackChunkName: "opening" */ "./at-opening");
  await atOpening(parts, desk, door);
}

/** Nobody waits for newer figures; what looks for them is loaded once the workbook has been read. */
async function keepUpLater(
  edition: Edition,
  gateway: GatewayFigures,
  ready: Promise<void>,
  forget: () => void,
): Promise<void> {
  await ready;
  const { keepUp } = await import(/* webpackChunkName: "keep-up" */ "./keep-up");
  keepUp(edition, gateway, forget);
}

/** What the host can do is known only once it is ready, and no function answers before. */
const writer: CellWriter = {
  ...excelWriter(false),
  date: (serial, format) => excelWriter(knowsDataTypes()).date(serial, format),
};

/** Data types in results came with CustomFunctionsRuntime 1.4; perpetual Excel has not got them. */
function knowsDataTypes(): boolean {
  if (typeof Office === "undefined") return false;
  // Typed as always there; before the host has answered it is not.
  const { requirements } = Office.context as Partial<Office.Context>;
  return requirements?.isSetSupported("CustomFunctionsRuntime", "1.4") ?? false;
}

start();
