import type { MetadataFile, Surroundings } from "./surroundings";
import { everyElement, find, type Xml } from "./xml";

interface Named {
  readonly file: string;
  readonly content: MetadataFile | undefined;
}

/** The metadata files that a manifest names, the English one first. */
function named(root: Xml, { metadata }: Surroundings): readonly Named[] {
  const resid = everyElement(root).find(({ name }) => name === "Metadata")?.children[0]?.attributes.resid;
  const url = find(root, "VersionOverrides", "Resources", "bt:Urls", "bt:Url").find(
    ({ attributes }) => attributes.id === resid,
  );
  const values = [
    url?.attributes.DefaultValue,
    ...(url?.children ?? []).map(({ attributes }) => attributes.Value),
  ];
  return values
    .filter((value) => value !== undefined)
    .map((value) => {
      const file = URL.canParse(value) ? new URL(value).pathname.slice(1) : value;
      return { file, content: metadata.get(file) };
    });
}

/** What must be the same in every language: everything but words. */
function shape(content: MetadataFile): readonly string[] {
  return content.functions.map(({ id, name, options, parameters }) => {
    const bare = parameters.map(({ description: _words, ...rest }) => rest);
    return JSON.stringify({ id, name, options, bare });
  });
}

export function functionFaults(root: Xml, around: Surroundings): readonly string[] {
  const files = named(root, around);
  const english = files[0]?.content;
  return files.flatMap(({ file, content }) => {
    if (!content) return [`there is no ${file}`];
    const ids = content.functions.map(({ id }) => id);
    return [
      ...around.functionIds.filter((id) => !ids.includes(id)).map((id) => `${file} lacks ${id}`),
      ...ids
        .filter((id) => !around.functionIds.includes(id))
        .map((id) => `${file} has ${id}, which no code answers`),
      ...content.functions
        .filter(({ id, name }) => name !== id)
        .map(({ id, name }) => `${file} calls ${id} ${name}; names are never localised`),
      ...(english && JSON.stringify(shape(content)) !== JSON.stringify(shape(english))
        ? [`${file} differs from the English file in more than words`]
        : []),
      ...content.functions
        .filter((f) => f.description.trim() === "" || f.parameters.some((p) => p.description.trim() === ""))
        .map(({ id }) => `${file}: ${id} lacks words`),
    ];
  });
}

/** Both flags in one file crash Excel 2021; data types exist from CustomFunctionsRuntime 1.4 on. */
export function flagFaults(root: Xml, around: Surroundings): readonly string[] {
  const runtime = find(root, "Requirements", "Sets", "Set").find(
    ({ attributes }) => attributes.Name === "CustomFunctionsRuntime",
  );
  const dataTypes = runtime?.attributes.MinVersion === "1.4";
  return named(root, around).flatMap(({ file, content }) => {
    if (!content) return [];
    const custom = content.allowCustomDataForDataTypeAny !== undefined;
    const error = content.allowErrorForDataTypeAny !== undefined;
    if (custom && error) return [`${file} has both flags, which crashes Excel 2021`];
    if (custom !== dataTypes || error === dataTypes)
      return [
        `${file} has not the flag that CustomFunctionsRuntime ${runtime?.attributes.MinVersion ?? "?"} needs`,
      ];
    return [];
  });
}

export function helpFaults(root: Xml, around: Surroundings): readonly string[] {
  const page = find(root, "DefaultSettings", "SourceLocation")[0]?.attributes.DefaultValue ?? "";
  const origin = URL.canParse(page) ? new URL(page).origin : "";
  return named(root, around).flatMap(({ file, content }) =>
    (content?.functions ?? [])
      .filter(({ helpUrl = "" }) => !URL.canParse(helpUrl) || new URL(helpUrl).origin !== origin)
      .map(({ id }) => `${file}: the help of ${id} is not on the page's origin`),
  );
}
