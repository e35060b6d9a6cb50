/** Everything that the pane shows in its tabs, each reached by clicks, in either of its languages. */
import type { Dictionary } from "../../src/pane/words/en";
import { press, put, says, select, showTab, WAIT, type WorkbenchPage } from "./workbench-page";

export interface View {
  readonly name: string;
  readonly show: (bench: WorkbenchPage, words: Dictionary) => Promise<void>;
}

/** The longest part of a sentence of the dictionary that stands between its gaps. */
export const fixedPart = (sentence: string): string =>
  sentence
    .split(/\{\w+\}/)
    .reduce((longest, part) => (part.length > longest.length ? part : longest))
    .trim();

/** Cells of the empty sheet that the tab about one cell is asked about. */
const CELLS = {
  A1: '=DIGITRADE.DEFICIT("JP",2023,"USD","unit=bn")',
  A2: '=DIGITRADE.VALUE("JP.DIGITAL.NET","1 May 2024")',
  A3: "=A1*2",
} as const;

const CHART = "#panel-charts li > button";

const search = async ({ pane }: WorkbenchPage, { searchLabel }: Dictionary, text: string): Promise<void> => {
  await pane.getByLabel(searchLabel).fill(text, WAIT);
};

async function showSearch(bench: WorkbenchPage, words: Dictionary): Promise<void> {
  await showTab(bench, words.find);
  const back = bench.pane.getByRole("button", { name: words.back, exact: true });
  if (await back.isVisible()) await back.click(WAIT);
}

async function showGallery(bench: WorkbenchPage, words: Dictionary): Promise<void> {
  await showTab(bench, words.charts);
  await bench.pane
    .locator(CHART)
    .first()
    .waitFor({ ...WAIT, state: "attached" });
  const back = bench.pane.getByRole("button", { name: words.chartBack, exact: true });
  if (await back.isVisible()) await back.click(WAIT);
}

async function showCell(bench: WorkbenchPage, words: Dictionary, cell: string): Promise<void> {
  await showTab(bench, words.cell);
  await put(bench.page, CELLS);
  await select(bench.page, cell);
}

/** Opens what is folded away. */
async function unfold({ pane }: WorkbenchPage): Promise<void> {
  for (const fold of await pane.locator("details:not([open]) > summary").filter({ visible: true }).all())
    await fold.click(WAIT);
}

export const VIEWS: readonly View[] = [
  {
    name: "Find, empty",
    show: async (bench, words) => {
      await showSearch(bench, words);
      await search(bench, words, "");
      await says(bench, words.intro);
    },
  },
  {
    name: "Find without a result",
    show: async (bench, words) => {
      await showSearch(bench, words);
      await search(bench, words, "qqqq");
      await says(bench, words.noResults);
    },
  },
  {
    name: "Find with results",
    show: async (bench, words) => {
      await showSearch(bench, words);
      await search(bench, words, "treasuries");
      await bench.pane.getByRole("checkbox").nth(1).setChecked(true, WAIT);
      await says(bench, words.embeddedMark);
      await says(bench, fixedPart(words.selectedCount));
    },
  },
  {
    name: "The builder, with what it inserted",
    show: async (bench, words) => {
      await showSearch(bench, words);
      await search(bench, words, "digital deficit");
      await bench.pane.getByRole("checkbox").first().setChecked(true, WAIT);
      await press(bench, words.next);
      await select(bench.page, "H2");
      await press(bench, words.insert);
      const asks = bench.pane.getByRole("button", { name: fixedPart(words.overwrite) });
      await asks.or(bench.pane.getByText(fixedPart(words.inserted))).waitFor(WAIT);
      if (await asks.isVisible()) await asks.click(WAIT);
      await says(bench, fixedPart(words.inserted));
    },
  },
  {
    name: "The builder, before it overwrites",
    show: async (bench, words) => {
      await showSearch(bench, words);
      await put(bench.page, { M3: "mine" });
      await search(bench, words, "digital deficit");
      await bench.pane.getByRole("checkbox").first().setChecked(true, WAIT);
      await press(bench, words.next);
      await select(bench.page, "L2");
      await press(bench, words.insert);
      await says(bench, fixedPart(words.wouldLose));
    },
  },
  {
    name: "The gallery of charts, with its cards open",
    show: async (bench, words) => {
      await showGallery(bench, words);
      for (const card of await bench.pane.locator("#panel-charts h2 > button").all())
        if ((await card.getAttribute("aria-expanded")) === "false") await card.click(WAIT);
      await says(bench, words.fxInsertFacts);
      await says(bench, words.treasuryInsert);
    },
  },
  {
    name: "A chart and its options",
    show: async (bench, words) => {
      await showGallery(bench, words);
      await bench.pane.locator(CHART).first().click(WAIT);
      await bench.pane.getByRole("img").filter({ visible: true }).first().waitFor(WAIT);
      await says(bench, words.chartCopySentence);
      await unfold(bench);
    },
  },
  {
    name: "A chart with an option that cannot be read",
    show: async (bench, words) => {
      await showGallery(bench, words);
      await bench.pane.locator(CHART).first().click(WAIT);
      await bench.pane.getByRole("spinbutton").first().fill("99", WAIT);
      await says(bench, words.chartMend);
    },
  },
  {
    name: "Targets, and an own one that is not filled in",
    show: async (bench, words) => {
      await showTab(bench, words.targets);
      await says(bench, words.targetsRisks);
      await press(bench, words.ownInsert);
      await bench.pane.locator("#panel-targets [aria-invalid=true]").first().waitFor(WAIT);
    },
  },
  {
    name: "Check, empty",
    show: async (bench, words) => {
      await showTab(bench, words.check);
      await bench.pane.getByLabel(words.checkLabel).fill("", WAIT);
      await says(bench, words.checkIntro);
    },
  },
  {
    name: "Check with a result",
    show: async (bench, words) => {
      await showTab(bench, words.check);
      await press(bench, words.checkExample);
      await says(bench, fixedPart(words.verdictSpot));
      await says(bench, words.foundTitle);
    },
  },
  {
    name: "A cell of ours",
    show: async (bench, words) => {
      await showCell(bench, words, "A1");
      await says(bench, words.stepsTitle);
      await says(bench, words.citeTitle);
      await unfold(bench);
    },
  },
  {
    name: "An error of ours",
    show: async (bench, words) => {
      await showCell(bench, words, "A2");
      await says(bench, words.errorTitle);
    },
  },
  {
    name: "A cell that uses one of ours",
    show: async (bench, words) => {
      await showCell(bench, words, "A3");
      await says(bench, words.cellUses);
    },
  },
  {
    name: "An empty cell",
    show: async (bench, words) => {
      await showCell(bench, words, "F40");
      await says(bench, words.cellHow);
    },
  },
  {
    name: "Refresh, after a look for newer figures",
    show: async (bench, words) => {
      await put(bench.page, CELLS);
      await showTab(bench, words.refresh);
      await press(bench, words.checkNews);
      await says(bench, words.newsNone);
      await says(bench, words.policyTitle);
      await unfold(bench);
    },
  },
  {
    name: "Settings",
    show: async (bench, words) => {
      await showTab(bench, words.settings);
      await says(bench, words.sourcesTitle);
      await unfold(bench);
    },
  },
];
