import { TestEnvironment } from "jest-environment-jsdom";

/** What every browser has and jsdom lacks; from Node, which has the same. */
const MISSING = [
  "AbortSignal",
  "AbortController",
  "CompressionStream",
  "DecompressionStream",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "TransformStream",
  "WritableStream",
  "fetch",
  "structuredClone",
];
/** One kind of bytes on both sides, or `instanceof` fails for what these make. */
const SHARED = ["ArrayBuffer", "Uint8Array"];

/** A page of jsdom that is as much of a browser as the add-in needs. */
export default class PageEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of [...MISSING, ...SHARED]) this.global[name] = globalThis[name];
  }
}
