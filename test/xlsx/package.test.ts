import { strToU8, unzipSync, zipSync } from "fflate";
import { Problem } from "../../src/domain/problem";
import { openPackage, savePackage, withChanges } from "../../src/xlsx/package";
import { withoutPart, withPart } from "../../src/xlsx/parts";
import { workbookFile, workbookParts, zipped } from "./workbook-file";

test("parts, their types and links, whatever the capitals", () => {
  const pkg = openPackage(workbookFile({ strings: "<sst/>" }));
  expect(pkg.kind).toBe("xlsx");
  expect(pkg.workbook).toBe("xl/workbook.xml");
  expect(pkg.names).toEqual(Object.keys(workbookParts({ strings: "<sst/>" })));
  expect(pkg.has("XL/SharedStrings.xml")).toBe(true);
  expect(pkg.text("XL/SharedStrings.xml")).toBe("<sst/>");
  expect(pkg.contentType("xl/SHAREDSTRINGS.xml")).toMatch(/sharedStrings\+xml$/);
  expect(pkg.contentType("xl/any.XML")).toBe("application/xml");
  expect(pkg.contentType("xl/any.png")).toBeUndefined();
  expect(pkg.relationships("xl/workbook.xml").map(({ kind, target }) => [kind, target])).toEqual([
    ["worksheet", "xl/worksheets/sheet1.xml"],
    ["sharedStrings", "xl/sharedStrings.xml"],
  ]);
  expect(pkg.relationships("xl/worksheets/sheet1.xml")).toEqual([]);
  expect(() => pkg.bytes("xl/none.xml")).toThrow(/its part xl\/none\.xml is missing/);
});

test.each([
  ["application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "xltx"],
  ["application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xlsm"],
  ["application/vnd.ms-excel.template.macroEnabled.main+xml", "xltm"],
])("%s is a workbook too", (mainType, kind) => {
  expect(openPackage(workbookFile({ mainType })).kind).toBe(kind);
});

/** Where the packed bytes of a part are, found without the code under test. */
function packedBytes(file: Uint8Array, name: string): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length - 30; at++) {
    if (view.getUint32(at, true) !== 0x04034b50) continue;
    const length = view.getUint16(at + 26, true);
    const start = at + 30 + length + view.getUint16(at + 28, true);
    if (Buffer.from(file.subarray(at + 30, at + 30 + length)).toString() === name)
      return file.subarray(start, start + view.getUint32(at + 18, true));
  }
  throw new Error(`no ${name}`);
}

test("saved: untouched parts keep their packed bytes, changed ones their place, new ones follow", () => {
  // Packed in a way that ours would not choose.
  const parts = workbookParts({ parts: { "xl/media/a.bin": "aaaaaaaaaaaaaaaaaaaaaa" } });
  const file = zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, [strToU8(part as string), { level: 1 as const }]]),
    ),
    { mtime: "2001-02-03T04:05:06" },
  );
  const pkg = openPackage(file);
  const saved = savePackage(
    pkg,
    new Map([
      ["xl/new.xml", strToU8("<n/>")],
      ["XL/Workbook.xml", strToU8(`${pkg.text("xl/workbook.xml")}<!-- -->`)],
      ["xl/media/a.bin", null],
    ]),
  );
  const names = Object.keys(unzipSync(saved));
  expect(names).toEqual([...Object.keys(parts).filter((name) => name !== "xl/media/a.bin"), "xl/new.xml"]);
  for (const name of ["xl/worksheets/sheet1.xml", "[Content_Types].xml", "_rels/.rels"])
    expect(packedBytes(saved, name)).toEqual(packedBytes(file, name));
  expect(Buffer.from(unzipSync(saved)["xl/workbook.xml"]!).toString()).toMatch(/<!-- -->$/);
  expect(savePackage(pkg)).toEqual(savePackage(openPackage(savePackage(pkg))));
});

test("changes come on top of one another", () => {
  const pkg = openPackage(workbookFile());
  const first = withChanges(pkg, new Map([["xl/a.xml", strToU8("<a/>")]]));
  const second = withChanges(first, new Map([["XL/A.xml", null]]));
  expect([first.has("xl/a.xml"), first.names.includes("xl/a.xml"), first.text("xl/A.xml")]).toEqual([
    true,
    true,
    "<a/>",
  ]);
  expect([second.has("xl/a.xml"), second.names.length]).toEqual([false, pkg.names.length]);
  expect(() => second.bytes("xl/a.xml")).toThrow(Problem);
});

test("a part is added with its type and its link, and taken away without a trace", () => {
  const pkg = openPackage(workbookFile());
  const added = withPart(pkg, {
    ...{ name: "xl/drawings/drawing1.xml", content: strToU8("<d/>"), contentType: "a/b&c" },
    ...{ from: "xl/worksheets/sheet1.xml", relationship: "http://x/drawing" },
  });
  expect(added.contentType("xl/drawings/drawing1.xml")).toBe("a/b&c");
  expect(added.relationships("xl/worksheets/sheet1.xml")).toEqual([
    {
      id: "rId1",
      type: "http://x/drawing",
      kind: "drawing",
      target: "xl/drawings/drawing1.xml",
      isExternal: false,
    },
  ]);
  expect(added.text("[Content_Types].xml").replace(/<Override PartName="\/xl\/drawings[^>]*>/, "")).toBe(
    pkg.text("[Content_Types].xml"),
  );
  const again = withoutPart(added, "XL/drawings/drawing1.xml", "xl/worksheets/sheet1.xml");
  expect(again.text("[Content_Types].xml")).toBe(pkg.text("[Content_Types].xml"));
  expect(again.relationships("xl/worksheets/sheet1.xml")).toEqual([]);
  expect(again.has("xl/drawings/drawing1.xml")).toBe(false);
});

test("lists with prefixes, and empty ones, take new entries too", () => {
  const parts = workbookParts({});
  const types = parts["[Content_Types].xml"] as string;
  const pkg = openPackage(
    zipped({
      ...parts,
      "[Content_Types].xml": types
        .replaceAll(/<(\/?)(Types|Override|Default)/g, "<$1t:$2")
        .replace(" xmlns=", " xmlns:t="),
      "xl/worksheets/_rels/sheet1.xml.rels": '<r:Relationships xmlns:r="x"/>',
    }),
  );
  const part = {
    content: strToU8("<d/>"),
    from: "xl/worksheets/sheet1.xml",
    relationship: "http://x/drawing",
  };
  const once = withPart(pkg, { ...part, name: "xl/d1.xml", contentType: "a/b" });
  const twice = withPart(once, { ...part, name: "xl/d2.xml", contentType: "a/c" });
  expect(twice.text("[Content_Types].xml")).toContain(
    '<t:Override PartName="/xl/d2.xml" ContentType="a/c"/></t:Types>',
  );
  expect(twice.text("xl/worksheets/_rels/sheet1.xml.rels")).toBe(
    '<r:Relationships xmlns:r="x"><r:Relationship Id="rId1" Type="http://x/drawing" Target="../d1.xml"/><r:Relationship Id="rId2" Type="http://x/drawing" Target="../d2.xml"/></r:Relationships>',
  );
});
