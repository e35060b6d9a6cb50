import { toBase64 } from "./base64-encode";
import { crc32 } from "./bytes";
import { canDeflate, deflate } from "./deflate";
import { SCHEMA, type PartKind, type Stamp } from "./parts";

/** Of a part's text: Word on the web refuses parts over 1 MB (office-js #2408), and Excel hands them out whole. */
const LARGEST_PART = 500_000;
const ENVELOPE = 400;

/** How what travels in a file is packed; see {@link Unpacking}. */
export interface Packing {
  readonly deflate: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;
  readonly crc32: (bytes: Uint8Array) => string;
}

const BROWSER: Packing = { deflate, crc32 };

export interface EncodeOptions {
  readonly mostText?: number;
  readonly packing?: Packing;
}

/** Something that travels in the file as the texts of custom XML parts, deflated where the browser can, in base64. */
export async function encodeParts(
  { namespace, element }: PartKind,
  json: unknown,
  serial: number,
  { mostText = LARGEST_PART, packing = BROWSER }: EncodeOptions = {},
): Promise<{ readonly stamp: Stamp; readonly parts: readonly string[] }> {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  const crc = packing.crc32(bytes);
  const encoding = packing !== BROWSER || canDeflate() ? "deflate-raw" : "plain";
  const text = toBase64(encoding === "plain" ? bytes : await packing.deflate(bytes));
  const each = mostText - ENVELOPE;
  const count = Math.max(1, Math.ceil(text.length / each));
  const parts = Array.from({ length: count }, (_, i) => {
    const piece = text.slice(i * each, (i + 1) * each);
    return (
      `<${element} xmlns="${namespace}" schema="${SCHEMA}" serial="${serial}" crc="${crc}" ` +
      `encoding="${encoding}" part="${i + 1}" of="${count}">${piece}</${element}>`
    );
  });
  return { stamp: { serial, crc }, parts };
}
