import { constants, deflateSync, inflateSync } from "node:zlib";

import type { Picture } from "./raster";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BYTES_PER_PIXEL = 4;
/** Each row holds its difference from the row above: icons repeat downwards. */
const UP = 2;

/** A PNG with eight bits for red, green, blue and opacity. */
export function encodePng({ size, pixels }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const stride = size * BYTES_PER_PIXEL;
  const rows = Array.from({ length: size }, (_, row) => {
    const line = Buffer.alloc(stride + 1, UP);
    for (let i = 0; i < stride; i++)
      line[i + 1] = (pixels[row * stride + i] ?? 0) - (row === 0 ? 0 : (pixels[(row - 1) * stride + i] ?? 0));
    return line;
  });
  // Runs only: searching for matches depends on the processor that searches, and the file would with it.
  const data = deflateSync(Buffer.concat(rows), { level: 9, strategy: constants.Z_RLE });
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** The pixels of a PNG that `encodePng` wrote. */
export function decodePng(file: Buffer): Picture {
  const { width: size } = pngSize(file);
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < file.length; at += file.readUInt32BE(at) + 12)
    if (file.toString("latin1", at + 4, at + 8) === "IDAT")
      parts.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)));
  const rows = inflateSync(Buffer.concat(parts));
  const stride = size * BYTES_PER_PIXEL;
  const pixels = new Uint8Array(size * stride);
  for (let row = 0; row < size; row++)
    for (let i = 0; i < stride; i++)
      pixels[row * stride + i] =
        (rows[row * (stride + 1) + 1 + i] ?? 0) + (row === 0 ? 0 : (pixels[(row - 1) * stride + i] ?? 0));
  return { size, pixels };
}

/** Width and height as the file's header states them. */
export function pngSize(file: Buffer): { readonly width: number; readonly height: number } {
  if (
    file.length < 24 ||
    !file.subarray(0, 8).equals(SIGNATURE) ||
    file.toString("latin1", 12, 16) !== "IHDR"
  )
    throw new Error("This is not a PNG file.");
  return { width: file.readUInt32BE(16), height: file.readUInt32BE(20) };
}

function chunk(kind: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(data.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(checksum(named), named.length + 4);
  return whole;
}

/** CRC-32 as PNG prescribes it; node:zlib has it from Node 22 on only. */
function checksum(bytes: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  }
  return (rest ^ 0xffffffff) >>> 0;
}
