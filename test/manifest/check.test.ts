/** @jest-environment jsdom */
import { readFile } from "node:fs/promises";

import { RULES, type RuleName } from "../../scripts/manifest/check";
import type { Surroundings } from "../../scripts/manifest/surroundings";
import type { Mutation } from "./mutation";
import { MUTATIONS } from "./mutations";
import { INPUTS, readManifest, surroundingsOf } from "./reading";

let manifest: string;
let around: Surroundings;
beforeAll(async () => {
  manifest = await readFile("manifest.xml", "utf8");
  around = await surroundingsOf(readManifest(manifest), INPUTS.origin);
  // Icons of every size, as the folder has them, so that only the size can be wrong.
  around = {
    ...around,
    icons: new Map([...around.icons, ["assets/icons/help-20.png", { width: 20, height: 20 }]]),
  };
});

const all = Object.entries<readonly Mutation[]>(MUTATIONS).flatMap(([rule, mutations]) =>
  mutations.map((mutation) => [rule as RuleName, mutation.what, mutation] as const),
);

test.each(all)("%s refuses %s", (rule, _what, mutation) => {
  const broken = mutation.text ? manifest.replace(...mutation.text) : manifest;
  if (mutation.text) expect(broken).not.toBe(manifest);
  const faults = RULES[rule](readManifest(broken), mutation.around?.(around) ?? around);
  expect(faults.join("\n")).toContain(mutation.says);
});

test("every rule has something that it refuses, and nothing against the manifest as it is", () => {
  for (const rule of Object.keys(RULES) as RuleName[]) {
    expect([rule, MUTATIONS[rule].length]).not.toEqual([rule, 0]);
    expect([rule, RULES[rule](readManifest(manifest), around)]).toEqual([rule, []]);
  }
});

test.each(["<OfficeApp>", "<a><b></a></b>", '<a b="1" b="2" />', "<a>&nothing;</a>", ""])(
  "%j is not well-formed",
  (text) => {
    expect(() => readManifest(text)).toThrow("not well-formed");
  },
);
