import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { Notice } from "../notice";
import type { PaneHost } from "../pane-host";
import { useSpeech, type Speech } from "../words/speech";
import type { Advice, Remedy } from "./advice";
import { Section } from "../section";
import type { Repair } from "./use-repair";

const useStyles = makeStyles({
  meaning: { fontWeight: tokens.fontWeightSemibold },
  sentence: { margin: `${tokens.spacingVerticalXS} 0 0` },
  change: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  label: { margin: 0, fontSize: tokens.fontSizeBase200 },
  code: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface ErrorViewProps {
  readonly host: PaneHost;
  readonly advice: Advice;
  /** In the function's own words. */
  readonly sentence: string | undefined;
  readonly repair: Repair;
}

/** What an error means, what the function says about it, and buttons for what helps. */
export function ErrorView({ host, advice, sentence, repair }: ErrorViewProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const [offered, setOffered] = useState<string>();
  const isBusy = repair.state.kind === "recalculating" || repair.state.kind === "changing";
  const act = (remedy: Remedy): void => {
    switch (remedy.kind) {
      case "recalculate":
        repair.recalculate();
        break;
      case "find":
        host.door.ask("find", remedy.words);
        break;
      case "refresh":
      case "repair":
        host.door.ask("refresh");
        break;
      case "option":
        setOffered(remedy.formula);
        break;
    }
  };
  return (
    <Section level={3} title={say("errorTitle")}>
      <Notice
        kind="error"
        quiet
        {...(advice.remedies.length > 0 && {
          actions: advice.remedies.map((remedy) => (
            <Button key={remedy.kind} size="small" disabledFocusable={isBusy} onClick={() => act(remedy)}>
              {remedyText(remedy, speech)}
            </Button>
          )),
        })}
      >
        <span className={styles.meaning}>{say(advice.meaning)}</span>
        {sentence !== undefined && (
          <p className={styles.sentence} lang="en">
            {sentence}
          </p>
        )}
      </Notice>
      {offered !== undefined && (
        <div className={styles.change}>
          <p className={styles.label}>{say("changeTitle")}</p>
          <pre className={styles.code} tabIndex={0}>
            {offered}
          </pre>
          <div className={styles.row}>
            <Button
              size="small"
              appearance="primary"
              autoFocus
              disabledFocusable={isBusy}
              onClick={() => {
                repair.change(offered);
                setOffered(undefined);
              }}
            >
              {say("changeConfirm")}
            </Button>
            <Button size="small" onClick={() => setOffered(undefined)}>
              {say("cancel")}
            </Button>
          </div>
        </div>
      )}
    </Section>
  );
}

function remedyText(remedy: Remedy, { say }: Speech): string {
  switch (remedy.kind) {
    case "recalculate":
      return say("cellRecalculate");
    case "find":
      return say("adviceOpenFind", { words: remedy.words });
    case "refresh":
      return say("adviceRefresh");
    case "repair":
      return say("adviceRepair");
    case "option":
      return say("adviceOption", { option: remedy.option });
  }
}
