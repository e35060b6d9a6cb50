import type { Limits } from "./limits";
import { checkedPartName, partKey } from "./part-name";
import { damaged, refused } from "./refusal";

/** A file within a zip file, as its directory tells it; the packed bytes start at `start`. */
export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly isUtf8: boolean;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly start: number;
  /** MS-DOS time and day, as stored. */
  readonly time: number;
}

const END = 0x06_05_4b_50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const CENTRAL = 0x02_01_4b_50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x04_03_4b_50;
const LOCAL_SIZE = 30;

/**
 * The files of a zip file in the order of its directory, which alone counts; folders are left out. A Problem
 * ("unreadable") where it is cut off, contradicts itself, needs a password or is larger than the limits.
 */
export function readDirectory(file: Uint8Array, limits: Limits): readonly ZipEntry[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xff_ff || size === 0xff_ff_ff_ff || start === 0xff_ff_ff_ff) throw tooLarge();
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count)
    throw damaged("it is one of several pieces");
  if (start + size !== end) throw damaged("its directory does not fit");
  if (count > limits.parts) throw tooMuch(`${count} parts`);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL)
      throw damaged("its directory is damaged");
    const entry = readEntry(file, view, at, start);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at += CENTRAL_SIZE + variable(view, at);
    if (at > end) throw damaged("its directory is damaged");
  }
  checkTogether(entries, limits);
  return entries;
}

/** Bytes of name, extra field and comment of an entry of the directory. */
const variable = (view: DataView, at: number): number =>
  view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--)
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  throw damaged("it is cut off or no zip file, as workbooks are");
}

function readEntry(file: Uint8Array, view: DataView, at: number, directory: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const packedSize = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const nameBytes = file.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + view.getUint16(at + 28, true));
  const name = checkedPartName(nameOf(nameBytes));
  if (flags & 0x01) throw refused("it is protected by a password; save it without one");
  if (method !== 0 && method !== 8) throw damaged(`its part ${name} is packed in an unknown way`);
  if ([packedSize, size, local].includes(0xff_ff_ff_ff)) throw tooLarge();
  if (method === 0 && size !== packedSize) throw damaged(`its part ${name} contradicts its own size`);
  const start = startOf(file, view, local, nameBytes, directory);
  if (start === undefined || start + packedSize > directory) throw damaged(`its part ${name} is not in it`);
  return {
    name,
    nameBytes,
    isUtf8: (flags & 0x0800) !== 0,
    isDeflated: method === 8,
    crc: view.getUint32(at + 16, true),
    packedSize,
    size,
    start,
    time: view.getUint32(at + 12, true),
  };
}

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Names of other code pages are kept as they are, byte by byte.
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}

/** Behind the part's own header, which must name it as the directory does. */
function startOf(
  file: Uint8Array,
  view: DataView,
  local: number,
  name: Uint8Array,
  directory: number,
): number | undefined {
  if (local + LOCAL_SIZE > directory || view.getUint32(local, true) !== LOCAL) return undefined;
  const length = view.getUint16(local + 26, true);
  const named = file.subarray(local + LOCAL_SIZE, local + LOCAL_SIZE + length);
  if (length !== name.length || name.some((byte, i) => named[i] !== byte)) return undefined;
  return local + LOCAL_SIZE + length + view.getUint16(local + 28, true);
}

function checkTogether(entries: readonly ZipEntry[], limits: Limits): void {
  const seen = new Set<string>();
  let all = 0;
  for (const { name, size, packedSize } of entries) {
    if (seen.has(partKey(name))) throw damaged(`it holds the part ${name} twice`);
    seen.add(partKey(name));
    all += size;
    if (size > limits.part) throw tooMuch(`${megabytes(size)} MB in one part`);
    if (size > limits.alwaysUnpacked && size > packedSize * limits.ratio)
      throw tooMuch(`${megabytes(size)} MB packed into next to nothing`);
  }
  if (all > limits.all) throw tooMuch(`${megabytes(all)} MB`);
  // Parts that share their bytes are how a small file claims to be an endless one.
  const byPlace = [...entries].sort((a, b) => a.start - b.start);
  if (byPlace.some((entry, i) => i > 0 && startsWithin(entry, byPlace[i - 1])))
    throw damaged("its parts overlap");
}

const startsWithin = (entry: ZipEntry, before: ZipEntry | undefined): boolean =>
  before !== undefined && entry.start < before.start + before.packedSize + LOCAL_SIZE;

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

const tooLarge = () =>
  refused("it is a zip64 file, made for more than 4 GB; save it in Excel, which writes plain ones");

const tooMuch = (what: string) =>
  refused(`it would unpack to ${what}, more than DigiTrade reads; divide it into smaller workbooks`);
