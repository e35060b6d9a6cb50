import { attribute, readXml } from "./xml";
import { plainText, trimmed } from "./x-string";

/** The texts of a file's shared strings by place, formatted ones joined, readings of Japanese names left out. */
export function readSharedStrings(xml: string, part: string): readonly string[] {
  const strings: string[] = [];
  const text = textReader();
  let inString = false;
  readXml(xml, part, {
    open: (element) => {
      if (element.name === "si") {
        inString = true;
        text.clear();
      } else if (inString) text.open(element.name, attribute(element, "xml:space"));
    },
    text: (piece) => text.add(piece),
    close: (name) => {
      if (name === "si") {
        inString = false;
        strings.push(text.whole());
      } else text.close(name);
    },
  });
  return strings;
}

/** Joins the texts within a shared or an inline string. */
export interface TextReader {
  readonly clear: () => void;
  readonly open: (name: string, space: string | undefined) => void;
  readonly add: (piece: string) => void;
  readonly close: (name: string) => void;
  readonly whole: () => string;
}

export function textReader(): TextReader {
  let whole = "";
  let piece = "";
  let isOpen = false;
  let isKept = false;
  let readings = 0;
  return {
    clear: () => {
      whole = "";
      readings = 0;
    },
    open: (name, space) => {
      if (name === "rPh") readings++;
      if (name !== "t" || readings > 0) return;
      isOpen = true;
      isKept = space === "preserve";
      piece = "";
    },
    add: (text) => {
      if (isOpen) piece += text;
    },
    close: (name) => {
      if (name === "rPh") readings--;
      if (name !== "t" || !isOpen) return;
      isOpen = false;
      whole += plainText(isKept ? piece : trimmed(piece));
    },
    whole: () => whole,
  };
}
