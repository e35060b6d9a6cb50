import { findEntry } from "../catalog/catalog";
import { dayOfInstant, type Day } from "../domain/period";
import type { Load } from "../domain/series";
import { sheetWriter } from "../functions/bridge/failure";
import { PRODUCT } from "../functions/bridge/product";
import { connect, type Book } from "../functions/bridge/runtime";
import { createEdition, type Edition } from "../load/edition";
import { snapshot } from "../load/snapshot";
import { loadFamily } from "../snapshot/families";

/** Figures from the embedded documents alone: no network, no account. */
export function embeddedFigures(): Load {
  return snapshot((id) => findEntry(id)?.family, loadFamily);
}

export interface ConnectOptions {
  /** Answer everything as of a day. */
  readonly asOf?: Day | undefined;
  /** The workbook that WHY looks formulas up in. */
  readonly book?: Book;
}

/** Connect the functions to embedded figures alone. Returns the edition in use. */
export function connectEmbedded(options: ConnectOptions = {}): Edition {
  return connectFigures({ load: embeddedFigures(), origin: "offline, embedded figures" }, options);
}

/** Connect the functions to figures; `origin` says where they come from. Returns the edition in use. */
export function connectFigures(
  { load, origin }: { readonly load: Load; readonly origin: string },
  { asOf, book }: ConnectOptions = {},
): Edition {
  const edition = createEdition(load);
  edition.setPin(asOf);
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => dayOfInstant(Date.now()),
    preview: embeddedFigures(),
    ...(book ? { book } : {}),
    origin,
    product: PRODUCT,
  });
  return edition;
}
