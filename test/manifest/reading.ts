import { DEVELOPMENT_MANIFESTS } from "../../scripts/manifest";
import { readSurroundings, type Surroundings } from "../../scripts/manifest/surroundings";
import type { Xml } from "../../scripts/manifest/xml";
import { FUNCTIONS } from "../../src/functions/index";

/** A manifest as a browser's parser reads it; throws where it is not well-formed. */
export function readManifest(text: string): Xml {
  const document = new DOMParser().parseFromString(text, "application/xml");
  const fault = document.querySelector("parsererror");
  if (fault) throw new Error(`not well-formed: ${fault.textContent}`);
  return asXml(document.documentElement);
}

function asXml(e: Element): Xml {
  const children = [...e.children].map(asXml);
  return {
    name: e.tagName,
    attributes: Object.fromEntries([...e.attributes].map(({ name, value }) => [name, value])),
    children,
    text: children.length === 0 ? e.textContent : "",
  };
}

/** What the manifest refers to, with the functions that really are in the code. */
export function surroundingsOf(root: Xml, origin: string): Promise<Surroundings> {
  return readSurroundings(root, origin, Object.keys(FUNCTIONS));
}

export const INPUTS = DEVELOPMENT_MANIFESTS["manifest.xml"]!;
