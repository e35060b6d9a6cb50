import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Answer } from "../../answer/evaluate";
import { cellFormat } from "../../answer/cell-format";
import { frequencyOf } from "../../domain/period";
import { DATE_FORMAT } from "../../functions/bridge/cells";
import { cellName, readArea } from "../../file/address";
import type { LocalAnchor } from "../../workbook/selection";
import { callText, quoted } from "../call-text";
import { CopyButton } from "../copy-button";
import type { Desk } from "../find/desk";
import { InsertNotice } from "../find/insert-notice";
import { useInsert, type InsertJob } from "../find/use-insert";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { revisedFigures, revisedText } from "./revisions";
import { Section } from "../section";

const MOST_LISTED = 4;

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: `0 0 0 ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface RevisionsViewProps {
  readonly host: PaneHost;
  readonly desk: Desk;
  readonly anchor: LocalAnchor;
  readonly answer: Answer;
}

/** How the figures behind a number were revised, and the formula that follows it. */
export function RevisionsView({ host, desk, anchor, answer }: RevisionsViewProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say, count } = speech;
  const inserting = useInsert(host, desk);
  const revised = revisedFigures(answer);
  const more = revised.length - MOST_LISTED;
  const job = jobOf(answer, anchor, host.namespace);
  return (
    <Section level={3} title={say("revisionsTitle")}>
      {revised.length === 0 ? (
        <p className={styles.note}>{say("revisionsNone")}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {revised.slice(0, MOST_LISTED).map((one, i) => (
              <li key={i}>{revisedText(one, speech)}</li>
            ))}
            {more > 0 && <li>{count("revisionMore", more)}</li>}
          </ul>
          <div className={styles.row}>
            <Button
              size="small"
              disabledFocusable={inserting.state.kind === "busy"}
              onClick={() => inserting.insert(job)}
            >
              {say("revisionInsert")}
            </Button>
            <CopyButton label={say("revisionCopy")} text={job.block.formula} />
          </div>
          <InsertNotice inserting={inserting} />
        </>
      )}
    </Section>
  );
}

type FormulaJob = InsertJob & { readonly block: { readonly formula: string } };

/** Beside the cell, one column on from all that its formula fills. */
function jobOf({ entry, period, subject }: Answer, anchor: LocalAnchor, namespace: string): FormulaJob {
  const when = frequencyOf(period) === "A" ? period : quoted(period);
  const { row, column } = readArea(anchor.cell);
  const money = cellFormat(entry.unit, "raw", 0);
  return {
    block: {
      formula: `=${callText(namespace, "REVISION", [quoted(entry.id), when])}`,
      rows: 2,
      columns: 6,
      header: true,
      formats: [money, money, money, "0.0", DATE_FORMAT, DATE_FORMAT],
      widths: [110, 110, 90, 70, 80, 80],
    },
    place: { sheet: anchor.sheet, cell: cellName(row, column + anchor.spill.columns + 1) },
    used: new Set(subject?.documents.map(({ id }) => id)),
  };
}
