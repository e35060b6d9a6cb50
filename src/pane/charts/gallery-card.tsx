import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ChartChoices } from "../../charts/common/choices";
import type { ChartDefinition } from "../../charts/common/definition";
import { choicesFrom } from "../../charts/common/read-choices";
import { Problem } from "../../domain/problem";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import type { ChartDesk, WorkedChart } from "./chart-desk";
import { Picture } from "./picture";
import { useSeen } from "./use-seen";

const WIDTH = 108;
const HEIGHT = 72;

const useStyles = makeStyles({
  card: {
    display: "grid",
    gridTemplateColumns: `${WIDTH}px 1fr`,
    columnGap: tokens.spacingHorizontalM,
    width: "100%",
    padding: tokens.spacingHorizontalS,
    textAlign: "start",
    font: "inherit",
    color: "inherit",
    cursor: "pointer",
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    ":hover": {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ":active": { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ":focus-visible": {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: "1px",
    },
  },
  frame: {
    width: `${WIDTH}px`,
    height: `${HEIGHT}px`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke3}`,
    overflow: "hidden",
  },
  none: {
    height: "100%",
    display: "grid",
    placeItems: "center",
    padding: tokens.spacingHorizontalXS,
    textAlign: "center",
    fontSize: tokens.fontSizeBase100,
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { minWidth: 0, display: "flex", flexDirection: "column", gap: "2px" },
  title: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  question: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  source: {
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground3,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
});

interface GalleryCardProps {
  readonly definition: ChartDefinition;
  readonly charts: ChartDesk;
  readonly revision: number;
  readonly onChoose: () => void;
}

/** A chart in the gallery: its picture over the figures of now, what it answers, and from whom the figures are. */
export function GalleryCard(props: GalleryCardProps): ReactElement {
  const { definition, onChoose } = props;
  const styles = useStyles();
  const { language } = useSpeech();
  const { ref, seen } = useSeen<HTMLButtonElement>();
  const choices = choicesFrom(definition, [["lang", language]]);
  return (
    <button ref={ref} type="button" className={styles.card} onClick={onChoose}>
      {seen ? <SeenCard {...props} choices={choices} /> : <CardBody {...{ definition, choices }} />}
    </button>
  );
}

interface SeenCardProps extends GalleryCardProps {
  readonly choices: ChartChoices;
}

/** Once the card is in sight its figures are worked out. */
function SeenCard({ definition, charts, revision, choices }: SeenCardProps): ReactElement {
  const work = useWork(`${definition.id} ${choices.lang} ${revision}`, () =>
    charts.work(definition, choices),
  );
  const worked = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : undefined;
  return (
    <CardBody
      {...{ definition, choices }}
      {...(worked && { worked })}
      {...(work.kind === "failed" && { problem: work.problem })}
    />
  );
}

interface CardBodyProps {
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices;
  readonly worked?: WorkedChart;
  readonly problem?: Problem;
}

function CardBody(props: CardBodyProps): ReactElement {
  const { definition, worked } = props;
  const styles = useStyles();
  const { of } = useSpeech();
  const source = worked && !(worked.finding instanceof Problem) ? worked.finding.source : "";
  return (
    <>
      <span className={styles.frame}>
        <Thumbnail {...props} />
      </span>
      <span className={styles.words}>
        <span className={styles.title}>{of(definition.title)}</span>
        <span className={styles.question}>{of(definition.question)}</span>
        <span className={styles.source}>{source}</span>
      </span>
    </>
  );
}

function Thumbnail({ definition, choices, worked, problem }: CardBodyProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const reason = problem ?? (worked?.finding instanceof Problem ? worked.finding : undefined);
  if (reason)
    return (
      <span className={styles.none} title={reason.message}>
        {say("chartNoFigures")}
      </span>
    );
  if (!worked)
    return (
      <Skeleton aria-label={say("loadingFacts")}>
        <SkeletonItem size={72} />
      </Skeleton>
    );
  return <Picture {...{ definition, choices, worked }} width={WIDTH} height={HEIGHT} thumbnail />;
}
