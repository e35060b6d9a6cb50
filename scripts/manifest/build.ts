import { METADATA_FILES, type MetadataLocale, type Variant } from "../complete-metadata";
import type { Command } from "./commands";
import { collectResources, iconUrl, JAPANESE_LOCALE, type Words } from "./resources";
import { ribbonGroup } from "./ribbon";
import { element, type Xml } from "./xml";

export interface ManifestInputs {
  /** Where everything is served, https and without a slash at the end. */
  readonly origin: string;
  /** What formulas begin with. */
  readonly namespace: string;
  readonly id: string;
  readonly displayName: Words;
  /** Four numbers. */
  readonly version: string;
  readonly variant: Variant;
}

const DESCRIPTION: Words = {
  en: "Functions for digital trade, exchange rates and Treasury holdings that say where every figure comes from: rate basis, definition and vintage.",
  ja: "デジタル貿易、為替レート、米国債保有高の関数です。どの数値にも、換算レートの基準、定義、公表時点を示します。",
};
const WELCOME: Words = {
  en: "Type =DIGITRADE in a cell, or choose Open pane on the Home tab to find a series and build its formula.",
  ja: "セルに =DIGITRADE と入力するか、［ホーム］タブの［ウィンドウを開く］で系列を探して数式を作成します。",
};
const PROVIDER = "DigiTrade";
const PAGE = "taskpane.html";
const SCRIPT = "functions.js";
const HELP = "help/functions.html";

/** Everything in `Requirements` hides the add-in where it is missing; what is newer than this is probed at run time. */
const SETS = {
  current: { SharedRuntime: "1.1", ExcelApi: "1.12", CustomFunctionsRuntime: "1.4" },
  ltsc: { SharedRuntime: "1.1", ExcelApi: "1.12", CustomFunctionsRuntime: "1.3" },
} as const satisfies Record<Variant, Record<string, string>>;

/** The manifest that makes Excel load the add-in from its origin. */
export function buildManifest(inputs: ManifestInputs, commands: readonly Command[]): Xml {
  const { origin, displayName } = inputs;
  const help: Words = { en: `${origin}/${HELP}`, ja: `${origin}/${HELP}#top-ja` };
  const sets = Object.entries(SETS[inputs.variant]).map(([Name, MinVersion]) =>
    element("Set", { Name, MinVersion }),
  );
  const namespaces = {
    xmlns: "http://schemas.microsoft.com/office/appforoffice/1.1",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:bt": "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
    "xsi:type": "TaskPaneApp",
  };
  return element("OfficeApp", namespaces, [
    element("Id", {}, inputs.id),
    element("Version", {}, inputs.version),
    element("ProviderName", {}, PROVIDER),
    element("DefaultLocale", {}, "en-US"),
    inBothLanguages("DisplayName", displayName),
    inBothLanguages("Description", DESCRIPTION),
    element("IconUrl", { DefaultValue: iconUrl(origin, "digitrade", 32) }),
    element("HighResolutionIconUrl", { DefaultValue: iconUrl(origin, "digitrade", 64) }),
    inBothLanguages("SupportUrl", help),
    element("AppDomains", {}, [element("AppDomain", {}, origin)]),
    element("Hosts", {}, [element("Host", { Name: "Workbook" })]),
    element("Requirements", {}, [element("Sets", { DefaultMinVersion: "1.1" }, sets)]),
    element("DefaultSettings", {}, [element("SourceLocation", { DefaultValue: `${origin}/${PAGE}` })]),
    // Writing alone left functions at #BUSY! in Excel on the web.
    element("Permissions", {}, "ReadWriteDocument"),
    overrides(inputs, help, commands),
  ]);
}

function inBothLanguages(name: string, words: Words): Xml {
  return element(name, { DefaultValue: words.en }, [
    element("Override", { Locale: JAPANESE_LOCALE, Value: words.ja }),
  ]);
}

function overrides(inputs: ManifestInputs, help: Words, commands: readonly Command[]): Xml {
  const { origin, namespace, variant } = inputs;
  const resources = collectResources(origin);
  // One page for cells, ribbon and pane: the shared runtime starts only if all of them name the same resource.
  const page = resources.url("Page.Url", `${origin}/${PAGE}`);
  const source = (resid: string): readonly Xml[] => [element("SourceLocation", { resid })];
  const metadata: Words = {
    en: `${origin}/${metadataFile(variant, "en-US")}`,
    ja: `${origin}/${metadataFile(variant, "ja-JP")}`,
  };
  const customFunctions = element("ExtensionPoint", { "xsi:type": "CustomFunctions" }, [
    element("Script", {}, source(resources.url("Functions.Script.Url", `${origin}/${SCRIPT}`))),
    element("Page", {}, source(page)),
    element("Metadata", {}, source(resources.url("Functions.Metadata.Url", metadata))),
    // In one form only: names of functions that differ by language break workbooks.
    element("Namespace", { resid: resources.short("Functions.Namespace", namespace) }),
  ]);
  const getStarted = element("GetStarted", {}, [
    element("Title", { resid: resources.short("GetStarted.Title", inputs.displayName) }),
    element("Description", {
      resid: resources.long("GetStarted.Description", withNamespace(WELCOME, namespace)),
    }),
    element("LearnMoreUrl", { resid: resources.url("Help.Url", help) }),
  ]);
  const surface = element("ExtensionPoint", { "xsi:type": "PrimaryCommandSurface" }, [
    element("OfficeTab", { id: "TabHome" }, [ribbonGroup(inputs.displayName, commands, page, resources)]),
  ]);
  const host = element("Host", { "xsi:type": "Workbook" }, [
    element("Runtimes", {}, [element("Runtime", { resid: page, lifetime: "long" })]),
    element("AllFormFactors", {}, [customFunctions]),
    element("DesktopFormFactor", {}, [getStarted, element("FunctionFile", { resid: page }), surface]),
  ]);
  const attributes = {
    xmlns: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
    "xsi:type": "VersionOverridesV1_0",
  };
  return element("VersionOverrides", attributes, [element("Hosts", {}, [host]), resources.element()]);
}

const withNamespace = ({ en, ja }: Words, namespace: string): Words => ({
  en: en.replace("DIGITRADE", namespace),
  ja: ja.replace("DIGITRADE", namespace),
});

function metadataFile(variant: Variant, locale: MetadataLocale): string {
  const file = Object.entries(METADATA_FILES).find(
    ([, kind]) => kind.variant === variant && kind.locale === locale,
  );
  if (!file) throw new Error(`No metadata is written for ${variant} in ${locale}.`);
  return file[0];
}
