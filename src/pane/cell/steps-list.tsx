import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Step } from "./step";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none", counterReset: "step" },
  item: {
    position: "relative",
    padding: `0 0 ${tokens.spacingVerticalM} 30px`,
    counterIncrement: "step",
    overflowWrap: "anywhere",
    // A line from each number to the next.
    "&:not(:last-child)::after": {
      content: '""',
      position: "absolute",
      left: "10px",
      top: "22px",
      bottom: "0",
      borderLeft: `1px solid ${tokens.colorNeutralStroke1}`,
    },
    "&::before": {
      content: "counter(step)",
      position: "absolute",
      left: "0",
      top: "0",
      width: "20px",
      height: "20px",
      lineHeight: "20px",
      textAlign: "center",
      borderRadius: tokens.borderRadiusCircular,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground3,
      fontSize: tokens.fontSizeBase100,
      fontWeight: tokens.fontWeightSemibold,
    },
  },
  title: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "22px",
  },
  text: { fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  result: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  note: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  details: { marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200 },
  summary: {
    cursor: "pointer",
    padding: "2px 0",
    color: tokens.colorBrandForegroundLink,
  },
  table: { width: "100%", borderCollapse: "collapse" },
  label: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: "top",
    padding: `2px ${tokens.spacingHorizontalS} 2px 0`,
  },
  value: { textAlign: "end", verticalAlign: "top", padding: "2px 0", fontVariantNumeric: "tabular-nums" },
  rowNote: { display: "block", color: tokens.colorNeutralForeground3 },
});

/** Steps one under another, numbered; what a step was made from opens below it. */
export function StepsList({
  label,
  steps,
}: {
  readonly label: string;
  readonly steps: readonly Step[];
}): ReactElement {
  const styles = useStyles();
  return (
    <ol className={styles.list} aria-label={label}>
      {steps.map(({ title, text, notes, original, details }, i) => (
        <li key={i} className={styles.item}>
          <div className={styles.title}>{title}</div>
          <div className={mergeClasses(styles.text, i === steps.length - 1 && styles.result)}>{text}</div>
          {notes.map((note) => (
            <div key={note} className={styles.note}>
              {note}
            </div>
          ))}
          {original !== undefined && (
            <div className={styles.note} lang="en">
              {original}
            </div>
          )}
          {details && (
            <details className={styles.details}>
              <summary className={styles.summary}>{details.summary}</summary>
              <table className={styles.table}>
                <tbody>
                  {details.rows.map((row) => (
                    <tr key={row.label}>
                      <th scope="row" className={styles.label}>
                        {row.label}
                        {row.note !== undefined && <span className={styles.rowNote}>{row.note}</span>}
                      </th>
                      <td className={styles.value}>{row.value}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
