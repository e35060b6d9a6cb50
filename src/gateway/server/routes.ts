/** What a request is for, as metrics and logs name it. */
export const ROUTES = ["series", "catalog", "status", "health", "other"] as const;
export type RouteName = (typeof ROUTES)[number];

const SERIES = "/v1/series/";
const ENDING = ".json";

export function routeName(path: string): RouteName {
  if (path.startsWith(SERIES)) return "series";
  if (path === "/v1/catalog.json") return "catalog";
  if (path === "/v1/status.json") return "status";
  return path === "/healthz" ? "health" : "other";
}

/** The id that a path may name; whether it exists is for the catalogue to say. */
export function seriesIn(path: string): string | undefined {
  return path.startsWith(SERIES) && path.endsWith(ENDING)
    ? path.slice(SERIES.length, -ENDING.length)
    : undefined;
}

/** The path of a request as Node gives it: without its query, which may hold anything. */
export function pathIn(url: string | undefined): string {
  if (url === undefined) return "/";
  const end = url.indexOf("?");
  return end < 0 ? url : url.slice(0, end);
}
