import { strFromU8, unzipSync } from "fflate";
import { EDITION } from "../../src/file/edition-parts";
import { FROZEN } from "../../src/file/frozen-document";
import { decodeParts } from "../../src/file/parts";
import { encodeParts } from "../../src/file/parts-encode";
import { customXml, withCustomXml } from "../../src/xlsx/custom-xml";
import { openPackage, savePackage } from "../../src/xlsx/package";
import { relationship, workbookFile } from "./workbook-file";

const withOthers = () =>
  workbookFile({
    links:
      relationship("rId9", "customXml", "../customXml/item1.xml") +
      relationship("rId10", "customXml", "../customXml/item3.xml"),
    parts: {
      "customXml/item1.xml":
        '<?xml version="1.0"?><other xmlns="urn:else"><frozen xmlns="urn:digitrade-for-excel:frozen"/></other>',
      "customXml/item3.xml": "no XML at all",
    },
  });

const reopened = (pkg: Parameters<typeof savePackage>[0]) => openPackage(savePackage(pkg));

test("what is written is read back, beside the parts of others", async () => {
  const { parts } = await encodeParts(EDITION, { a: "日本" }, 3, { mostText: 420 });
  expect(parts.length).toBeGreaterThan(1);
  const file = savePackage(withCustomXml(openPackage(withOthers()), EDITION, parts));
  const pkg = openPackage(file);
  expect(customXml(pkg, EDITION)).toEqual(parts);
  expect((await decodeParts(EDITION, customXml(pkg, EDITION)))?.json).toEqual({ a: "日本" });
  expect(customXml(pkg, FROZEN)).toEqual([]);
  expect(pkg.text("customXml/item1.xml")).toContain("urn:else");
  expect(pkg.relationships("customXml/item2.xml").map(({ kind, target }) => [kind, target])).toEqual([
    ["customXmlProps", "customXml/itemProps2.xml"],
  ]);
  expect(pkg.contentType("customXml/itemProps2.xml")).toMatch(/customXmlProperties/);
});

test("two kinds live beside one another and are replaced alone", () => {
  const one = '<edition xmlns="urn:digitrade-for-excel:edition">1</edition>';
  const two = '<f:frozen xmlns:f="urn:digitrade-for-excel:frozen">2</f:frozen>';
  const both = reopened(
    withCustomXml(withCustomXml(openPackage(withOthers()), EDITION, [one]), FROZEN, [two, two]),
  );
  expect([customXml(both, EDITION), customXml(both, FROZEN)]).toEqual([[one], [two, two]]);
  const after = reopened(withCustomXml(both, FROZEN, ["<frozen xmlns='urn:digitrade-for-excel:frozen'/>"]));
  expect(customXml(after, EDITION)).toEqual([one]);
  expect(customXml(after, FROZEN)).toHaveLength(1);
});

test("taken away, nothing of it is left: the file is what it was", () => {
  const before = withOthers();
  const added = reopened(
    withCustomXml(openPackage(before), FROZEN, ['<frozen xmlns="urn:digitrade-for-excel:frozen"/>']),
  );
  const after = savePackage(withCustomXml(added, FROZEN, []));
  const text = (file: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  expect(text(after)).toEqual(text(before));
});

test("every part has a number of its own, the same each time", () => {
  const text = '<frozen xmlns="urn:digitrade-for-excel:frozen"/>';
  const write = () => withCustomXml(openPackage(withOthers()), FROZEN, [text, text]);
  const ids = (pkg: ReturnType<typeof write>) =>
    pkg.names
      .filter((name) => name.includes("itemProps"))
      .map((name) => /itemID="(\{[^"]+\})"/.exec(pkg.text(name))?.[1]);
  expect(ids(write())).toEqual(ids(write()));
  expect(new Set(ids(write())).size).toBe(2);
  for (const id of ids(write())) expect(id).toMatch(/^\{[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}\}$/);
});
