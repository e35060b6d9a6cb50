import { lostParts } from "../../../src/workbench/file/lost-parts";
import { words } from "../../../src/workbench/page/dictionary";
import { lostLine, refusedLines } from "../../../src/workbench/page/file-sentences";
import { signedFile } from "../../xlsx/signed-file";
import { workbookFile } from "../../xlsx/workbook-file";
import { bytesOf, closeGridFiles, gridFile } from "./grid-file";

afterEach(closeGridFiles);

const signed = signedFile(
  workbookFile({ sheets: { Data: '<sheetData><row r="1"><c r="A1"><v>2</v></c></row></sheetData>' } }),
);

test("a signed file is saved as it is where nothing was changed, and not with a change", () => {
  const file = gridFile(signed);
  expect(bytesOf(file.save())).toBe(signed);
  file.type("A1", "3");
  expect(file.save()).toEqual({ kind: "refused", refused: [{ what: "signed", where: "Trade.xlsx" }] });
  file.type("A1", "2");
  expect(bytesOf(file.save())).toBe(signed);
});

test("the refusal is a sentence in both languages", () => {
  const refused = [{ what: "signed", where: "Trade.xlsx" }] as const;
  expect(refusedLines(refused, "en")).toEqual([
    "Trade.xlsx is digitally signed, and any change would break its signature",
  ]);
  expect(refusedLines(refused, "ja")).toEqual([
    "Trade.xlsx にはデジタル署名があり、変更すると署名が無効になります",
  ]);
});

test("it is said that a new workbook loses the signature", () => {
  const lost = lostParts(gridFile(signed).opened);
  expect(lost).toEqual(["signature", "looks"]);
  expect(lostLine(lost, words("en"), "en")).toContain(
    "It loses: the digital signature, fonts, colours and borders of cells.",
  );
  expect(lostLine(lost, words("ja"), "ja")).toContain("デジタル署名");
  expect(lostParts(gridFile(workbookFile()).opened)).toEqual(["looks"]);
});
