import { unzipSync } from "fflate";
import { isSigned } from "../../src/xlsx/digital-signature";
import { openPackage } from "../../src/xlsx/package";
import { signedFile } from "./signed-file";
import { override, relationship, workbookFile, zipped } from "./workbook-file";

const isSignedFile = (file: Uint8Array): boolean => isSigned(openPackage(file));

test("a file is signed where its origin leads to a signature, or a part is one by its type", () => {
  expect(isSignedFile(signedFile(workbookFile()))).toBe(true);
  expect(isSignedFile(signedFile(workbookFile(), { isTyped: false }))).toBe(true);
  const { "_xmlsignatures/_rels/origin.sigs.rels": lost, ...rest } = unzipSync(signedFile(workbookFile()));
  expect(lost).toBeDefined();
  expect(isSignedFile(zipped(rest))).toBe(true);
});

test("a file is not signed where there is nothing of it, or no more than the origin of a signature that was removed", () => {
  expect(isSignedFile(workbookFile())).toBe(false);
  expect(isSignedFile(signedFile(workbookFile(), { signature: false }))).toBe(false);
});

test("the signature of a macro project is not one of the file", () => {
  const signature = "application/vnd.ms-office.vbaProjectSignature";
  const file = workbookFile({
    mainType: "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
    types:
      override("xl/vbaProject.bin", "application/vnd.ms-office.vbaProject") +
      override("xl/vbaProjectSignature.bin", signature),
    links: relationship("rIdVba", "vbaProject", "vbaProject.bin"),
    parts: {
      "xl/vbaProject.bin": "macros",
      "xl/_rels/vbaProject.bin.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProjectSignature" Target="vbaProjectSignature.bin"/></Relationships>`,
      "xl/vbaProjectSignature.bin": "signature",
    },
  });
  expect(openPackage(file).contentType("xl/vbaProjectSignature.bin")).toBe(signature);
  expect(isSignedFile(file)).toBe(false);
});
