/** How the whole pane looks to those who see it badly or have no room for it. */
import { en, type Dictionary } from "../../src/pane/words/en";
import { ja } from "../../src/pane/words/ja";
import { narrowPane, NARROWEST } from "./narrow-pane";
import { findings, overflow, THEMES } from "./pane-looks";
import { VIEWS } from "./pane-views";

const { bench, frame, speak } = narrowPane();

const LANGUAGES = [
  ["English", "en", en],
  ["Japanese", "ja", ja],
] as const satisfies readonly (readonly [string, string, Dictionary])[];

describe.each(LANGUAGES)("in %s, 300 pixels wide", (_, language, words) => {
  beforeAll(() => speak(language), 30_000);

  test.each(VIEWS)(
    "$name: nothing is amiss in any theme, and all of it has room",
    async ({ show }) => {
      await show(bench(), words);
      for (const [theme, media] of Object.entries(THEMES)) {
        await bench().page.emulateMedia(media);
        expect([theme, await findings(frame())]).toEqual([theme, []]);
      }
      await bench().page.emulateMedia(THEMES.light);
      expect(await frame().evaluate(() => innerWidth)).toBe(NARROWEST);
      expect(await overflow(frame())).toEqual([]);
    },
    60_000,
  );
});
