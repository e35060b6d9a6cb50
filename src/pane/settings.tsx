import { Field, Link, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LanguageChoice } from "./preference";
import { useSpeech } from "./words/speech";

const useStyles = makeStyles({
  page: {
    flex: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    padding: tokens.spacingHorizontalM,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: `${tokens.spacingVerticalXS} 0`,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
});

interface SettingsProps {
  readonly choice: LanguageChoice;
  readonly product: string;
  readonly onChoose: (choice: LanguageChoice) => void;
}

export function Settings({ choice, product, onChoose }: SettingsProps): ReactElement {
  const styles = useStyles();
  const { say, language } = useSpeech();
  return (
    <div className={styles.page}>
      <Field label={say("language")} hint={say("languageHint")}>
        <Select value={choice} onChange={(_event, { value }) => onChoose(value as LanguageChoice)}>
          <option value="auto">{say("languageAuto")}</option>
          <option value="en">English</option>
          <option value="ja">日本語</option>
        </Select>
      </Field>
      <section>
        <h2 className={styles.title}>{say("about")}</h2>
        <p className={styles.text}>{say("aboutText")}</p>
        <p className={styles.text}>
          <Link
            href={`help/functions.html${language === "ja" ? "#top-ja" : ""}`}
            target="_blank"
            rel="noopener"
          >
            {say("help")}
          </Link>
        </p>
        <p className={styles.text}>{product}</p>
      </section>
    </div>
  );
}
