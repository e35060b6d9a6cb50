import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Fragment, type ReactElement } from "react";
import type { Call } from "../../functions/bridge/ledger";
import type { FocusCell, LocalAnchor } from "../../workbook/selection";
import { CopyButton } from "../copy-button";
import type { Desk } from "../find/desk";
import { Notice } from "../notice";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { adviceFor, excelAdvice, seriesNamedIn } from "./advice";
import { AnswerView } from "./answer-view";
import { toldBy } from "./calls";
import { Citation } from "./citation";
import { ErrorView } from "./error-view";
import { Section } from "../section";
import { useRepair, type Repair } from "./use-repair";

const useStyles = makeStyles({
  label: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  code: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
  formula: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  sentence: { margin: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    fontFamily: tokens.fontFamilyMonospace,
  },
});

interface OurCellProps {
  readonly host: PaneHost;
  readonly desk: Desk;
  readonly focus: FocusCell;
  readonly anchor: LocalAnchor;
  readonly calls: readonly Call[];
  readonly onAgain: () => void;
}

/** A cell that a formula of ours fills: the formula, and what each of its calls did. */
export function OurCell({ host, desk, focus, anchor, calls, onAgain }: OurCellProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const repair = useRepair(anchor, onAgain);
  const told = calls.map((call) => ({ call, what: toldBy(call, focus) }));
  const ofExcel = excelAdvice(focus.error, anchor);
  // An error that none of our calls explains comes from what stands around them.
  const isOther =
    focus.error !== undefined &&
    !ofExcel &&
    calls.length > 0 &&
    told.every(({ what }) => what.kind !== "problem");
  const ids = told.flatMap(({ what }) => (what.kind === "answer" ? [what.answer.entry.id] : []));
  return (
    <>
      <div className={styles.formula}>
        <p className={styles.label}>{say("cellFormula")}</p>
        <pre className={styles.code} tabIndex={0} aria-label={say("cellFormula")}>
          {anchor.local}
        </pre>
        <CopyButton label={say("cellCopyFormula")} text={anchor.local} />
      </div>
      <RepairNotice repair={repair} />
      {ofExcel && <ErrorView host={host} advice={ofExcel} sentence={undefined} repair={repair} />}
      {isOther && (
        <Notice kind="warning" quiet>
          {say("errorOther", { error: focus.error })}
        </Notice>
      )}
      {calls.length === 0 && !ofExcel && (
        <Notice
          kind="info"
          quiet
          actions={
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={repair.state.kind === "recalculating"}
              onClick={repair.recalculate}
            >
              {say("cellRecalculate")}
            </Button>
          }
        >
          {say("cellUnknown")}
        </Notice>
      )}
      {told.map(({ call, what }, i) => (
        <Fragment key={call.key}>
          {calls.length > 1 && (
            <h3 className={styles.name}>
              {say("cellCallOf", { name: call.name, n: i + 1, total: calls.length })}
            </h3>
          )}
          {what.kind === "problem" && (
            <ErrorView
              host={host}
              advice={adviceFor(what.problem, call.name, anchor)}
              sentence={what.problem.message}
              repair={repair}
            />
          )}
          {what.kind === "answer" && (
            <AnswerView
              host={host}
              desk={desk}
              anchor={anchor}
              answer={what.answer}
              words={call.why?.() ?? ""}
            />
          )}
          {what.kind === "words" && <Words sentences={what.sentences} />}
        </Fragment>
      ))}
      <Citation
        ids={ids.length > 0 ? [...new Set(ids)] : seriesNamedIn(anchor.formula)}
        desk={desk}
        revision={host.figures.revision}
      />
    </>
  );
}

/** What a function tells in sentences only; they are English, as in its cell. */
function Words({ sentences }: { readonly sentences: readonly string[] }): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  return (
    <Section level={3} title={say("stepsTitle")}>
      {sentences.map((sentence, i) => (
        <p key={i} className={styles.sentence} lang="en">
          {sentence}
        </p>
      ))}
      <CopyButton label={say("stepsCopy")} text={sentences.join("\n")} />
    </Section>
  );
}

/** What came of what was asked of the cell. */
function RepairNotice({ repair: { state } }: { readonly repair: Repair }): ReactElement | null {
  const { say } = useSpeech();
  switch (state.kind) {
    case "idle":
      return null;
    case "recalculating":
      return <Notice kind="info">{say("cellRecalculating")}</Notice>;
    case "changing":
      return <Notice kind="info">{say("changing")}</Notice>;
    case "changed":
      return <Notice kind="success">{say("changed")}</Notice>;
    case "silent":
      return <Notice kind="warning">{say("cellSilent")}</Notice>;
    case "failed":
      return <Notice kind="error">{state.sentence}</Notice>;
  }
}
