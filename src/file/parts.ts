import { Problem } from "../domain/problem";
import { crc32, fromBase64 } from "./bytes";
import { canDeflate, inflate } from "./deflate";

/** One kind of thing that travels in the file, as custom XML parts. */
export interface PartKind {
  /** The name by which the parts are found, whatever their schema. Never change it: files hold it for years. */
  readonly namespace: string;
  /** Of the root element. */
  readonly element: string;
  /** In words, in the plural: "the figures kept in this workbook". */
  readonly what: string;
}

export const SCHEMA = 1;

/** Which writing is in the file: counted up with each, and the check sum of what was written. */
export interface Stamp {
  readonly serial: number;
  readonly crc: string;
}

/** How what travels in a file is unpacked; hosts with something faster than a browser's streams bring theirs. */
export interface Unpacking {
  /** Raw deflate; throws or rejects where the bytes are none. */
  readonly inflate: (packed: Uint8Array<ArrayBuffer>) => Uint8Array | Promise<Uint8Array>;
  readonly crc32: (bytes: Uint8Array) => string;
}

const BROWSER: Unpacking = { inflate, crc32 };

/** What the file holds, decoded. */
export interface Kept {
  readonly stamp: Stamp;
  readonly json: unknown;
}

/**
 * What the parts of a file hold, in whatever order; undefined where there are none. Anything but one whole writing is a
 * Problem ("unreadable"): better nothing than something of another writing. Where an older writing was left beside a newer
 * whole one, the newer counts; two of the same number come from two people who wrote at once, and neither counts.
 */
export async function decodeParts(
  kind: PartKind,
  texts: readonly string[],
  unpacking: Unpacking = BROWSER,
): Promise<Kept | undefined> {
  const unreadable = refusal(kind);
  const parts = texts.map((text) => readPart(kind, text));
  if (parts.length === 0) return undefined;
  const serial = Math.max(...parts.map((part) => part.serial));
  const newest = parts.filter((part) => part.serial === serial);
  const [first] = newest;
  if (!first) return undefined;
  if (newest.some(({ crc }) => crc !== first.crc))
    throw unreadable.because("two people changed them at the same time; restore an earlier copy of the file");
  const pieces = Array.from({ length: first.of }, (_, i) => newest.find(({ part }) => part === i + 1));
  const whole = pieces.flatMap((piece) => (piece ? [piece.text] : []));
  if (whole.length < first.of || newest.length > first.of)
    throw unreadable.damaged(`${whole.length} of ${first.of} parts are there`);
  return {
    stamp: { serial, crc: first.crc },
    json: await contentOf(whole.join(""), first, unreadable, unpacking),
  };
}

async function contentOf(
  text: string,
  { crc, encoding }: Part,
  { because, damaged }: Refusal,
  unpacking: Unpacking,
): Promise<unknown> {
  if (encoding === "deflate-raw" && unpacking === BROWSER && !canDeflate())
    throw because("this Excel is too old to unpack them; update Excel or its web view");
  let bytes: Uint8Array;
  try {
    const packed = fromBase64(text);
    bytes = encoding === "plain" ? packed : await unpacking.inflate(packed);
  } catch (cause) {
    throw damaged("they cannot be unpacked", cause);
  }
  if (unpacking.crc32(bytes) !== crc) throw damaged("their check sum is wrong");
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (cause) {
    throw damaged("they are not in our format", cause);
  }
}

interface Part extends Stamp {
  readonly encoding: "deflate-raw" | "plain";
  readonly part: number;
  readonly of: number;
  readonly text: string;
}

/** Excel may add a declaration, white space or a prefix, and order attributes as it likes. */
function readPart(kind: PartKind, xml: string): Part {
  const { because, damaged } = refusal(kind);
  const found = new RegExp(
    String.raw`<(?:[\w.-]+:)?${kind.element}\b(?<attributes>[^>]*)>(?<text>[^<]*)</`,
  ).exec(xml);
  const attributes = new Map(
    [...(found?.groups?.["attributes"] ?? "").matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, key = "", double, single]) => [key, double ?? single ?? ""],
    ),
  );
  const count = (key: string): number => Number(attributes.get(key) ?? NaN);
  if (count("schema") > SCHEMA) throw because("a newer version of DigiTrade wrote them; update DigiTrade");
  const [serial, part, of] = [count("serial"), count("part"), count("of")];
  const [crc, encoding] = [attributes.get("crc"), attributes.get("encoding")];
  const numbered = [serial, part, of].every((n) => Number.isInteger(n) && n > 0) && part <= of && of < 10_000;
  if (count("schema") !== SCHEMA || !numbered || crc === undefined)
    throw damaged("a part is not in our format");
  if (encoding !== "deflate-raw" && encoding !== "plain") throw damaged("a part is packed in an unknown way");
  return { serial, crc, encoding, part, of, text: (found?.groups?.["text"] ?? "").replace(/\s+/g, "") };
}

interface Refusal {
  readonly because: (why: string, cause?: unknown) => Problem;
  readonly damaged: (how: string, cause?: unknown) => Problem;
}

function refusal({ what }: PartKind): Refusal {
  const subject = what.charAt(0).toUpperCase() + what.slice(1);
  const because = (why: string, cause?: unknown): Problem =>
    new Problem("unreadable", `${subject} cannot be read: ${why}.`, { cause });
  return {
    because,
    damaged: (how, cause) => because(`they are damaged (${how}); restore an earlier copy of the file`, cause),
  };
}
