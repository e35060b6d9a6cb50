import type { Xml } from "./xml";

/**
 * What may stand in which element, in this order, as the manifest's schema has it (task pane, VersionOverrides 1.0, the part
 * that this add-in uses). `!` once, `+` once or more, `*` any number, nothing: at most once.
 * A key is a name, with the names above it where the name alone is ambiguous; `[…]` is the xsi:type.
 */
const CHILDREN: Readonly<Record<string, string>> = {
  "OfficeApp[TaskPaneApp]":
    "Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! SupportUrl! " +
    "AppDomains! Hosts! Requirements! DefaultSettings! Permissions! VersionOverrides[VersionOverridesV1_0]!",
  DisplayName: "Override*",
  "OfficeApp[TaskPaneApp]/Description": "Override*",
  IconUrl: "Override*",
  HighResolutionIconUrl: "Override*",
  SupportUrl: "Override*",
  AppDomains: "AppDomain*",
  "OfficeApp[TaskPaneApp]/Hosts": "Host+",
  Requirements: "Sets!",
  Sets: "Set+",
  DefaultSettings: "SourceLocation!",
  "DefaultSettings/SourceLocation": "Override*",
  "VersionOverrides[VersionOverridesV1_0]": "Description Requirements Hosts! Resources!",
  "VersionOverrides[VersionOverridesV1_0]/Hosts": "Host[Workbook]!",
  "Host[Workbook]": "Runtimes! AllFormFactors! DesktopFormFactor!",
  Runtimes: "Runtime!",
  AllFormFactors: "ExtensionPoint[CustomFunctions]!",
  "ExtensionPoint[CustomFunctions]": "Script! Page! Metadata! Namespace!",
  Script: "SourceLocation!",
  Page: "SourceLocation!",
  Metadata: "SourceLocation!",
  DesktopFormFactor: "GetStarted! FunctionFile! ExtensionPoint[PrimaryCommandSurface]+",
  GetStarted: "Title! Description! LearnMoreUrl!",
  "ExtensionPoint[PrimaryCommandSurface]": "OfficeTab+",
  OfficeTab: "Group+",
  Group: "Label! Icon! Control[Button]|Control[Menu]+",
  "Control[Button]": "Label! Supertip! Icon! Action[ShowTaskpane]|Action[ExecuteFunction]! Enabled",
  "Control[Menu]": "Label! Supertip! Icon! Items!",
  Items: "Item+",
  Item: "Label! Supertip! Icon Action[ShowTaskpane]|Action[ExecuteFunction]!",
  Supertip: "Title! Description!",
  Icon: "bt:Image+",
  "Action[ShowTaskpane]": "TaskpaneId SourceLocation! Title",
  "Action[ExecuteFunction]": "FunctionName!",
  Resources: "bt:Images! bt:Urls! bt:ShortStrings! bt:LongStrings!",
  "bt:Images": "bt:Image+",
  "bt:Urls": "bt:Url+",
  "bt:ShortStrings": "bt:String+",
  "bt:LongStrings": "bt:String+",
  "bt:Images/bt:Image": "bt:Override*",
  "bt:Url": "bt:Override*",
  "bt:String": "bt:Override*",
};

const nameOf = ({ name, attributes }: Xml): string => {
  const type = attributes["xsi:type"];
  return type === undefined ? name : `${name}[${type}]`;
};

/** What stands where the schema has no place for it, stands too late or too early, or is missing. */
export function orderFaults(root: Xml): readonly string[] {
  if (nameOf(root) !== "OfficeApp[TaskPaneApp]")
    return [`the root is ${nameOf(root)}, not a task pane's OfficeApp`];
  return faultsBelow(root, nameOf(root));
}

function faultsBelow(parent: Xml, path: string): readonly string[] {
  const found = parent.children.map(nameOf);
  const places = (childrenOf(path) ?? "")
    .split(" ")
    .filter((place) => place !== "")
    .map(readPlace);
  const positions = found.map((name) => places.findIndex(({ names }) => names.includes(name)));
  return [
    ...found.filter((_, i) => positions[i] === -1).map((name) => `${path} has no place for ${name}`),
    ...found
      .filter(
        (_, i) =>
          i > 0 && (positions[i] ?? 0) >= 0 && (positions[i] ?? 0) < Math.max(...positions.slice(0, i)),
      )
      .map((name) => `${path}: ${name} stands too late`),
    ...places.flatMap(({ names, many }, place) => {
      const count = positions.filter((position) => position === place).length;
      if (count === 0 && (many === "!" || many === "+")) return [`${path} lacks ${names.join(" or ")}`];
      return count > 1 && (many === "!" || many === "")
        ? [`${path} has ${names.join(" or ")} ${count} times`]
        : [];
    }),
    ...parent.children.flatMap((child) => faultsBelow(child, `${path}/${nameOf(child)}`)),
  ];
}

function readPlace(text: string): { readonly names: readonly string[]; readonly many: string } {
  const many = /[!+*]$/.exec(text)?.[0] ?? "";
  return { names: text.slice(0, text.length - many.length).split("|"), many };
}

/** The rule of the longest end of the path that has one. */
function childrenOf(path: string): string | undefined {
  const steps = path.split("/");
  return steps.map((_, i) => CHILDREN[steps.slice(i).join("/")]).find((rule) => rule !== undefined);
}
