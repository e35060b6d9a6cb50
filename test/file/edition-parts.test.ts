import { randomBytes } from "node:crypto";
import { toBase64 } from "../../src/file/base64-encode";
import { crc32, fromBase64 } from "../../src/file/bytes";
import { encodeEdition } from "../../src/file/edition-encode";
import { decodeEdition } from "../../src/file/edition-parts";

/** Text that does not compress, so that small limits give several parts; Japanese, quotes and angle brackets too. */
const json = {
  schema: 1,
  pin: "2024-06-21",
  documents: [{ id: "JP.DIGITAL.NET", note: "日本 <&\"'>", noise: randomBytes(3000).toString("hex") }],
};

const encode = (serial = 1) => encodeEdition(json, serial, { mostText: 1000 });

async function refusal(texts: readonly string[]): Promise<string> {
  return decodeEdition(texts).then(
    () => "decoded",
    (thrown: unknown) => (thrown as Error).message,
  );
}

test("what was written is read back, in any order of parts", async () => {
  const { parts, stamp } = await encode(7);
  expect(parts.length).toBeGreaterThan(3);
  expect(await decodeEdition(parts)).toEqual({ stamp, json });
  expect(await decodeEdition([...parts].reverse())).toEqual({ stamp, json });
  expect(stamp.serial).toBe(7);
});

test("no part is larger than 500,000 characters, and figures compress", async () => {
  const large = { documents: Array.from({ length: 60_000 }, (_, i) => [`2024-${i}`, Math.sin(i)]) };
  const { parts } = await encodeEdition(large, 1);
  expect(parts.length).toBeGreaterThan(1);
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(500_000);
  expect(parts.join("").length).toBeLessThan(JSON.stringify(large).length);
  expect((await decodeEdition(parts))?.json).toEqual(large);
});

test("a workbook without parts has no edition", async () => {
  expect(await decodeEdition([])).toBeUndefined();
});

test("a declaration, a prefix, single quotes and white space do no harm", async () => {
  const { parts } = await encode();
  const others = parts.map(
    (part) =>
      `<?xml version="1.0"?>\n${part
        .replace("<edition xmlns=", "<d:edition xmlns:d=")
        .replace("</edition>", "\n</d:edition>")
        .replaceAll('"', "'")}`,
  );
  expect((await decodeEdition(others))?.json).toEqual(json);
});

test("a missing or a doubled part is damage", async () => {
  const { parts } = await encode();
  const [first = ""] = parts;
  expect(await refusal(parts.slice(1))).toMatch(/damaged \(\d+ of \d+ parts/);
  expect(await refusal([...parts, first])).toMatch(/damaged/);
});

test("one changed character is damage", async () => {
  const { parts } = await encode();
  const [first = "", ...rest] = parts;
  const at = first.indexOf(">") + 100;
  const changed = first.slice(0, at) + (first[at] === "A" ? "B" : "A") + first.slice(at + 1);
  expect(await refusal([changed, ...rest])).toMatch(/damaged \((?:they cannot be unpacked|their check sum)/);
});

test("a part that is not ours at all is damage", async () => {
  for (const text of ["", "<edition/>", '<edition schema="1">x</edition>', "no xml"])
    expect(await refusal([text])).toMatch(/not in our format/);
});

test("what a newer version wrote says so", async () => {
  const { parts } = await encode();
  expect(await refusal(parts.map((part) => part.replace('schema="1"', 'schema="2"')))).toMatch(
    /newer version of DigiTrade wrote them; update/,
  );
});

test("of an older writing left behind the newer whole one counts; half of a newer one is damage", async () => {
  const old = await encodeEdition({ documents: [] }, 1);
  const { parts, stamp } = await encode(2);
  expect((await decodeEdition([...old.parts, ...parts]))?.stamp).toEqual(stamp);
  expect(await refusal([...old.parts, ...parts.slice(1)])).toMatch(/damaged/);
});

test("two people's writings of the same number are refused", async () => {
  const mine = await encodeEdition({ documents: [1] }, 3);
  const theirs = await encodeEdition({ documents: [2] }, 3);
  expect(await refusal([...mine.parts, ...theirs.parts])).toMatch(/two people/);
});

test("where the browser cannot compress the text is stored as it is; packed text is refused there", async () => {
  const packed = await encode();
  const { CompressionStream } = globalThis;
  Reflect.deleteProperty(globalThis, "CompressionStream");
  try {
    const plain = await encode();
    expect(plain.parts[0]).toContain('encoding="plain"');
    expect((await decodeEdition(plain.parts))?.json).toEqual(json);
    expect(await refusal(packed.parts)).toMatch(/too old to unpack/);
  } finally {
    globalThis.CompressionStream = CompressionStream;
  }
});

test("bytes through base64, of all lengths around the pieces' ends; the check sum of the standard", () => {
  for (const length of [0, 1, 2, 3, 24_575, 24_576, 24_577, 100_000]) {
    const bytes = new Uint8Array(randomBytes(length));
    expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    expect(Buffer.from(fromBase64(toBase64(bytes))).equals(Buffer.from(bytes))).toBe(true);
  }
  expect(crc32(new TextEncoder().encode("123456789"))).toBe("cbf43926");
});
