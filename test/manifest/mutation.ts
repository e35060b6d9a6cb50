import type { Surroundings } from "../../scripts/manifest/surroundings";

export interface Mutation {
  readonly what: string;
  /** Breaks the text of the manifest … */
  readonly text?: readonly [from: string | RegExp, to: string];
  /** … or what it refers to. */
  readonly around?: (around: Surroundings) => Surroundings;
  readonly says: string;
}

export const text = (what: string, from: string | RegExp, to: string, says: string): Mutation => ({
  what,
  text: [from, to],
  says,
});
