import { customXml, withCustomXml } from "../../xlsx/custom-xml";
import type { Package } from "../../xlsx/package";
import { KINDS } from "./grid-book";
import type { GridImage } from "./grid-image";

/** The package with the figures and frozen formulas that travel in it, where they are others by now. */
export function withTravelling(pkg: Package, { office = {} }: GridImage): Package {
  const texts = Object.entries(office).flatMap(([key, text]) =>
    key.startsWith("xml:") && typeof text === "string" ? [text] : [],
  );
  let after = pkg;
  for (const kind of KINDS) {
    const now = texts.filter((text) => text.includes(kind.namespace));
    const before = customXml(after, kind);
    if (before.length !== now.length || before.some((text, i) => text !== now[i]))
      after = withCustomXml(after, kind, now);
  }
  return after;
}
