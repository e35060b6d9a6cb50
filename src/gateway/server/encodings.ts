/** In what form bytes are sent; the smallest comes first. */
export const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A few clients send the same header all the time; anybody may send another one. */
const REMEMBERED = 100;
const chosen = new Map<string, Encoding>();

/** The smallest form that an Accept-Encoding header allows; without one, and where it allows nothing, the bytes as they are. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  if (accepted === undefined) return "identity";
  const known = chosen.get(accepted);
  if (known) return known;
  const weights = readWeights(accepted);
  const allows = (encoding: Encoding): boolean => (weights.get(encoding) ?? weights.get("*") ?? 0) > 0;
  const encoding = ENCODINGS.find(allows) ?? "identity";
  if (chosen.size >= REMEMBERED) chosen.clear();
  chosen.set(accepted, encoding);
  return encoding;
}

/** `gzip;q=0.5, br` as weights by name; `x-gzip` is an old name of gzip. */
function readWeights(header: string): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    if (name !== "")
      weights.set(name === "x-gzip" ? "gzip" : name, weight === undefined ? 1 : Number(weight));
  }
  return weights;
}
