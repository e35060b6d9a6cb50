import { damaged } from "./refusal";
import { attribute, flag, readXml, type XmlElement } from "./xml";

/** What the main part of a workbook says. */
export interface WorkbookPart {
  readonly sheets: readonly ListedSheet[];
  readonly names: readonly ListedName[];
  readonly from1904: boolean;
  /** Repeats circular calculations. */
  readonly isIterative: boolean;
  readonly roundsAsShown: boolean;
}

export interface ListedSheet {
  readonly name: string;
  readonly relationship: string;
  readonly visibility: "visible" | "hidden" | "veryHidden";
}

export interface ListedName {
  readonly name: string;
  readonly formula: string;
  /** Place among the sheets. */
  readonly sheet?: number;
  readonly isHidden: boolean;
}

export function readWorkbookPart(xml: string, part: string): WorkbookPart {
  const sheets: ListedSheet[] = [];
  const names: ListedName[] = [];
  let from1904 = false;
  let isIterative = false;
  let roundsAsShown = false;
  let open: XmlElement | undefined;
  let formula = "";
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "sheet") sheets.push(listedSheet(element, part));
      if (element.name === "workbookPr") from1904 = flag(element, "date1904");
      if (element.name === "calcPr") {
        isIterative = flag(element, "iterate");
        roundsAsShown = !flag(element, "fullPrecision", true);
      }
      if (element.name === "definedName") {
        open = element;
        formula = "";
      }
    },
    text: (piece) => {
      if (open) formula += piece;
    },
    close: (name) => {
      if (name !== "definedName" || !open) return;
      const sheet = attribute(open, "localSheetId");
      names.push({
        name: attribute(open, "name") ?? "",
        formula,
        isHidden: flag(open, "hidden"),
        ...(sheet === undefined ? {} : { sheet: Number(sheet) }),
      });
      open = undefined;
    },
  });
  if (sheets.length === 0) throw damaged("it has no sheets");
  return { sheets, names, from1904, isIterative, roundsAsShown };
}

function listedSheet(element: XmlElement, part: string): ListedSheet {
  const name = attribute(element, "name");
  const relationship = element.relationship;
  const state = attribute(element, "state");
  if (name === undefined || relationship === undefined)
    throw damaged(`its part ${part} names a sheet that it does not hold`);
  return {
    name,
    relationship,
    visibility: state === "hidden" || state === "veryHidden" ? state : "visible",
  };
}
