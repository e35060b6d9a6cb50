import { readFileSync } from "node:fs";
import { join } from "node:path";
import { findEntry } from "../../../src/catalog/catalog";
import { period } from "../../../src/domain/period";
import { vintagesOf } from "../../../src/domain/vintage";
import { documentOf } from "../../../src/gateway/vintages/document";
import { historyOf } from "../../../src/gateway/vintages/history";
import { readSegment } from "../../../src/gateway/vintages/segment";
import { readSeries } from "../../../src/load/document";

const ROOT = join(__dirname, "../../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");

test("the segment in the guide is one, and says what the guide says of it", () => {
  const text = /```json\n([^]*?)```/.exec(read("docs/vintage-store.md"))?.[1] ?? "";
  const entry = findEntry("TIC.JP")!;
  const segment = readSegment(text, { id: entry.id, statistic: "tic" });
  if (!segment.ok) throw new Error(segment.why);
  expect(segment.recordings).toHaveLength(1);
  const embedded: unknown = JSON.parse(read("src/snapshot/treasury/TIC.JP.json"));
  const document = documentOf(
    historyOf(entry, readSeries(embedded, "the embedded data"), segment.recordings),
  );
  expect(document).toMatchObject({
    published: "2026-09-16",
    retrieved: "2026-11-25",
    release: ["2026-03", "2026-07"],
  });
  const vintages = (month: string): readonly unknown[] =>
    vintagesOf(document!, period(month)).map((f) => [f.value, f.knownOn, f.status]);
  expect(vintages("2026-03")).toEqual([[1191.6, "2026-05-31", undefined]]);
  expect(vintages("2026-06")).toEqual([
    [1116.7, "2026-09-16", undefined],
    [1116.7, "2026-09-16", "secondary"],
  ]);
});
