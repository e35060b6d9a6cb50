import { provideGroupBy, silenceTimings } from "../sheet/compat";
import { buildChrome } from "./chrome";
import { chooseLanguage, type Dictionary, type Language, words } from "./dictionary";
import { followState, stateLine } from "./figures-state";
import { sheetFunctions } from "../sheet-functions";
import { openDesk } from "./desk";
import { noticePlace } from "./notice";
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

async function start(text: Dictionary, language: Language): Promise<void> {
  // The page is served with the address of a gateway where there is one beside it; without, nobody is asked.
  const hasGateway = Boolean(document.documentElement.dataset["gateway"]);
  const chrome = buildChrome(place("bar"), text, hasGateway);
  if (hasGateway) followState((state) => chrome.showFigures(stateLine(state, text, language)));
  const { namespace, metadata } = sheetFunctions();
  chrome.listFunctions(namespace, metadata);
  chrome.togglePane(place("pane"));
  await openDesk({
    libraries: libraries(),
    text,
    language,
    chrome,
    places: {
      bar: place("bar"),
      desk: place("desk"),
      grid: place("grid"),
      pane: place("pane"),
      notice: noticePlace(place("notice"), text.dismiss),
    },
    onShown: (host) => {
      globalThis.digitrade = testAccess(host);
    },
  });
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
start(words(language), language).catch((thrown: unknown) => {
  showProblem(words(language), thrown);
});
