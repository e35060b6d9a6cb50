import { Field, Select } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LanguageChoice } from "../preference";
import { Section } from "../section";
import { useSpeech } from "../words/speech";

interface LanguageSettingsProps {
  readonly choice: LanguageChoice;
  readonly onChoose: (choice: LanguageChoice) => void;
}

/** The language of the pane; each is named in itself. */
export function LanguageSettings({ choice, onChoose }: LanguageSettingsProps): ReactElement {
  const { say } = useSpeech();
  return (
    <Section title={say("languageTitle")}>
      <Field label={say("language")} hint={say("languageHint")}>
        <Select value={choice} onChange={(_event, { value }) => onChoose(value as LanguageChoice)}>
          <option value="auto">{say("languageAuto")}</option>
          <option value="en" lang="en">
            English
          </option>
          <option value="ja" lang="ja">
            日本語
          </option>
        </Select>
      </Field>
    </Section>
  );
}
