import { Button, Field, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useSpeech } from "../words/speech";

const useStyles = makeStyles({
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  buttons: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  said: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface FormulaFieldProps {
  readonly formula: string;
  readonly isEdited: boolean;
  readonly onEdit: (text: string | undefined) => void;
}

/** The formula as text: to read, to change, to copy. */
export function FormulaField({ formula, isEdited, onEdit }: FormulaFieldProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const [said, setSaid] = useState("");
  const copy = (): void => {
    // Absent in pages without https; then the sentence says what to do.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    (clipboard?.writeText(formula) ?? Promise.reject(new Error("no clipboard"))).then(
      () => setSaid(say("copied")),
      () => setSaid(say("copyFailed")),
    );
  };
  return (
    <>
      <Field label={say("formula")} hint={say("formulaHint")}>
        <Textarea
          value={formula}
          rows={3}
          resize="vertical"
          spellCheck={false}
          textarea={{ className: styles.text, autoCapitalize: "off", autoCorrect: "off" }}
          onChange={(_event, { value }) => {
            setSaid("");
            onEdit(value);
          }}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" onClick={copy}>
          {say("copy")}
        </Button>
        {isEdited && (
          <Button size="small" appearance="subtle" onClick={() => onEdit(undefined)}>
            {say("formulaReset")}
          </Button>
        )}
        <span role="status" className={styles.said}>
          {said}
        </span>
      </div>
    </>
  );
}
