import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { DeskOutcome } from "../../workbook/refresh/desk-state";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import { outcomeWords } from "./outcome-words";
import { useRefreshStyles } from "./styles";

const MOST_LINES = 12;

interface OutcomeNoticeProps {
  readonly outcome: DeskOutcome;
  readonly onDismiss: () => void;
}

/** How the last thing that was asked for ended, and what is left. */
export function OutcomeNotice({ outcome, onDismiss }: OutcomeNoticeProps): ReactElement {
  const styles = useRefreshStyles();
  const speech = useSpeech();
  const { kind, lines, rest } = outcomeWords(outcome, speech);
  const hidden = rest.length - MOST_LINES;
  return (
    <Notice
      kind={kind}
      actions={
        <Button size="small" onClick={onDismiss}>
          {speech.say("dismiss")}
        </Button>
      }
    >
      {lines.join(" ")}
      {rest.length > 0 && (
        <ul className={styles.list}>
          {rest.slice(0, MOST_LINES).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {hidden > 0 && <li>{speech.say("newsMoreCells", { n: hidden })}</li>}
        </ul>
      )}
    </Notice>
  );
}
