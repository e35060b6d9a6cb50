import type { Host } from "../host/index";
import { cellPosition } from "../sheet/address";

/** What a browser test reads instead of the canvas. */
export interface TestAccess {
  readonly model: Host["model"];
  readonly host: Host;
  /** Value, text and error sentence of a cell of the active sheet, or of a sheet by name (`Scratch!A1`). */
  read(address: string): {
    readonly value: unknown;
    readonly text: string;
    readonly message: string | undefined;
  };
  readonly settled: () => Promise<void>;
}

export function testAccess(host: Host): TestAccess {
  const { model, settled } = host;
  return {
    host,
    model,
    settled,
    read(address) {
      const { getters } = model;
      const place = cellPosition(getters, address);
      if (!place) throw new Error(`"${address}" is no cell of this workbook.`);
      const cell = getters.getEvaluatedCell(place);
      return {
        value: cell.value,
        text: cell.formattedValue,
        message: "message" in cell ? cell.message : undefined,
      };
    },
  };
}
