import { refused } from "./refusal";
import { joined, type ZipCodec } from "./zip-codec";
import type { ZipEntry } from "./zip-directory";

/** An entry to be written, with its packed bytes. */
export interface Packed extends Omit<ZipEntry, "start"> {
  readonly packed: Uint8Array;
}

/** 1 January 1980, as Excel writes it: the same workbook gives the same file on any day. */
const NO_TIME = 0x00_21_00_00;

/** An entry of a file that is open, its packed bytes as they are. */
export const copied = (file: Uint8Array, entry: ZipEntry): Packed => ({
  ...entry,
  packed: file.subarray(entry.start, entry.start + entry.packedSize),
});

/** A new entry; deflated where that makes it smaller. */
export function packed(name: string, bytes: Uint8Array, codec: ZipCodec): Packed {
  const deflated = codec.deflate(bytes);
  const isDeflated = deflated.length < bytes.length;
  const content = isDeflated ? deflated : bytes;
  return {
    name,
    nameBytes: new TextEncoder().encode(name),
    isUtf8: true,
    isDeflated,
    crc: codec.crc32(bytes),
    packedSize: content.length,
    size: bytes.length,
    time: NO_TIME,
    packed: content,
  };
}

/** The zip file of these entries, in this order. */
export function writeZip(entries: readonly Packed[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let at = 0;
  const put = (piece: Uint8Array): void => {
    pieces.push(piece);
    at += piece.length;
  };
  for (const entry of entries) {
    directory.push(header(entry, at), entry.nameBytes);
    put(header(entry));
    put(entry.nameBytes);
    put(entry.packed);
  }
  const start = at;
  for (const piece of directory) put(piece);
  put(end(entries.length, at - start, start));
  if (at > 0xff_ff_ff_fe || entries.length > 0xff_fe)
    throw refused("it would be larger than 4 GB; divide it into smaller workbooks");
  return joined(pieces, at);
}

/** The header of an entry where its bytes are, or in the directory, which says where that is. */
function header(entry: Packed, place?: number): Uint8Array {
  const isCentral = place !== undefined;
  const bytes = new Uint8Array(isCentral ? 46 : 30);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, isCentral ? 0x02_01_4b_50 : 0x04_03_4b_50, true);
  if (isCentral) {
    view.setUint16(4, 45, true);
    view.setUint32(42, place, true);
  }
  const at = isCentral ? 6 : 4;
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, entry.isUtf8 ? 0x0800 : 0, true);
  view.setUint16(at + 4, entry.isDeflated ? 8 : 0, true);
  view.setUint32(at + 6, entry.time, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.nameBytes.length, true);
  return bytes;
}

function end(count: number, size: number, start: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06_05_4b_50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return bytes;
}
