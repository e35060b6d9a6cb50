import { BUILT_IN } from "../number-formats";
import { attribute, readXml } from "../xml";

/** The numbers by which the cell formats of a file name their number formats. */
export interface NumberFormatIds {
  /** That of a format; a new one for a format that the file does not know, which it then has. */
  readonly idOf: (format: string) => { readonly id: number; readonly isNew: boolean };
}

/** Those below belong to Excel, which shows some of them as the country has it. */
const FIRST_OWN = 164;
/** Of Excel's own, those that mean the same everywhere. */
const SAME_EVERYWHERE = [0, 1, 2, 3, 4, 9, 10, 11, 49];

/** What a part of styles knows already. */
export function readNumberFormatIds(xml: string, part: string): NumberFormatIds {
  const known = new Map<string, number>();
  let highest = FIRST_OWN - 1;
  for (const id of SAME_EVERYWHERE) known.set(BUILT_IN[id] ?? "", id);
  readXml(xml, part, {
    open: (element) => {
      const id = Number(attribute(element, "numFmtId"));
      if (element.name !== "numFmt" || !Number.isInteger(id)) return;
      highest = Math.max(highest, id);
      known.set(attribute(element, "formatCode") ?? "", id);
    },
  });
  return {
    idOf: (format) => {
      const held = known.get(format);
      if (held !== undefined) return { id: held, isNew: false };
      known.set(format, ++highest);
      return { id: highest, isNew: true };
    },
  };
}
