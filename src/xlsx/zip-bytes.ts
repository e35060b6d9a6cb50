import { damaged } from "./refusal";
import type { ZipCodec } from "./zip-codec";
import type { ZipEntry } from "./zip-directory";

/** What an entry holds, unpacked; a Problem where it is damaged, or larger or smaller than it says. */
export function unpack(file: Uint8Array, entry: ZipEntry, codec: ZipCodec): Uint8Array {
  const packed = file.subarray(entry.start, entry.start + entry.packedSize);
  const bytes = entry.isDeflated ? inflated(packed, entry, codec) : packed;
  if (codec.crc32(bytes) !== entry.crc) throw damaged(`its part ${entry.name} is damaged (check sum)`);
  return bytes;
}

function inflated(packed: Uint8Array, { name, size }: ZipEntry, codec: ZipCodec): Uint8Array {
  let bytes: Uint8Array | undefined;
  try {
    bytes = codec.inflate(packed, size);
  } catch (cause) {
    throw damaged(`its part ${name} cannot be unpacked`, cause);
  }
  if (!bytes) throw damaged(`its part ${name} is larger than it says`);
  if (bytes.length !== size) throw damaged(`its part ${name} is cut off`);
  return bytes;
}
