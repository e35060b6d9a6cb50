import type { PixelSize, Surroundings } from "./surroundings";
import { everyElement, find, type Xml } from "./xml";

const REQUIRED_SIZES = ["16", "32", "80"];
const KNOWN_SIZES = [...REQUIRED_SIZES, "20", "24", "40", "48", "64"];
const MOST_COMMANDS = 7;

export function iconFaults(root: Xml, { icons }: Surroundings): readonly string[] {
  const images = new Map(
    find(root, "VersionOverrides", "Resources", "bt:Images", "bt:Image").map(({ attributes: a }) => [
      a.id ?? "",
      a.DefaultValue ?? "",
    ]),
  );
  const faultsOf = (url: string, size: string): readonly string[] => {
    const path = URL.canParse(url) ? new URL(url).pathname.slice(1) : url;
    const found: PixelSize | undefined = icons.get(path);
    if (!found) return [`there is no icon ${path}`];
    return found.width === Number(size) && found.height === Number(size)
      ? []
      : [`${path} has ${found.width} by ${found.height} pixels, not ${size}`];
  };
  return [
    ...find(root, "IconUrl").flatMap(({ attributes }) => faultsOf(attributes.DefaultValue ?? "", "32")),
    ...find(root, "HighResolutionIconUrl").flatMap(({ attributes }) =>
      faultsOf(attributes.DefaultValue ?? "", "64"),
    ),
    ...everyElement(root)
      .filter(({ name }) => name === "Icon")
      .flatMap((icon) => {
        const shown = icon.children.map(({ attributes: a }) => ({
          size: a.size ?? "",
          url: images.get(a.resid ?? "") ?? "",
        }));
        const sizes = shown.map(({ size }) => size);
        return [
          ...REQUIRED_SIZES.filter((size) => !sizes.includes(size)).map(
            (size) => `an icon lacks the size ${size}`,
          ),
          ...sizes
            .filter((size, i) => !KNOWN_SIZES.includes(size) || sizes.indexOf(size) !== i)
            .map((size) => `an icon has the size ${size} twice, or it is unknown`),
          ...shown.flatMap(({ size, url }) => faultsOf(url, size)),
        ];
      }),
  ];
}

export function commandFaults(root: Xml): readonly string[] {
  const all = everyElement(root);
  const ids = all
    .filter(({ name }) => /^(Group|Control|Item)$/.test(name))
    .map(({ attributes }) => attributes.id ?? "");
  const tabs = all.filter(({ name }) => name === "OfficeTab").map(({ attributes }) => attributes.id ?? "");
  const names = all.filter(({ name }) => name === "FunctionName").map(({ text }) => text);
  const crowded = all.filter((e) => e.name === "Group" && find(e, "Control").length > MOST_COMMANDS);
  return [
    ...ids
      .filter((id, i) => id === "" || id.length > 125 || ids.indexOf(id) !== i)
      .map((id) => `the id "${id}" is empty, too long or used twice`),
    ...tabs
      .filter((id) => !/^Tab(Home|Data)$/.test(id))
      .map((id) => `the tab ${id} is not one that the add-in belongs to`),
    ...names
      .filter((name) => !/^[a-z][A-Za-z0-9]{0,63}$/.test(name))
      .map((name) => `"${name}" is not the name of a handler`),
    ...crowded.map(() => `a group has more than ${MOST_COMMANDS} commands`),
  ];
}
