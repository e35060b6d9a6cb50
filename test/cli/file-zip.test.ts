import fc from "fast-check";
import { nodeCodec } from "../../src/cli/file-zip";
import { OWN_CODEC } from "../../src/xlsx/zip-codec";

const BYTES = fc.uint8Array({ maxLength: 3000 });

test("one packs what the other unpacks, with the same check sum", () => {
  fc.assert(
    fc.property(BYTES, (bytes) => {
      expect(nodeCodec.crc32(bytes)).toBe(OWN_CODEC.crc32(bytes));
      expect(nodeCodec.inflate(OWN_CODEC.deflate(bytes), bytes.length)).toEqual(Buffer.from(bytes));
      expect(OWN_CODEC.inflate(nodeCodec.deflate(bytes), bytes.length)).toEqual(bytes);
    }),
  );
});

test.each([
  ["Node's", nodeCodec],
  ["our own", OWN_CODEC],
])("%s unpacks no more than it may, and throws at what is damaged", (_, codec) => {
  const packed = codec.deflate(new Uint8Array(1_000_000));
  expect(codec.inflate(packed, 1_000_000)?.length).toBe(1_000_000);
  expect(codec.inflate(packed, 999_999)).toBeUndefined();
  expect(codec.inflate(packed, 0)).toBeUndefined();
  expect(() => codec.inflate(packed.subarray(0, 100), 1_000_000)).toThrow();
  expect(() => codec.inflate(new Uint8Array([255, 255, 255]), 10)).toThrow();
});
