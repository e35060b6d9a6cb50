import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { ChoiceKey } from "../../charts/common/choices";
import { writeChoices } from "../../charts/common/read-choices";
import { Problem } from "../../domain/problem";
import { BackIcon } from "../icons";
import { Notice } from "../notice";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { useWork, type Work } from "../work";
import type { ChartDesk, WorkedChart } from "./chart-desk";
import { readForm, type Filled } from "./chart-form";
import { ChartOptions } from "./chart-options";
import type { AskedChart } from "./chart-request";
import { InsertBar } from "./insert-bar";
import { Picture } from "./picture";
import { Sentence } from "./sentence";

const WIDTH = 304;
const HEIGHT = 264;

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    // Nothing in the column gives way to the rest of it.
    "& > *": { flexShrink: 0 },
  },
  head: { display: "flex", alignItems: "flex-start", gap: tokens.spacingHorizontalXS },
  title: {
    margin: 0,
    paddingTop: "4px",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    ":focus": { outlineStyle: "none" },
  },
  question: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  frame: {
    margin: `0 calc(-1 * ${tokens.spacingHorizontalXS})`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    overflow: "hidden",
  },
  source: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  busy: { opacity: 0.6 },
});

interface ChartPageProps {
  readonly host: PaneHost;
  readonly inExcel: boolean;
  readonly charts: ChartDesk;
  readonly revision: number;
  readonly asked: AskedChart;
  readonly onBack: () => void;
}

/** One chart: its picture, what it says in words, its options, and where to insert it. */
export function ChartPage({ host, inExcel, charts, revision, asked, onBack }: ChartPageProps): ReactElement {
  const styles = useStyles();
  const { of, say, language } = useSpeech();
  const { definition } = asked;
  const [filled, setFilled] = useState<Filled>(asked.filled);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const form = readForm(definition, { lang: language, ...filled });
  const { choices } = form;
  const key = choices && writeChoices(definition, choices);
  const work = useWork(`${definition.id} ${key ?? "?"} ${revision}`, async () =>
    choices ? { choices, worked: await charts.work(definition, choices) } : undefined,
  );
  const shown = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : undefined;
  const finding = shown?.worked.finding;
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.head}>
          <Button appearance="subtle" icon={<BackIcon />} aria-label={say("chartBack")} onClick={onBack} />
          <h2 ref={title} tabIndex={-1} className={styles.title}>
            {of(definition.title)}
          </h2>
        </div>
        <p className={styles.question}>{of(definition.question)}</p>
        {form.choices ? (
          <Shown {...{ definition, work }} />
        ) : (
          <Notice kind="warning">{form.fault ?? say("chartMend")}</Notice>
        )}
        {form.choices && finding && !(finding instanceof Problem) && <Sentence text={finding.sentence} />}
        {form.choices && finding && !(finding instanceof Problem) && (
          <p className={styles.source}>{finding.source}</p>
        )}
        <ChartOptions
          definition={definition}
          filled={{ lang: language, ...filled }}
          faults={form.choices ? {} : form.faults}
          onFill={(option: ChoiceKey, value: string) => setFilled({ ...filled, [option]: value })}
        />
      </div>
      <InsertBar
        {...{ host, inExcel, charts, definition, choices }}
        worked={work.kind === "done" ? work.value?.worked : undefined}
        atOnce={asked.insert}
      />
    </>
  );
}

interface ShownProps {
  readonly definition: AskedChart["definition"];
  readonly work: Work<
    { readonly choices: Parameters<typeof Picture>[0]["choices"]; readonly worked: WorkedChart } | undefined
  >;
}

/** The picture; while it is worked out the one before, paler; where nothing can be shown, why. */
function Shown({ definition, work }: ShownProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  if (work.kind === "failed") return <Notice kind="error">{work.problem.message}</Notice>;
  const shown = work.kind === "done" ? work.value : work.last;
  if (!shown)
    return (
      <Skeleton aria-label={say("chartDrawing")}>
        <SkeletonItem style={{ height: `${HEIGHT}px` }} />
      </Skeleton>
    );
  const { choices, worked } = shown;
  const picture = (
    <div className={styles.frame} aria-busy={work.kind === "busy"}>
      <Picture
        {...{ definition, choices, worked }}
        width={WIDTH}
        height={HEIGHT}
        {...(work.kind === "busy" && { className: styles.busy })}
      />
    </div>
  );
  return worked.finding instanceof Problem ? (
    <Notice kind="warning">{worked.finding.message}</Notice>
  ) : (
    picture
  );
}
