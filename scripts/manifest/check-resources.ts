import { JAPANESE_LOCALE } from "./resources";
import { everyElement, find, type Xml } from "./xml";

/** Where what an element names must be defined. */
function sectionOf({ name }: Xml): string {
  switch (name) {
    case "bt:Image":
      return "bt:Images";
    case "Label":
    case "Title":
    case "Namespace":
      return "bt:ShortStrings";
    case "Description":
      return "bt:LongStrings";
    default:
      return "bt:Urls";
  }
}

const definitions = (root: Xml): readonly Xml[] =>
  find(root, "VersionOverrides", "Resources").flatMap((resources) =>
    resources.children.flatMap((s) => s.children),
  );

const MOST_ID = 32;

export function residFaults(root: Xml): readonly string[] {
  const defined = new Map(
    find(root, "VersionOverrides", "Resources").flatMap(({ children }) =>
      children.flatMap((section) =>
        section.children.map((item) => [item.attributes.id ?? "", section.name] as const),
      ),
    ),
  );
  const ids = definitions(root).map(({ attributes }) => attributes.id ?? "");
  const used = everyElement(root).filter(({ attributes }) => attributes.resid !== undefined);
  return [
    ...used.flatMap((e) => {
      const resid = e.attributes.resid ?? "";
      if (!defined.has(resid)) return [`${e.name} names ${resid}, which is not defined`];
      return defined.get(resid) === sectionOf(e)
        ? []
        : [`${e.name} names ${resid}, which is not among ${sectionOf(e)}`];
    }),
    ...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} is defined twice`),
    ...ids
      .filter((id) => id.length === 0 || id.length > MOST_ID)
      .map((id) => `"${id}" must have 1 to ${MOST_ID} characters`),
  ];
}

export function unusedFaults(root: Xml): readonly string[] {
  const used = new Set(everyElement(root).map(({ attributes }) => attributes.resid));
  return definitions(root)
    .map(({ attributes }) => attributes.id ?? "")
    .filter((id) => !used.has(id))
    .map((id) => `${id} is defined and never used`);
}

const MOST_ADDRESS = 2018;
const MOST: Readonly<Record<string, number>> = {
  DisplayName: 125,
  Description: 250,
  ProviderName: 125,
  "bt:ShortStrings": 125,
  "bt:LongStrings": 250,
  "bt:Urls": MOST_ADDRESS,
  "bt:Images": MOST_ADDRESS,
  IconUrl: MOST_ADDRESS,
  HighResolutionIconUrl: MOST_ADDRESS,
  SupportUrl: MOST_ADDRESS,
  SourceLocation: MOST_ADDRESS,
};

/** The texts of an element or of a section, in all languages. */
function textsOf(e: Xml): readonly string[] {
  const own = e.attributes.DefaultValue ?? e.attributes.Value ?? e.text;
  return [...(e.children.length === 0 || own !== "" ? [own] : []), ...e.children.flatMap(textsOf)];
}

export function lengthFaults(root: Xml): readonly string[] {
  const sections = find(root, "VersionOverrides", "Resources").flatMap(({ children }) => children);
  return [...root.children, ...find(root, "DefaultSettings", "SourceLocation"), ...sections].flatMap((e) => {
    const most = MOST[e.name];
    if (most === undefined) return [];
    return textsOf(e)
      .filter((text) => text.trim() === "" || text.length > most)
      .map(
        (text) =>
          `a text of ${e.name} has ${text.length} characters; 1 to ${most} are allowed: "${text.slice(0, 30)}"`,
      );
  });
}

/** Everything that people read, and the addresses of what they read, in Japanese too. Only brand and code are the same. */
export function localeFaults(root: Xml): readonly string[] {
  const namespaces = new Set(
    everyElement(root)
      .filter(({ name }) => name === "Namespace")
      .map(({ attributes }) => attributes.resid),
  );
  const metadata = new Set(
    everyElement(root)
      .filter(({ name }) => name === "Metadata")
      .flatMap((e) => find(e, "SourceLocation").map(({ attributes }) => attributes.resid)),
  );
  const read = [
    ...find(root, "DisplayName"),
    ...find(root, "Description"),
    ...definitions(root).filter(
      ({ name, attributes: { id } }) => (name === "bt:String" && !namespaces.has(id)) || metadata.has(id),
    ),
  ];
  const overrides = everyElement(root).filter(({ name }) => /^(bt:)?Override$/.test(name));
  return [
    ...read
      .filter(
        ({ children }) =>
          children.filter(({ attributes }) => attributes.Locale === JAPANESE_LOCALE).length !== 1,
      )
      .map(
        ({ name, attributes }) => `${attributes.id ?? name} has not exactly one text for ${JAPANESE_LOCALE}`,
      ),
    ...overrides
      .filter(({ attributes }) => attributes.Locale !== JAPANESE_LOCALE)
      .map(({ attributes }) => `a text is for ${attributes.Locale ?? "no locale"}, which has no metadata`),
  ];
}
