import { BATCHES } from "./boj/batches";
import { readFile } from "./boj/file";
import type { Source } from "./common/source";

/**
 * The Bank of Japan's Time-Series Data Search: the balance of payments and the Tokyo dollar rate. Its manual
 * (stat-search.boj.or.jp/info/api_manual.pdf) names no rate of requests, but bars frequent ones; a second between two is
 * what its known clients keep.
 */
export const source: Source = {
  id: "boj",
  addresses: { api: "https://www.stat-search.boj.or.jp/api/v1" },
  politeness: 1000,
  batches: BATCHES,
  readFile,
};
