import { Problem } from "../../domain/problem";
import { isHtml } from "./reply";
import type { DownloadedFile } from "./source";

/** The Problem ("unreadable") of a document that a person handed in; `what` completes "cannot be read: …". */
export function unreadableFile({ name }: DownloadedFile, what: string, cause?: unknown): Problem {
  return new Problem("unreadable", `${name} cannot be read: ${what}.`, cause === undefined ? {} : { cause });
}

/** The text of a downloaded document without its byte order mark; archives, web pages and other encodings are Problems. */
export function textOfFile(file: DownloadedFile): string {
  if (file.bytes[0] === 0x50 && file.bytes[1] === 0x4b)
    throw unreadableFile(file, "it is an archive; unpack it and hand in the table inside");
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(file.bytes);
  } catch (cause) {
    throw unreadableFile(file, "it is not text in UTF-8", cause);
  }
  if (isHtml(text)) throw unreadableFile(file, "it is a web page; download the data, not the page");
  return text;
}
