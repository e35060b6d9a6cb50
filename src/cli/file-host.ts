import { dayOfInstant } from "../domain/period";
import { directFunctions } from "../workbench/direct-functions";
import { lateFileCalculator } from "../workbench/sheet/file-late";
import type { RefreshHost } from "../xlsx/refresh/worked-out";
import { nodeCodec } from "./file-zip";
import type { OpenedFigures } from "./opened-figures";
import type { GatewayHost } from "./gateway-host";

/** Works files out with the grid's engine, over the figures of this command line. */
export function refreshHost(
  host: Pick<GatewayHost, "now">,
  { load, origin }: Pick<OpenedFigures, "load" | "origin">,
): RefreshHost {
  return {
    calculator: lateFileCalculator({ engine: () => import("@odoo/o-spreadsheet"), ...directFunctions() }),
    load,
    origin,
    codec: nodeCodec,
    today: dayOfInstant(host.now()),
  };
}
