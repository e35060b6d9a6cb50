/** @jest-environment jsdom */
import { readFile } from "node:fs/promises";

import { DEVELOPMENT_MANIFESTS, guidOf, manifestText, readOptions } from "../../scripts/manifest";
import { buildManifest } from "../../scripts/manifest/build";
import { manifestFaults } from "../../scripts/manifest/check";
import { COMMANDS, type Command } from "../../scripts/manifest/commands";
import { everyElement, find, writeXml } from "../../scripts/manifest/xml";
import { CHARTS } from "../../src/charts/index";
import { INPUTS, readManifest, surroundingsOf } from "./reading";

const files = Object.keys(DEVELOPMENT_MANIFESTS);

test.each(files)("%s is what the builder writes", async (file) => {
  expect(await readFile(file, "utf8")).toBe(await manifestText(DEVELOPMENT_MANIFESTS[file]!));
});

test.each(files)("nothing speaks against %s", async (file) => {
  const root = readManifest(await readFile(file, "utf8"));
  expect(manifestFaults(root, await surroundingsOf(root, "https://localhost:3000"))).toEqual([]);
});

test("what is written reads back as what was built, whatever the name", () => {
  const built = buildManifest(
    { ...INPUTS, displayName: { en: `R&D <"dev">`, ja: "研究＆開発 'x'" } },
    COMMANDS,
  );
  expect(readManifest(writeXml(built, "A comment."))).toEqual(built);
});

test("an organisation's manifest names nothing but its own server", async () => {
  const asked = readOptions([
    "--origin",
    "https://digitrade.example.org/",
    "--out",
    "here.xml",
    "--variant",
    "ltsc",
  ]);
  const text = await manifestText(asked["here.xml"]!);
  const root = readManifest(text);
  expect(manifestFaults(root, await surroundingsOf(root, "https://digitrade.example.org"))).toEqual([]);
  expect(text).not.toContain("localhost");
  expect(text).toContain('"Functions.Namespace" DefaultValue="DIGITRADE"');
  expect(text).toContain("https://digitrade.example.org/functions-ltsc.ja-JP.json");
});

test("every server, namespace and variant has its own id, always the same", () => {
  const id = (...args: readonly string[]): string => readOptions(["--origin", ...args])[""]!.id;
  const ids = [
    id("https://a.example"),
    id("https://b.example"),
    id("https://a.example", "--namespace", "TEST"),
    id("https://a.example", "--variant", "ltsc"),
    ...files.map((file) => DEVELOPMENT_MANIFESTS[file]!.id),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  expect(id("https://a.example")).toBe(id("https://a.example/"));
  expect(id("https://a.example", "--id", "6D88377C-FFF1-4E78-AB9E-34B3DAE71782")).toBe(
    "6d88377c-fff1-4e78-ab9e-34b3dae71782",
  );
  // As Python's uuid.uuid5(uuid.NAMESPACE_URL, …) has it.
  expect(guidOf("https://www.example.com/")).toBe("3d3ed9d2-aa3d-5fa6-90e8-ed662e90f559");
});

test.each([
  [["--namespace", "X"], "--origin is missing"],
  [["--origin", "http://a.example"], "https"],
  [["--origin", "https://a.example/digitrade"], "nothing behind it"],
  [["--origin", "https://a.example", "--variant", "web"], "current or ltsc"],
])("%j is refused with the reason", (args, reason) => {
  expect(() => readOptions(args)).toThrow(reason);
});

test("inputs that would make a faulty manifest are refused with all reasons", async () => {
  const inputs = { ...INPUTS, namespace: "DIGI.TRADE", id: "5", version: "1.0.0" };
  await expect(manifestText(inputs)).rejects.toThrow(/not a GUID[^]*four numbers[^]*DIGI\.TRADE/);
});

const words = { en: "Words", ja: "言葉" };
const runs = (id: string, run: string) =>
  ({ kind: "button", id, icon: "chart", label: words, tip: words, does: { run } }) as const;

test("a new command is one more row, and a menu appears with its first item", async () => {
  const more: readonly Command[] = [
    ...COMMANDS,
    runs("Another", "another"),
    {
      kind: "menu",
      id: "Charts",
      icon: "chart",
      label: words,
      tip: words,
      items: [runs("Chart1", "insertBalance")],
    },
    { kind: "menu", id: "Empty", icon: "chart", label: words, tip: words, items: [] },
  ];
  const root = readManifest(writeXml(buildManifest(INPUTS, more), "A comment."));
  expect(manifestFaults(root, await surroundingsOf(root, INPUTS.origin))).toEqual([]);
  const ids = everyElement(root)
    .filter(({ name }) => name === "Control" || name === "Item")
    .map(({ attributes }) => attributes["id"]);
  expect(ids).toEqual(expect.arrayContaining(["DigiTrade.Another", "DigiTrade.Charts", "DigiTrade.Chart1"]));
  expect(ids).not.toContain("DigiTrade.Empty");
});

test("the pane, every chart of the gallery and help are on the Home tab", () => {
  const root = buildManifest(INPUTS, COMMANDS);
  const actions = everyElement(root).filter(({ name }) => name === "Action");
  expect(actions.filter(({ attributes }) => attributes["xsi:type"] === "ShowTaskpane")).toHaveLength(1);
  const handlers = actions.flatMap((action) => find(action, "FunctionName")).map(({ text }) => text);
  expect(handlers).toContain("openHelp");
  expect(handlers.filter((name) => name.startsWith("chart"))).toHaveLength(CHARTS.length);
  const items = everyElement(root).filter(({ name }) => name === "Item");
  expect(items.map(({ attributes }) => attributes["id"])).toEqual(
    CHARTS.map(({ id }) => `DigiTrade.C.${id}`),
  );
});

test("every handler that the ribbon names is one that the page registers", async () => {
  const page = await readFile("src/addin/commands.ts", "utf8");
  const names = everyElement(buildManifest(INPUTS, COMMANDS)).filter(({ name }) => name === "FunctionName");
  expect(names).not.toHaveLength(0);
  for (const { text } of names) expect(page).toMatch(new RegExp(`^ {2}${text}: `, "m"));
});
