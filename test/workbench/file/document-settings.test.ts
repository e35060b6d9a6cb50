import { readSettings } from "../../../src/workbench/file/document-settings";
import { openPackage } from "../../../src/xlsx/package";
import { workbookFile } from "../../xlsx/workbook-file";
import { bytesOf, closeGridFiles, gridFile, packageOf } from "./grid-file";
import { EXTENSION, property, webExtension, withExtensions } from "./web-extension";

afterEach(closeGridFiles);

const ASK = property("digitrade.opening", "&quot;ask&quot;");
const SHOWN = property("Office.AutoShowTaskpaneWithDocument", "true");
const KEY = "setting:digitrade.opening";

test("the settings of our add-in are there, and no other's; unchanged, the file stays as it is", () => {
  const bytes = workbookFile(withExtensions(SHOWN + ASK + property("digitrade.plain", "as it is")));
  const file = gridFile(bytes);
  expect(Object.fromEntries(file.host.book.state.list("setting:"))).toEqual({
    "Office.AutoShowTaskpaneWithDocument": true,
    "digitrade.opening": "ask",
    "digitrade.plain": "as it is",
  });
  expect(bytesOf(file.save())).toBe(bytes);
});

test("what is chosen otherwise is written in its place, what is new behind it, what is taken away is gone", () => {
  const file = gridFile(workbookFile(withExtensions(SHOWN + ASK)));
  file.host.book.store(KEY, "refresh");
  file.host.book.store("setting:digitrade.note", { words: 'a "b" & <c>' });
  const pkg = packageOf(file.save());
  const added = "{&quot;words&quot;:&quot;a \\&quot;b\\&quot; &amp; &lt;c&gt;&quot;}";
  const now = property("digitrade.opening", "&quot;refresh&quot;") + property("digitrade.note", added);
  expect(pkg.text(EXTENSION)).toBe(webExtension(SHOWN + now));
  expect(readSettings(pkg).get("digitrade.note")).toEqual({ words: 'a "b" & <c>' });
  const again = gridFile(bytesOf(file.save()));
  again.host.book.store("setting:digitrade.note", undefined);
  again.host.book.store(KEY, "keep");
  expect(packageOf(again.save()).text(EXTENSION)).toBe(
    webExtension(SHOWN + property("digitrade.opening", "&quot;keep&quot;")),
  );
});

const refused = (properties: string | undefined, policy: string): boolean => {
  const file = gridFile(workbookFile(properties === undefined ? {} : withExtensions(properties)));
  file.host.book.store(KEY, policy);
  const saved = file.save();
  return saved.kind === "refused" && saved.refused.every(({ what }) => what === "setting");
};

test("what only Excel can promise is refused: that the add-in comes with a workbook which opened by itself so far", () => {
  expect(refused(undefined, "ask")).toBe(true);
  expect(refused(SHOWN, "ask")).toBe(true);
  expect(refused(property("digitrade.opening", "&quot;keep&quot;"), "refresh")).toBe(true);
  expect(refused(undefined, "keep")).toBe(false);
  expect(refused(ASK, "refresh")).toBe(false);
});

test("a file whose parts are missing or hold no settings has none", () => {
  const { parts, ...file } = withExtensions(ASK);
  const { [EXTENSION]: _, ...rest } = parts ?? {};
  expect(readSettings(openPackage(workbookFile({ ...file, parts: rest })))).toEqual(new Map());
  expect(readSettings(openPackage(workbookFile()))).toEqual(new Map());
});

test("another add-in's part that cannot be read keeps no file from being opened", () => {
  const file = withExtensions(ASK);
  const parts = { ...file.parts, "xl/webextensions/webextension1.xml": "<we:webextension" };
  expect(readSettings(openPackage(workbookFile({ ...file, parts })))).toEqual(
    new Map([["digitrade.opening", "ask"]]),
  );
});
