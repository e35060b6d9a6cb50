import { createRoot } from "react-dom/client";
import { surroundings } from "../workbook/surroundings";
import { Pane } from "./pane";
import type { PaneHost } from "./pane-host";
import { chosenLanguage, readLanguageChoice } from "./preference";
import { loadDictionary } from "./words/dictionary";
import { makeSpeech } from "./words/speech";

/** Draws the pane, in the person's language from the first moment on. Returns how to take it away again. */
export async function startPane(root: HTMLElement, host: PaneHost): Promise<() => void> {
  const { language: ofExcel, partition } = surroundings();
  const language = chosenLanguage(readLanguageChoice(partition), ofExcel);
  const first = makeSpeech(language, await loadDictionary(language));
  const tree = createRoot(root);
  tree.render(<Pane host={host} first={first} />);
  return () => tree.unmount();
}
