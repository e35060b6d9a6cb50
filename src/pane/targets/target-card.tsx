import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Progress } from "../../answer/progress";
import { targetAmount } from "../../charts/common/targets";
import { periodIn } from "../../charts/common/words";
import { figureWords } from "../../answer/figure-words";
import { lastDay, frequencyOf } from "../../domain/period";
import { Problem } from "../../domain/problem";
import { FactList, type ShownFact } from "../cards/fact-list";
import { useSpeech, type Speech } from "../words/speech";
import { comparisonsOf } from "./comparisons";
import { Mark, ProgressBar, StateMark } from "./target-marks";
import { barOf, type Standing } from "./target-standing";

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
        <Mark mood="none" word={target.kind === "projection" ? "targetProjection" : "targetRisk"} />
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
