/**
 * A webpack loader for the embedded documents: readable files in the folder, packed ones in the bundle. Used with
 * `type: "json"`. The packing is src/snapshot/pack.ts, which tsx compiles when the first document comes by.
 */
const path = require("node:path");
const { isDeepStrictEqual } = require("node:util");
const tsx = require("tsx/cjs/api");

const SNAPSHOT = path.join(__dirname, "../src/snapshot");
const { pack } = tsx.require(path.join(SNAPSHOT, "pack.ts"), __filename);
const { unpack } = tsx.require(path.join(SNAPSHOT, "unpack.ts"), __filename);

module.exports = function packDocument(source) {
  for (const name of ["pack.ts", "unpack.ts"]) this.addDependency(path.join(SNAPSHOT, name));
  const document = JSON.parse(source);
  const packed = JSON.stringify(pack(document));
  // Better no build than a wrong figure.
  if (!isDeepStrictEqual(unpack(JSON.parse(packed)), JSON.parse(JSON.stringify(document))))
    throw new Error(
      "This document does not come back the same from its packed form; see src/snapshot/pack.ts.",
    );
  return packed;
};
