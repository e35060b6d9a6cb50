import type { Series } from "../../src/domain/series";
import { noData } from "../../src/domain/problem";
import { period } from "../../src/domain/period";
import { sheetWriter } from "../../src/functions/bridge/failure";
import { connect, type GatewayContact } from "../../src/functions/bridge/runtime";
import { createEdition, type Edition } from "../../src/load/edition";

/** Connects the functions to a workbook that can have these documents and no others. */
export function connectTo(documents: readonly Series[], gateway?: () => GatewayContact): Edition {
  const edition = createEdition((id) => {
    const found = documents.find((one) => one.id === id);
    return found ? Promise.resolve(found) : Promise.reject(noData(`${id} is not held.`));
  });
  connect({
    figures: edition,
    writer: sheetWriter,
    today: () => period("2026-11-26"),
    origin: gateway?.().address ?? "offline, embedded figures",
    product: "DigiTrade 0.1.0",
    ...(gateway && { gateway }),
  });
  return edition;
}
