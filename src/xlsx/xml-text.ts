import { damaged } from "./refusal";

/** How the text of a part is stored; a byte order mark stays part of the text. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** The text of an XML part, in the encoding that its first bytes tell; a Problem where they are no text. */
export function decodeXml(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw damaged(`its part ${part} is not readable text`, cause);
  }
}

/** UTF-16 has a byte order mark, or starts with `<` in two bytes. */
export function encodingOf([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** A text as the bytes of a part that is stored as `like` is. */
export function encodeXml(text: string, like: Encoding = "utf-8"): Uint8Array {
  if (like === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), like === "utf-16le");
  return bytes;
}

/** Text between tags. A carriage return would come back as a line feed. */
export function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;")
    : text;
}

/** Text between double quotes; blanks of other kinds would come back as spaces. */
export function escapeAttribute(text: string): string {
  if (!/[&<>\r"\n\t]/.test(text)) return text;
  return escapeText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
