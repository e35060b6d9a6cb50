import { Inflate } from "fflate";
import { Problem } from "../domain/problem";
import { crc32 } from "../file/bytes";
import { damaged } from "./refusal";
import type { ZipEntry } from "./zip-directory";

/** Packed bytes at a time: deflate packs at most 1032 into one, so that no more than 8 MB come out of one step. */
const STEP = 8192;

/** What an entry holds, unpacked step by step, so that one which is larger than it says ends there; else a Problem. */
export function unpack(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = file.subarray(entry.start, entry.start + entry.packedSize);
  const bytes = entry.isDeflated ? inflated(packed, entry) : packed;
  if (Number.parseInt(crc32(bytes), 16) !== entry.crc)
    throw damaged(`its part ${entry.name} is damaged (check sum)`);
  return bytes;
}

function inflated(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const inflate = new Inflate((piece) => {
    length += piece.length;
    if (length > size) throw damaged(`its part ${name} is larger than it says`);
    pieces.push(piece);
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP)
      inflate.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch (cause) {
    if (cause instanceof Problem) throw cause;
    throw damaged(`its part ${name} cannot be unpacked`, cause);
  }
  if (length !== size) throw damaged(`its part ${name} is cut off`);
  return joined(pieces, size);
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
