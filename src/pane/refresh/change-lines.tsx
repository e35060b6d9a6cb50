import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSpeech } from "../words/speech";
import { REASON_WORDS, type ChangeLine } from "./news-groups";
import { useRefreshStyles } from "./styles";
import { pairWords } from "./value-words";

const useStyles = makeStyles({
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  place: { width: "44%" },
  head: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `2px ${tokens.spacingHorizontalXS} 2px 0`,
  },
  cell: {
    verticalAlign: "top",
    padding: `2px ${tokens.spacingHorizontalXS} 2px 0`,
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
  },
  where: { fontWeight: tokens.fontWeightRegular, textAlign: "start" },
  new: { fontWeight: tokens.fontWeightSemibold },
  why: { display: "block", color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

const MOST = 5;

interface ChangeLinesProps {
  readonly lines: readonly ChangeLine[];
  readonly most?: number;
}

/** Cells with their old and new values; why they change is said of each where it is not the same for all. */
export function ChangeLines({ lines, most = MOST }: ChangeLinesProps): ReactElement {
  const styles = useStyles();
  const shared = useRefreshStyles();
  const { say } = useSpeech();
  const hidden = lines.length - most;
  const mixed = new Set(lines.map(({ reasons }) => reasons.join())).size > 1;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.place)}>
              {say("cell")}
            </th>
            <th scope="col" className={styles.head}>
              {say("newsFrom")}
            </th>
            <th scope="col" className={styles.head}>
              {say("newsTo")}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, most).map((line) => (
            <Line key={`${line.place} ${line.call ?? ""}`} line={line} mixed={mixed} />
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className={shared.text}>{say("newsMoreCells", { n: hidden })}</p>}
    </>
  );
}

function Line({ line, mixed }: { readonly line: ChangeLine; readonly mixed: boolean }): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const [before, after] = pairWords(line.before, line.after, speech);
  const words = notes(line, mixed, speech.say).join(", ");
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.where)}>
        {line.place}
        {words !== "" && <span className={styles.why}>{words}</span>}
      </th>
      <td className={styles.cell}>{before}</td>
      <td className={mergeClasses(styles.cell, styles.new)}>{after}</td>
    </tr>
  );
}

function notes(
  { call, reasons, together, assumes }: ChangeLine,
  mixed: boolean,
  say: ReturnType<typeof useSpeech>["say"],
): readonly string[] {
  return [
    ...(call === undefined ? [] : [call]),
    ...(mixed ? reasons.map((reason) => say(REASON_WORDS[reason])) : []),
    ...(together ? [say("newsTogether")] : []),
    ...(assumes ? [say("newsAssumes")] : []),
  ];
}
