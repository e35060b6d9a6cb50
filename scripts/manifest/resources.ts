import { element, type Xml } from "./xml";

/** What people read, in both languages. */
export interface Words {
  readonly en: string;
  readonly ja: string;
}

export const JAPANESE_LOCALE = "ja-JP";

/** Icons that exist in `assets/icons`. */
export type IconName = "digitrade" | "pane" | "chart" | "refresh" | "freeze" | "help";

/** The sizes that the manifest's schema knows for a command. */
const RIBBON_SIZES = [16, 20, 24, 32, 40, 48, 64, 80] as const;

type Section = "bt:Images" | "bt:Urls" | "bt:ShortStrings" | "bt:LongStrings";
const ITEMS = {
  "bt:Images": "bt:Image",
  "bt:Urls": "bt:Url",
  "bt:ShortStrings": "bt:String",
  "bt:LongStrings": "bt:String",
} as const satisfies Record<Section, string>;

/** Collects what the elements refer to while they are built: nothing dangles and nothing is left over. */
export interface Resources {
  readonly url: (id: string, value: string | Words) => string;
  readonly short: (id: string, value: string | Words) => string;
  readonly long: (id: string, value: Words) => string;
  /** The `Icon` element with all its sizes. */
  readonly icon: (name: IconName) => Xml;
  readonly element: () => Xml;
}

export const iconUrl = (origin: string, name: IconName, size: number): string =>
  `${origin}/assets/icons/${name}-${size}.png`;

export function collectResources(origin: string): Resources {
  const sections = new Map<Section, Map<string, Xml>>();
  const add = (section: Section, id: string, value: string | Words): string => {
    const items = sections.get(section) ?? new Map<string, Xml>();
    const item = localised(ITEMS[section], id, value);
    const known = items.get(id);
    if (known && JSON.stringify(known) !== JSON.stringify(item))
      throw new Error(`Two resources are named ${id}.`);
    sections.set(section, items.set(id, item));
    return id;
  };
  return {
    url: (id, value) => add("bt:Urls", id, value),
    short: (id, value) => add("bt:ShortStrings", id, value),
    long: (id, value) => add("bt:LongStrings", id, value),
    icon: (name) =>
      element(
        "Icon",
        {},
        RIBBON_SIZES.map((size) =>
          element("bt:Image", {
            size: String(size),
            resid: add("bt:Images", `Icon.${name}.${size}`, iconUrl(origin, name, size)),
          }),
        ),
      ),
    element: () =>
      element(
        "Resources",
        {},
        (Object.keys(ITEMS) as Section[]).map((section) =>
          element(section, {}, [...(sections.get(section)?.values() ?? [])]),
        ),
      ),
  };
}

function localised(name: string, id: string, value: string | Words): Xml {
  if (typeof value === "string") return element(name, { id, DefaultValue: value });
  return element(name, { id, DefaultValue: value.en }, [
    element("bt:Override", { Locale: JAPANESE_LOCALE, Value: value.ja }),
  ]);
}
