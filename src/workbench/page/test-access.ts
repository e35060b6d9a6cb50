import type { OpenWorkbook } from "../sheet/adaptor";
import { parseCellName } from "../sheet/address";

/** What a browser test reads instead of the canvas. */
export interface TestAccess {
  readonly model: OpenWorkbook["model"];
  /** Value, text and error sentence of a cell of the active sheet, or of a sheet by name (`Scratch!A1`). */
  read(address: string): {
    readonly value: unknown;
    readonly text: string;
    readonly message: string | undefined;
  };
  readonly settled: () => Promise<void>;
}

export function testAccess({ model, settled }: OpenWorkbook): TestAccess {
  return {
    model,
    settled,
    read(address) {
      const cut = address.lastIndexOf("!");
      const { getters } = model;
      const sheetId = cut < 0 ? getters.getActiveSheetId() : getters.getSheetIdByName(address.slice(0, cut));
      const place = parseCellName(address.slice(cut + 1));
      if (sheetId === undefined || !place) throw new Error(`"${address}" is no cell of this workbook.`);
      const cell = getters.getEvaluatedCell({ sheetId, ...place });
      return {
        value: cell.value,
        text: cell.formattedValue,
        message: "message" in cell ? cell.message : undefined,
      };
    },
  };
}
