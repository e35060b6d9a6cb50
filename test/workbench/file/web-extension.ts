import { override, type WorkbookFile } from "../../xlsx/workbook-file";

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = "http://schemas.microsoft.com/office";
const R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";

export const EXTENSION = "xl/webextensions/webextension2.xml";

/** An add-in's part as Excel writes it, with these properties. */
export const webExtension = (properties: string): string =>
  `${DECLARATION}<we:webextension xmlns:we="${OFFICE}/webextensions/webextension/2010/11" id="{6D3BA2C6-14E4-4F3E-8E7C-5D2D1F6C7A11}">` +
  '<we:reference id="6d88377c-fff1-5e78-ab9e-34b3dae71782" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/>' +
  `<we:properties>${properties}</we:properties><we:bindings/><we:snapshot xmlns:r="${R}"/></we:webextension>`;

/** `value` is JSON, as it stands in an attribute. */
export const property = (name: string, value: string): string =>
  `<we:property name="${name}" value="${value}"/>`;

/** A workbook with which two add-ins were used: somebody else's, and the one with these properties. */
export function withExtensions(properties: string): WorkbookFile {
  const link = (id: number, kind: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${OFFICE}/2011/relationships/${kind}" Target="${target}"/>`;
  const pane = (id: number): string =>
    `<wetp:taskpane dockstate="right" visibility="0" width="350" row="${id}"><wetp:webextensionref xmlns:r="${R}" r:id="rId${id}"/></wetp:taskpane>`;
  const names = ["webextension1", "webextension2"];
  return {
    packageLinks: link(9, "webextensiontaskpanes", "xl/webextensions/taskpanes.xml"),
    parts: {
      "xl/webextensions/taskpanes.xml": `${DECLARATION}<wetp:taskpanes xmlns:wetp="${OFFICE}/webextensions/taskpanes/2010/11">${pane(1)}${pane(2)}</wetp:taskpanes>`,
      "xl/webextensions/_rels/taskpanes.xml.rels": `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${names.map((name, i) => link(i + 1, "webextension", `${name}.xml`)).join("")}</Relationships>`,
      "xl/webextensions/webextension1.xml": webExtension(property("other.opening", "&quot;ask&quot;")),
      [EXTENSION]: webExtension(properties),
    },
    types:
      override("xl/webextensions/taskpanes.xml", "application/vnd.ms-office.webextensiontaskpanes+xml") +
      names
        .map((name) => override(`xl/webextensions/${name}.xml`, "application/vnd.ms-office.webextension+xml"))
        .join(""),
  };
}
