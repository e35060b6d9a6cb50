import type { Day } from "../../domain/period";
import { isMarkName } from "../../file/chart-mark";
import { withCustomXml } from "../../xlsx/custom-xml";
import { writeWorkbook } from "../../xlsx/new/write";
import { openPackage, savePackage, type Package } from "../../xlsx/package";
import { withText } from "../../xlsx/parts";
import { spliced, type Splice } from "../../xlsx/splice";
import { attributeSplice } from "../../xlsx/tag";
import { attribute, readXml, type XmlElement } from "../../xlsx/xml";
import type { Host } from "../host/index";
import type { Engine } from "../sheet/engine";
import { withDefinedNames } from "./defined-names";
import { withFrozen } from "./frozen-panes";
import { KINDS } from "./grid-book";
import { imageOf, type GridImage } from "./grid-image";
import { namesNow } from "./names-now";
import { newPlan } from "./new-plan";

export interface NewFile {
  readonly title: string;
  /** The day that the file says it was made on. */
  readonly created: Day;
  /** What every printed page says below. */
  readonly footer: string;
}

/** The whole workbook of the grid as a new .xlsx file; the library that writes it must be ready. */
export function saveNew(engine: Engine, host: Host, { title, created, footer }: NewFile): Uint8Array {
  const { plan, worked } = newPlan(title, engine, host);
  const image = imageOf(host);
  let pkg = openPackage(writeWorkbook(plan, worked, { footer, created, edition: [] }));
  const names = namesNow(host).filter(({ name }) => !isMarkName(name) && !name.startsWith("office_link_"));
  pkg = withDefinedNames(pkg, { remove: [], add: names });
  pkg = withVisibility(pkg, host);
  pkg = withGridLines(pkg, image);
  pkg = withPanes(pkg, image);
  for (const kind of KINDS) {
    const texts = Object.entries(image.office ?? {}).flatMap(([key, text]) =>
      key.startsWith("xml:") && typeof text === "string" && text.includes(kind.namespace) ? [text] : [],
    );
    if (texts.length > 0) pkg = withCustomXml(pkg, kind, texts);
  }
  return savePackage(pkg);
}

const STATES = { Visible: undefined, Hidden: "hidden", VeryHidden: "veryHidden" } as const;

/** Hidden sheets stay hidden, and the workbook opens on one that is seen. */
function withVisibility(pkg: Package, { sheets }: Host): Package {
  const states = sheets.ids().map((id) => STATES[sheets.visibility(id)]);
  if (states.every((state) => state === undefined)) return pkg;
  const xml = pkg.text(pkg.workbook);
  const splices: Splice[] = [];
  let place = 0;
  readXml(xml, pkg.workbook, {
    open: (element) => {
      if (element.name === "sheet") {
        const state = states[place++];
        if (state !== undefined) splices.push(attributeSplice(xml, element, "state", state));
      }
      if (element.name === "workbookView")
        splices.push(attributeSplice(xml, element, "activeTab", String(states.indexOf(undefined))));
    },
  });
  return withText(pkg, pkg.workbook, spliced(xml, splices));
}

/** Rows and columns that stay in sight; heights and widths are planned. */
function withPanes(pkg: Package, { sheets }: GridImage): Package {
  const parts = pkg.relationships(pkg.workbook).filter(({ kind }) => kind === "worksheet");
  return sheets.reduce((after, { panes }, place) => {
    const part = parts[place]?.target;
    if (part === undefined || !panes) return after;
    const frozen = { rows: panes.ySplit, columns: panes.xSplit };
    return withText(after, part, withFrozen(after.text(part), part, frozen));
  }, pkg);
}

/** The library is told to leave the lines between cells out; sheets that have them get them back. */
function withGridLines(pkg: Package, { sheets }: GridImage): Package {
  const parts = pkg.relationships(pkg.workbook).filter(({ kind }) => kind === "worksheet");
  let after = pkg;
  for (const [place, { areGridLinesVisible }] of sheets.entries()) {
    const part = parts[place]?.target;
    if (part === undefined || !areGridLinesVisible) continue;
    const xml = after.text(part);
    const views: XmlElement[] = [];
    readXml(xml, part, {
      open: (element) => {
        if (element.name === "sheetView" && attribute(element, "showGridLines") === "0") views.push(element);
      },
    });
    const splices = views.map((view) => attributeSplice(xml, view, "showGridLines", "1"));
    if (splices.length > 0) after = withText(after, part, spliced(xml, splices));
  }
  return after;
}
