import { refused } from "./refusal";

/** What a file is, by the content type of its main part. */
export type WorkbookKind = "xlsx" | "xlsm" | "xltx" | "xltm";

const TRANSITIONAL = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const KINDS: ReadonlyMap<string, WorkbookKind> = new Map([
  [`${TRANSITIONAL}.sheet.main+xml`, "xlsx"],
  [`${TRANSITIONAL}.template.main+xml`, "xltx"],
  ["application/vnd.ms-excel.sheet.macroenabled.main+xml", "xlsm"],
  ["application/vnd.ms-excel.template.macroenabled.main+xml", "xltm"],
]);

const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^application\/vnd\.ms-excel\.sheet\.binary/, "a binary workbook (.xlsb)"],
  [/^application\/vnd\.ms-excel\.addin/, "an Excel add-in (.xlam)"],
  [/wordprocessingml|ms-word/, "a Word document"],
  [/presentationml|ms-powerpoint/, "a PowerPoint presentation"],
];

/** The kind of workbook that a main part of this content type makes; a Problem ("unreadable") for anything else. */
export function workbookKind(type: string | undefined): WorkbookKind {
  const plain = type?.toLowerCase() ?? "";
  const kind = KINDS.get(plain);
  if (kind !== undefined) return kind;
  const other = OTHERS.find(([pattern]) => pattern.test(plain))?.[1];
  if (other !== undefined) throw refused(`it is ${other}; save it as an Excel workbook (.xlsx)`);
  throw refused(
    `its main part is of the type ${JSON.stringify((type ?? "").slice(0, 100))}, not a workbook; save it as .xlsx in Excel`,
  );
}

const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A Problem ("unreadable") that names what the bytes are, where they are no zip file. */
export function refuseOtherFiles(file: Uint8Array): void {
  if (file.length === 0) throw refused("it is empty; take an earlier copy");
  if (file[0] === 0x50 && file[1] === 0x4b) return;
  const isCompound = COMPOUND.every((byte, at) => file[at] === byte);
  if (isCompound && holdsText(file, "EncryptedPackage"))
    throw refused(
      "it is encrypted with a password; open it in Excel, take the password away (File, Info, Protect Workbook, Encrypt with Password) and save it without one",
    );
  if (isCompound)
    throw refused("it is in the format of Excel 97 (.xls); save it as an Excel workbook (.xlsx)");
  throw refused("it is not an Excel workbook; save it as .xlsx in Excel");
}

/** Whether the bytes hold a text in UTF-16, as the directories of compound files do. */
function holdsText(file: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (character) => character.charCodeAt(0));
  for (let at = 0; at + wanted.length * 2 <= file.length; at++)
    if (wanted.every((code, i) => file[at + i * 2] === code && file[at + i * 2 + 1] === 0)) return true;
  return false;
}
