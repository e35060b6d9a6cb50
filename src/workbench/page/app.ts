import { provideGroupBy, silenceTimings } from "../sheet/compat";
import type { OpenWorkbook } from "../sheet/adaptor";
import { buildChrome } from "./chrome";
import { chooseLanguage, type Dictionary, words } from "./dictionary";
import { connectFunctions } from "./functions";
import { mountGrid } from "./grid";
import { type TestAccess, testAccess } from "./test-access";
import { libraries } from "./vendor";

declare global {
  /** For browser tests only. */
  var digitrade: TestAccess | undefined;
}

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`index.html has no element "${id}".`);
  return found;
};

async function start(text: Dictionary): Promise<void> {
  const chrome = buildChrome(place("bar"), text);
  const opened: { workbook?: OpenWorkbook } = {};
  const functions = connectFunctions({ formulaAt: (address) => opened.workbook?.formulaAt(address) });
  chrome.listFunctions(functions.namespace, functions.metadata);
  const workbook = await mountGrid({
    libraries: libraries(),
    functions,
    place: place("grid"),
    onOpenCalls: chrome.showOpenCalls,
  });
  opened.workbook = workbook;
  globalThis.digitrade = testAccess(workbook);
}

function showProblem(text: Dictionary, thrown: unknown): void {
  const message = document.createElement("p");
  message.className = "problem";
  message.setAttribute("role", "alert");
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  message.textContent = `${text.failed} ${text.failedHint} (${reason})`;
  place("grid").replaceChildren(message);
}

provideGroupBy();
silenceTimings();
const language = chooseLanguage(location.search, navigator.language);
document.documentElement.lang = language;
start(words(language)).catch((thrown: unknown) => {
  showProblem(words(language), thrown);
});
