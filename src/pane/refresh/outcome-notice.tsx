import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { DeskOutcome } from "../../workbook/refresh/desk-state";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import { ChangeLines } from "./change-lines";
import { Fold } from "./fold";
import { changedLines } from "./news-groups";
import { outcomeWords } from "./outcome-words";
import { useRefreshStyles } from "./styles";

const MOST_LINES = 12;
const MOST_CHANGES = 50;

interface OutcomeNoticeProps {
  readonly outcome: DeskOutcome;
  readonly onDismiss: () => void;
}

/** How the last thing that was asked for ended, what is left to do, and what changed. */
export function OutcomeNotice({ outcome, onDismiss }: OutcomeNoticeProps): ReactElement {
  const speech = useSpeech();
  const { say } = speech;
  const { kind, lines, rest, unanswered } = outcomeWords(outcome, speech);
  const changed = outcome.kind === "accepted" ? changedLines(outcome.changes) : [];
  return (
    <Notice
      kind={kind}
      actions={
        <Button size="small" onClick={onDismiss}>
          {say("dismiss")}
        </Button>
      }
    >
      {lines.join(" ")}
      {rest.length > 0 && <Lines lines={rest} />}
      {changed.length > 0 && (
        <Fold title={say("newsChanged")}>
          <ChangeLines lines={changed} most={MOST_CHANGES} />
        </Fold>
      )}
      {unanswered.length > 0 && (
        <Fold title={say("doneUnanswered", { n: unanswered.length })}>
          <Lines lines={unanswered} />
        </Fold>
      )}
    </Notice>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): ReactElement {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  const hidden = lines.length - MOST_LINES;
  return (
    <ul className={styles.list}>
      {lines.slice(0, MOST_LINES).map((line) => (
        <li key={line}>{line}</li>
      ))}
      {hidden > 0 && <li>{say("newsMoreCells", { n: hidden })}</li>}
    </ul>
  );
}
