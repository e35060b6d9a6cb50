import { commandFaults, iconFaults } from "./check-ribbon";
import { flagFaults, functionFaults, helpFaults } from "./check-functions";
import { lengthFaults, localeFaults, residFaults, unusedFaults } from "./check-resources";
import { orderFaults } from "./order";
import { addresses, type Surroundings } from "./surroundings";
import { everyElement, find, type Xml } from "./xml";

type Rule = (root: Xml, around: Surroundings) => readonly string[];

const onlyText = (root: Xml, ...path: readonly string[]): string => find(root, ...path)[0]?.text ?? "";
const hostOf = (root: Xml): Xml | undefined => find(root, "VersionOverrides", "Hosts", "Host")[0];

/** Where the manifest's page is served. */
function originOf(root: Xml): string {
  const page = find(root, "DefaultSettings", "SourceLocation")[0]?.attributes.DefaultValue ?? "";
  return URL.canParse(page) ? new URL(page).origin : "";
}

/** Every rule by its name. Microsoft's own validator needs its service; these need nothing. */
export const RULES = {
  order: orderFaults,
  schemas: schemaFaults,
  identity: identityFaults,
  permissions: (root) =>
    onlyText(root, "Permissions") === "ReadWriteDocument" ? [] : ["the permission must be ReadWriteDocument"],
  hosts: (root) =>
    find(root, "Hosts", "Host").every(({ attributes }) => attributes.Name === "Workbook")
      ? []
      : ["the host must be Workbook"],
  requirements: requirementFaults,
  resids: residFaults,
  unused: unusedFaults,
  lengths: lengthFaults,
  locales: localeFaults,
  https: httpsFaults,
  domains: domainFaults,
  runtime: (root) =>
    find(root, "VersionOverrides", "Hosts", "Host", "Runtimes", "Runtime").every(
      (r) => r.attributes.lifetime === "long",
    )
      ? []
      : ["the runtime must live long: a short one ends with the pane, and the functions with it"],
  page: pageFaults,
  namespace: namespaceFaults,
  icons: iconFaults,
  commands: commandFaults,
  functions: functionFaults,
  flags: flagFaults,
  help: helpFaults,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;

/** What speaks against a manifest, each with the name of its rule; nothing where all is well. */
export function manifestFaults(root: Xml, around: Surroundings): readonly string[] {
  return Object.entries<Rule>(RULES).flatMap(([name, rule]) =>
    rule(root, around).map((fault) => `${name}: ${fault}`),
  );
}

const SCHEMAS = {
  OfficeApp: "http://schemas.microsoft.com/office/appforoffice/1.1",
  VersionOverrides: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
} as const;

function schemaFaults(root: Xml): readonly string[] {
  const faults = [root, ...find(root, "VersionOverrides")].filter(
    ({ name, attributes }) => attributes.xmlns !== SCHEMAS[name as keyof typeof SCHEMAS],
  );
  const basic = root.attributes["xmlns:bt"] === "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
  return [
    ...faults.map(({ name }) => `${name} has another namespace`),
    ...(basic ? [] : ["bt has another namespace"]),
  ];
}

function identityFaults(root: Xml): readonly string[] {
  const id = onlyText(root, "Id");
  const version = onlyText(root, "Version");
  return [
    ...(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)
      ? []
      : [`"${id}" is not a GUID`]),
    // Excel on the web has refused three numbers that Excel on the desktop took.
    ...(/^\d{1,5}(\.\d{1,5}){3}$/.test(version) ? [] : [`the version "${version}" is not four numbers`]),
    ...(onlyText(root, "DefaultLocale") === "en-US" ? [] : ["the default locale must be en-US"]),
  ];
}

const NEEDED: Readonly<Record<string, RegExp>> = {
  SharedRuntime: /^1\.1$/,
  ExcelApi: /^1\.12$/,
  CustomFunctionsRuntime: /^1\.[34]$/,
};

