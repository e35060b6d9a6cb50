import { withText } from "./parts";
import type { Package } from "./package";
import { damaged } from "./refusal";
import { spliced, type Splice } from "./splice";
import { attributeSplice } from "./tag";
import { flag, readXml, type XmlElement } from "./xml";

/** What may stand before the calculation properties, in the order of the schema (ECMA-376 18.2.27). */
const BEFORE = new Set([
  ...["fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"],
  ...["functionGroups", "externalReferences", "definedNames"],
]);

/** The package whose workbook Excel calculates anew, and whole, when it opens it. */
export function withCalculationOnLoad(pkg: Package): Package {
  const xml = pkg.text(pkg.workbook);
  const splice = calculationSplice(xml, pkg.workbook);
  return splice ? withText(pkg, pkg.workbook, spliced(xml, [splice])) : pkg;
}

function calculationSplice(xml: string, part: string): Splice | undefined {
  const root = rootOf(xml, part);
  const properties = root.children.find(({ element }) => element.name === "calcPr")?.element;
  if (properties)
    return flag(properties, "fullCalcOnLoad")
      ? undefined
      : attributeSplice(xml, properties, "fullCalcOnLoad", "1");
  const at = Math.max(
    ...root.children.filter(({ element }) => BEFORE.has(element.name)).map(({ end }) => end),
  );
  if (!Number.isFinite(at)) throw damaged(`its part ${part} lists no sheets`);
  return { start: at, end: at, text: `<${root.element.prefix}calcPr fullCalcOnLoad="1"/>` };
}

interface Root {
  readonly element: XmlElement;
  /** Its own children, and where each ends. */
  readonly children: readonly { readonly element: XmlElement; readonly end: number }[];
}

/** The root of a part with its children, not theirs. */
export function rootOf(xml: string, part: string): Root {
  const children: { element: XmlElement; end: number }[] = [];
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  readXml(xml, part, {
    open: (element) => {
      root ??= element;
      open.push(element);
    },
    close: (_name, _namespace, _start, end) => {
      const element = open.pop();
      if (element && open.length === 1) children.push({ element, end });
    },
  });
  if (!root) throw damaged(`its part ${part} is empty`);
  return { element: root, children };
}
