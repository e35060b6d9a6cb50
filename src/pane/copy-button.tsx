import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useSpeech } from "./words/speech";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  said: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface CopyButtonProps {
  readonly label: string;
  readonly text: string;
}

/** Copies a text, and says whether the browser let it. */
export function CopyButton({ label, text }: CopyButtonProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  // Said of the text that was copied; another one has not been.
  const [said, setSaid] = useState({ text: "", words: "" });
  const copy = (): void => {
    // Absent in pages without https; then the sentence says what to do.
    const clipboard = navigator.clipboard as Clipboard | undefined;
    (clipboard?.writeText(text) ?? Promise.reject(new Error("no clipboard"))).then(
      () => setSaid({ text, words: say("copied") }),
      () => setSaid({ text, words: say("copyTextFailed") }),
    );
  };
  return (
    <span className={styles.row}>
      <Button size="small" onClick={copy}>
        {label}
      </Button>
      <span role="status" className={styles.said}>
        {said.text === text ? said.words : ""}
      </span>
    </span>
  );
}