function requirementFaults(root: Xml): readonly string[] {
  const sets = new Map(
    find(root, "Requirements", "Sets", "Set").map(({ attributes: a }) => [a.Name ?? "", a.MinVersion ?? ""]),
  );
  return [
    ...Object.entries(NEEDED)
      .filter(([name, version]) => !version.test(sets.get(name) ?? ""))
      .map(
        ([name]) =>
          `${name} ${sets.get(name) ?? "is missing; it"} is not the version that the add-in is tested on`,
      ),
    ...[...sets.keys()]
      .filter((name) => !(name in NEEDED))
      .map((name) => `${name} would hide the add-in; probe for it instead`),
  ];
}

function httpsFaults(root: Xml): readonly string[] {
  const origin = originOf(root);
  const values = everyElement(root)
    .filter(({ name }) => /Url$|^SourceLocation$|^bt:Image$/.test(name))
    .flatMap(({ attributes, children }) => [
      attributes.DefaultValue,
      ...children.map((c) => c.attributes.Value),
    ])
    .filter((value) => value !== undefined);
  return [...new Set([...values, ...addresses(root)])].flatMap((value) => {
    if (!URL.canParse(value)) return [`"${value}" is not an address`];
    const { protocol, origin: own } = new URL(value);
    if (protocol !== "https:") return [`${value} is not https`];
    return own === origin ? [] : [`${value} is on another origin than the page`];
  });
}

function domainFaults(root: Xml): readonly string[] {
  const domains = find(root, "AppDomains", "AppDomain").map(({ text }) => text);
  return [
    ...(domains.includes(originOf(root)) ? [] : ["the page's own origin is not among the domains"]),
    ...domains
      .filter((domain) => !/^https:\/\/[^/*?#]+$/.test(domain))
      .map((domain) => `"${domain}" must be https, without path, slash or asterisk`),
  ];
}

/** The shared runtime starts only if cells, ribbon and pane name the same resource. */
function pageFaults(root: Xml): readonly string[] {
  const host = hostOf(root);
  if (!host) return ["there is no host"];
  const actions = everyElement(host).filter(({ name }) => name === "Action");
  const places = [
    ...find(host, "Runtimes", "Runtime"),
    ...find(host, "AllFormFactors", "ExtensionPoint", "Page", "SourceLocation"),
    ...find(host, "DesktopFormFactor", "FunctionFile"),
    ...actions.flatMap((action) => find(action, "SourceLocation")),
  ];
  const resids = new Set(places.map(({ attributes }) => attributes.resid));
  const panes = new Set(
    actions.filter((a) => find(a, "SourceLocation").length > 0).map((a) => onlyText(a, "TaskpaneId")),
  );
  const url = find(root, "VersionOverrides", "Resources", "bt:Urls", "bt:Url").find(({ attributes }) =>
    resids.has(attributes.id),
  );
  const start = find(root, "DefaultSettings", "SourceLocation")[0]?.attributes.DefaultValue;
  return [
    ...(resids.size === 1
      ? []
      : [`runtime, functions, ribbon and pane name ${resids.size} pages: ${[...resids].join(", ")}`]),
    ...(url?.attributes.DefaultValue === start && url?.children.length === 0
      ? []
      : ["the page is not the add-in's source location"]),
    ...(panes.size > 1 || panes.has("") ? ["every action that opens the pane must name the same pane"] : []),
  ];
}

function namespaceFaults(root: Xml): readonly string[] {
  const resid = find(
    root,
    "VersionOverrides",
    "Hosts",
    "Host",
    "AllFormFactors",
    "ExtensionPoint",
    "Namespace",
  )[0]?.attributes.resid;
  const string = find(root, "VersionOverrides", "Resources", "bt:ShortStrings", "bt:String").find(
    (s) => s.attributes.id === resid,
  );
  const namespace = string?.attributes.DefaultValue ?? "";
  return [
    ...(/^[A-Z][A-Z0-9]{2,31}$/.test(namespace)
      ? []
      : [`the namespace "${namespace}" must be 3 to 32 capitals and digits, no dot or underscore`]),
    ...(string?.children.length === 0 ? [] : ["a namespace that differs by language breaks workbooks"]),
  ];
}
