import { deflateSync, Inflate } from "fflate";
import { crc32 } from "../file/bytes";
import type { Unpacking } from "../file/parts";
import type { Packing } from "../file/parts-encode";

/** How parts are packed and unpacked; hosts with something faster than this project's own bring theirs. */
export interface ZipCodec {
  /** Unpacks raw deflate; undefined where it comes to more bytes than `most`, and throws where it is damaged. */
  readonly inflate: (packed: Uint8Array, most: number) => Uint8Array | undefined;
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** The check sum of zip files. */
  readonly crc32: (bytes: Uint8Array) => number;
}

/** In any host. */
export const OWN_CODEC: ZipCodec = {
  inflate: inflated,
  deflate: (bytes) => deflateSync(bytes, { level: 6 }),
  crc32: (bytes) => Number.parseInt(crc32(bytes), 16),
};

/** What a file keeps of its own figures may come to this many bytes. */
const MOST_KEPT = 200_000_000;

/** The same for what travels within the parts. */
export const packingOf = (codec: ZipCodec): Packing & Unpacking => ({
  inflate: (packed) => {
    const bytes = codec.inflate(packed, MOST_KEPT);
    if (!bytes) throw new RangeError("too large");
    return bytes;
  },
  deflate: codec.deflate,
  crc32: (bytes) => codec.crc32(bytes).toString(16).padStart(8, "0"),
});

/** Packed bytes at a time: deflate packs at most 1032 into one, so that no more than 8 MB come out of one step. */
const STEP = 8192;

/** Step by step, so that what is larger than it says ends there. */
function inflated(packed: Uint8Array, most: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    pieces.push(piece);
  });
  for (let at = 0; (at < packed.length || at === 0) && length <= most; at += STEP)
    inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  return length > most ? undefined : joined(pieces, length);
}

/** Bytes one after another. */
export function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
