/** Shorter values are part of too many innocent words to be looked for. */
const SHORTEST_SECRET = 6;

/**
 * Takes secrets out of a text, as they are and as an address writes them, in any case. Nothing of ours ever puts one into
 * a sentence; but a provider may echo the key that it refuses, and a reader may quote the provider.
 */
export function concealing(secrets: Readonly<Record<string, string>> = {}): (text: string) => string {
  const spellings = Object.values(secrets)
    .filter((value) => value.length >= SHORTEST_SECRET)
    .flatMap((value) => [value, encodeURIComponent(value), inQuery(value)])
    .map((spelling) => new RegExp(spelling.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "gi"));
  return (text) => spellings.reduce((rest, secret) => rest.replace(secret, "(key)"), text);
}

const inQuery = (value: string): string => new URLSearchParams([["", value]]).toString().slice(1);
