import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { useSpeech } from "../words/speech";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, alignItems: "flex-start" },
  text: { margin: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  said: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What a chart shows in words, to be pasted as the alternative text that Office's own charts cannot be given. */
export function Sentence({ text }: { readonly text: string }): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const [said, setSaid] = useState("");
  const copy = (): void => {
    // Typed as always there; pages without https have none.
    const { clipboard } = navigator as { readonly clipboard?: Clipboard };
    (clipboard ? clipboard.writeText(text) : Promise.reject(new Error("no clipboard"))).then(
      () => setSaid(say("chartCopied")),
      () => setSaid(say("chartCopyFailed")),
    );
  };
  return (
    <div className={styles.box}>
      <p className={styles.text}>{text}</p>
      <div className={styles.row}>
        <Button size="small" onClick={copy}>
          {say("chartCopySentence")}
        </Button>
        <span className={styles.said} role="status">
          {said}
        </span>
      </div>
    </div>
  );
}
