import { FluentProvider } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { asProblem } from "../domain/problem";
import { surroundings, type Surroundings } from "../workbook/surroundings";
import { BuilderDefaultsContext, keepBuilderDefaults, readBuilderDefaults } from "./builder-defaults";
import { Frame, type Reading } from "./frame";
import type { PaneHost } from "./pane-host";
import { chosenLanguage, keepLanguageChoice, readLanguageChoice } from "./preference";
import { Settings } from "./settings";
import { DARK, LIGHT, useDark } from "./theme";
import { loadDictionary, type Language } from "./words/dictionary";
import { makeSpeech, SpeechContext, type Speech } from "./words/speech";

interface PaneProps {
  readonly host: PaneHost;
  readonly first: Speech;
}

export function Pane({ host, first }: PaneProps): ReactElement {
  const [around, setAround] = useState<Surroundings>(surroundings);
  const [reading, setReading] = useState<Reading>({ kind: "busy" });
  const [choice, setChoice] = useState(() => readLanguageChoice(around.partition));
  const [defaults, setDefaults] = useState(() => readBuilderDefaults(around.partition));
  const speech = useSpeechOf(chosenLanguage(choice, around.language), first);
  const dark = useDark(around.dark);
  const [, drawAgain] = useState(0);
  useEffect(() => host.subscribe(() => drawAgain((n) => n + 1)), [host]);
  useEffect(() => {
    host.ready
      .then(
        () => setReading({ kind: "done" }),
        (thrown: unknown) => setReading({ kind: "failed", sentence: asProblem(thrown).message }),
      )
      .finally(() => setAround(surroundings()));
  }, [host]);
  useEffect(() => {
    document.documentElement.lang = speech.language;
  }, [speech]);
  return (
    <FluentProvider theme={dark ? DARK : LIGHT} style={{ height: "100%" }}>
      <SpeechContext value={speech}>
        <BuilderDefaultsContext value={defaults}>
          <Frame
            host={host}
            inExcel={around.inExcel}
            reading={reading}
            settings={(shown) => (
              <Settings
                host={host}
                shown={shown}
                choice={choice}
                onChoose={(next) => {
                  keepLanguageChoice(around.partition, next);
                  setChoice(next);
                }}
                defaults={defaults}
                onDefaults={(next) => {
                  keepBuilderDefaults(around.partition, next);
                  setDefaults(next);
                }}
              />
            )}
          />
        </BuilderDefaultsContext>
      </SpeechContext>
    </FluentProvider>
  );
}

/** The words of the language; the ones before stay until they are loaded, and where they cannot be. */
function useSpeechOf(language: Language, first: Speech): Speech {
  const [speech, setSpeech] = useState(first);
  useEffect(() => {
    let current = true;
    loadDictionary(language).then(
      (dictionary) => {
        if (current) setSpeech(makeSpeech(language, dictionary));
      },
      (thrown: unknown) => console.error(thrown),
    );
    return () => {
      current = false;
    };
  }, [language]);
  return speech;
}
