import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Progress } from "../../answer/progress";
import { targetAmount } from "../../charts/common/targets";
import { DoneIcon, InfoIcon, WarningIcon } from "../icons";
import type { Word } from "../words/en";
import { useSpeech } from "../words/speech";
import { stateOf, type Bar, type State } from "./target-standing";

const useStyles = makeStyles({
  state: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    alignSelf: "flex-start",
    padding: `2px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  good: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
    color: tokens.colorStatusSuccessForeground1,
  },
  bad: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    color: tokens.colorStatusWarningForeground1,
  },
  bar: {
    position: "relative",
    height: "10px",
    borderRadius: "5px",
    backgroundColor: tokens.colorNeutralBackground5,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  filled: {
    height: "100%",
    borderRadius: "5px",
    backgroundColor: tokens.colorBrandBackground,
    forcedColorAdjust: "none",
  },
  path: {
    position: "absolute",
    top: "-4px",
    bottom: "-4px",
    width: "2px",
    backgroundColor: tokens.colorNeutralForeground1,
    "@media (forced-colors: active)": { backgroundColor: "CanvasText" },
  },
  ends: {
    display: "flex",
    justifyContent: "space-between",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
  },
});

const STATES = {
  reached: { word: "targetReached", mood: "good" },
  "on-track": { word: "targetOnTrack", mood: "good" },
  behind: { word: "targetBehind", mood: "bad" },
  passed: { word: "targetPassed", mood: "bad" },
  "not-counted": { word: "targetNotCounted", mood: "none" },
  "no-path": { word: "targetNoPath", mood: "none" },
} as const satisfies Record<State, { readonly word: Word; readonly mood: "good" | "bad" | "none" }>;

/** How a target stands. */
export function StateMark({ progress }: { readonly progress: Progress }): ReactElement {
  const { word, mood } = STATES[stateOf(progress)];
  return <Mark mood={mood} word={word} />;
}

interface MarkProps {
  readonly mood: "good" | "bad" | "none";
  readonly word: Word;
}

/** Words with a sign before them, on a ground that only repeats what they say. */
export function Mark({ mood, word }: MarkProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  return (
    <span className={mergeClasses(styles.state, mood !== "none" && styles[mood])}>
      {mood === "good" ? <DoneIcon /> : mood === "bad" ? <WarningIcon /> : <InfoIcon />}
      {say(word)}
    </span>
  );
}

/** The way from base to target that is covered, and how far the straight path is. What it shows is said beside it. */
export function ProgressBar({
  progress,
  bar,
}: {
  readonly progress: Progress;
  readonly bar: Bar;
}): ReactElement {
  const styles = useStyles();
  const { say, language } = useSpeech();
  const { target, task } = progress;
  return (
    <div aria-hidden="true">
      <div className={styles.bar}>
        <div className={styles.filled} style={{ width: `${bar.latest * 100}%` }} />
        <div className={styles.path} style={{ left: `calc(${bar.path * 100}% - 1px)` }} />
      </div>
      <div className={styles.ends}>
        <span>{task && targetAmount(target, task.base, language)}</span>
        <span>{say("targetPathMark")}</span>
        <span>{targetAmount(target, target.value, language)}</span>
      </div>
    </div>
  );
}
