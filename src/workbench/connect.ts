import { findEntry } from "../catalog/catalog";
import { dayOfInstant, type Day } from "../domain/period";
import type { Load } from "../domain/series";
import { sheetWriter } from "../functions/bridge/failure";
import { connect } from "../functions/bridge/runtime";
import { createEdition, type Edition } from "../load/edition";
import { snapshot } from "../load/snapshot";
import { loadFamily, type SnapshotFamily } from "../snapshot/families";

export const PRODUCT = "DigiTrade 0.1.0";

/** Figures from the embedded documents alone: no network, no account. */
export function embeddedFigures(): Load {
  return snapshot(
    (id) => findEntry(id)?.family,
    (family) => loadFamily(family as SnapshotFamily),
  );
}

/** Connect the functions to a sheet without Excel; answers as of a day where one is given. Returns the edition in use. */
export function connectEmbedded(asOf?: Day): Edition {
  const load = embeddedFigures();
  const edition = createEdition(load);
  edition.setPin(asOf);
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => dayOfInstant(Date.now()),
    preview: load,
    origin: "offline, embedded figures",
    product: PRODUCT,
  });
  return edition;
}
