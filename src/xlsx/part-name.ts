import { refused } from "./refusal";

/** By which a part is looked up: parts are the same whatever their capitals (ECMA-376 part 2). */
export const partKey = (name: string): string => name.toLowerCase();

/**
 * The name of a part in the zip file, without a leading slash; a Problem ("unreadable") where it could lead somewhere else
 * once the file is unpacked: an absolute name, a backslash, a drive, a step up, an empty step or a control character.
 */
export function checkedPartName(name: string): string {
  const steps = name.split("/");
  const leadsAway = steps.some((step, at) => isOdd(step) || (step === "" && at < steps.length - 1));
  if (name === "" || leadsAway || /^[a-z]:|[\\\u0000-\u001f\u007f]/i.test(name))
    throw refused(
      `it holds a part of the name ${JSON.stringify(name.slice(0, 100))}, which no workbook has; do not use it`,
    );
  return name;
}

const isOdd = (step: string): boolean => step === "." || step === "..";

/**
 * The part to which a relationship of another part leads: `../media/image1.png` from `xl/drawings/drawing1.xml`. A step up
 * from the top stays there, as in any address (RFC 3986): LibreOffice links `../customXml/item1.xml` from the package.
 */
export function targetName(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** `../comments1.xml`: how a part names another in its relationships. */
export function targetFrom(from: string, to: string): string {
  const here = from.split("/").slice(0, -1);
  const there = to.split("/");
  let common = 0;
  while (common < here.length && common < there.length - 1 && here[common] === there[common]) common++;
  return [...here.slice(common).map(() => ".."), ...there.slice(common)].join("/");
}

/** Where the relationships of a part are kept; of the whole package for "". */
export function relationshipsName(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}
