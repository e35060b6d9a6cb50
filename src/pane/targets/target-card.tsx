import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Progress } from "../../answer/progress";
import { targetAmount } from "../../charts/common/targets";
import { periodIn } from "../../charts/common/words";
import { figureWords } from "../../answer/figure-words";
import { lastDay, frequencyOf } from "../../domain/period";
import { Problem } from "../../domain/problem";
import { FactList, type ShownFact } from "../cards/fact-list";
import { DoneIcon, InfoIcon, WarningIcon } from "../icons";
import { useSpeech, type Speech } from "../words/speech";
import type { Word } from "../words/en";
import { comparisonsOf } from "./comparisons";
import { barOf, stateOf, type Bar, type Standing, type State } from "./target-standing";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  goal: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  by: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  note: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
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
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, alignItems: "center" },
});

interface TargetCardProps {
  readonly standing: Standing;
  readonly onCompare: (chart: string, target: string) => void;
}

/** A target, and how it stands: in words and a mark, never by colour alone. */
export function TargetCard({ standing: { target, progress }, onCompare }: TargetCardProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say, of, language } = speech;
  const comparisons = comparisonsOf(target);
  const known = progress instanceof Problem ? undefined : progress;
  const bar = known && target.kind === "target" ? barOf(known) : undefined;
  return (
    <article className={styles.card} aria-label={of(target.title)}>
      <h3 className={styles.title}>{of(target.title)}</h3>
      <p className={styles.goal}>
        {targetAmount(target, target.value, language)}{" "}
        <span className={styles.by}>{say("targetBy", { when: deadlineText(target.deadline, speech) })}</span>
      </p>
      {target.kind === "target" && known && <StateMark progress={known} />}
      {target.kind !== "target" && (
        <span className={styles.state}>
          <InfoIcon />
          {say(target.kind === "projection" ? "targetProjection" : "targetRisk")}
        </span>
      )}
      {known && bar && <ProgressBar progress={known} bar={bar} />}
      {known ? (
        <FactList facts={factsOf(known, speech)} />
      ) : (
        <p className={styles.note}>{(progress as Problem).message}</p>
      )}
      {target.scope && <p className={styles.note}>{of(target.scope)}</p>}
      <p className={styles.note}>{say("targetSetBy", { who: target.setBy })}</p>
      {comparisons.length > 0 && (
        <div
          className={styles.row}
          role="group"
          aria-label={say("targetCompare", { title: of(target.title) })}
        >
          {comparisons.map(({ chart, word }) => (
            <Button key={chart} size="small" onClick={() => onCompare(chart, target.id)}>
              {say(word)}
            </Button>
          ))}
        </div>
      )}
    </article>
  );
}

const STATES = {
  reached: { word: "targetReached", mood: "good" },
  "on-track": { word: "targetOnTrack", mood: "good" },
  behind: { word: "targetBehind", mood: "bad" },
  passed: { word: "targetPassed", mood: "bad" },
  "not-counted": { word: "targetNotCounted", mood: "none" },
  "no-path": { word: "targetNoPath", mood: "none" },
} as const satisfies Record<State, { readonly word: Word; readonly mood: "good" | "bad" | "none" }>;

function StateMark({ progress }: { readonly progress: Progress }): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const { word, mood } = STATES[stateOf(progress)];
  return (
    <span className={mergeClasses(styles.state, mood !== "none" && styles[mood])}>
      {mood === "good" ? <DoneIcon /> : mood === "bad" ? <WarningIcon /> : <InfoIcon />}
      {say(word)}
    </span>
  );
}

/** The way from base to target that is covered, and how far the straight path is. What it shows is said beside it. */
function ProgressBar({ progress, bar }: { readonly progress: Progress; readonly bar: Bar }): ReactElement {
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

/** Latest count, gap, and what is required a year: by the plan, and from now on. */
function factsOf(progress: Progress, { say, language }: Speech): readonly ShownFact[] {
  const { target, latest, plan, standing } = progress;
  const size = (value: number): string => targetAmount(target, value, language);
  const isTarget = target.kind === "target";
  return [
    ...(latest
      ? [
          {
            name: say("targetLatest"),
            value: latest.about ? say("targetAbout", { amount: size(latest.value) }) : size(latest.value),
            when: periodIn(latest.period, language),
          },
        ]
      : []),
    ...(isTarget && standing && !standing.reached
      ? [{ name: say("targetGap"), value: size(standing.gap) }]
      : []),
    ...(isTarget && plan
      ? [
          {
            name: say("targetPerYearPlan"),
            value: size(plan.perYear),
            when:
              plan.cagr === undefined ? undefined : say("targetCompound", { n: figureWords(plan.cagr, 2) }),
          },
        ]
      : []),
    ...(isTarget && standing?.perYearNow !== undefined && !standing.reached
      ? [{ name: say("targetPerYearNow"), value: size(standing.perYearNow) }]
      : []),
    ...(isTarget && standing && !standing.reached
      ? [
          {
            name: say("targetAgainstPath"),
            value: say(standing.aheadLinear < 0 ? "targetShort" : "targetAhead", {
              amount: size(standing.aheadLinear),
            }),
          },
        ]
      : []),
  ];
}

/** "FY2030 (31 March 2031)". */
function deadlineText(deadline: Progress["target"]["deadline"], { language }: Speech): string {
  const end = periodIn(lastDay(deadline), language);
  if (frequencyOf(deadline) === "D") return end;
  return language === "ja"
    ? `${periodIn(deadline, language)}（${end}）`
    : `${periodIn(deadline, language)} (${end})`;
}
