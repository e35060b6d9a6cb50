import { findEntry } from "../catalog/catalog";
import { dayOfInstant, type Day } from "../domain/period";
import type { Load } from "../domain/series";
import { sheetWriter } from "../functions/bridge/failure";
import { connect, type Book } from "../functions/bridge/runtime";
import { FUNCTIONS } from "../functions/index";
import metadata from "../functions/metadata.json";
import { createEdition, type Edition } from "../load/edition";
import { snapshot } from "../load/snapshot";
import { loadFamily } from "../snapshot/families";
import type { FunctionMetadata, FunctionTable } from "./sheet/function-table";

const NAMESPACE = "DIGITRADE";
const PRODUCT = "DigiTrade 0.1.0";

/** The functions as a sheet calls them, with what the generated metadata says about each. */
export interface SheetFunctions {
  readonly namespace: string;
  readonly metadata: readonly FunctionMetadata[];
  readonly table: FunctionTable;
}

/** The custom functions for a sheet without Excel; connect them to figures before the first call. */
export function sheetFunctions(): SheetFunctions {
  const { functions } = metadata as { readonly functions: readonly FunctionMetadata[] };
  // Each function takes its own parameters; the sheet passes as many as its metadata declares.
  return { namespace: NAMESPACE, metadata: functions, table: FUNCTIONS as unknown as FunctionTable };
}

/** Figures from the embedded documents alone: no network, no account. */
export function embeddedFigures(): Load {
  return snapshot((id) => findEntry(id)?.family, loadFamily);
}

export interface EmbeddedOptions {
  /** Answer everything as of a day. */
  readonly asOf?: Day | undefined;
  /** The workbook that WHY looks formulas up in. */
  readonly book?: Book;
}

/** Connect the functions to embedded figures alone. Returns the edition in use. */
export function connectEmbedded({ asOf, book }: EmbeddedOptions = {}): Edition {
  const load = embeddedFigures();
  const edition = createEdition(load);
  edition.setPin(asOf);
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => dayOfInstant(Date.now()),
    preview: load,
    ...(book ? { book } : {}),
    origin: "offline, embedded figures",
    product: PRODUCT,
  });
  return edition;
}
