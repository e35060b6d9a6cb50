import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { useSpeech } from "../words/speech";
import { REASON_WORDS, type ChangeLine } from "./news-groups";
import { useRefreshStyles } from "./styles";
import { valueWords } from "./value-words";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
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
  place: { fontWeight: tokens.fontWeightSemibold, textAlign: "start" },
  new: { fontWeight: tokens.fontWeightSemibold },
  why: { display: "block", color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
});

const MOST = 8;

/** Cells with their old and new values, and why. */
export function ChangeLines({ lines }: { readonly lines: readonly ChangeLine[] }): ReactElement {
  const styles = useStyles();
  const shared = useRefreshStyles();
  const speech = useSpeech();
  const { say } = speech;
  const hidden = lines.length - MOST;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.head}>
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
          {lines.slice(0, MOST).map((line) => (
            <tr key={`${line.place} ${line.call ?? ""}`}>
              <th scope="row" className={`${styles.cell} ${styles.place}`}>
                {line.place}
                <span className={styles.why}>{notes(line, say).join(", ")}</span>
              </th>
              <td className={styles.cell}>{valueWords(line.before, speech)}</td>
              <td className={`${styles.cell} ${styles.new}`}>{valueWords(line.after, speech)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden > 0 && <p className={shared.text}>{say("newsMoreCells", { n: hidden })}</p>}
    </>
  );
}

function notes(
  { call, reasons, together, assumes }: ChangeLine,
  say: ReturnType<typeof useSpeech>["say"],
): readonly string[] {
  return [
    ...(call === undefined ? [] : [call]),
    ...reasons.map((reason) => say(REASON_WORDS[reason])),
    ...(together ? [say("newsTogether")] : []),
    ...(assumes ? [say("newsAssumes")] : []),
  ];
}
