import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Freshness } from "../../answer/provenance";
import type { Word } from "../words/en";
import { useSpeech, type Speech } from "../words/speech";
import type { SeriesRow } from "./series-rows";
import { useRefreshStyles } from "./styles";

const STATE_WORDS = {
  live: "usedLive",
  stale: "staleMark",
  embedded: "embeddedMark",
} as const satisfies Record<Freshness, Word>;

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: "start",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `2px ${tokens.spacingHorizontalXS} 2px 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
  },
  second: { display: "block", color: tokens.colorNeutralForeground2 },
});

interface SeriesTableProps {
  readonly rows: readonly SeriesRow[];
}

/** What the workbook uses: last period, age, state, and of whom and which edition. */
export function SeriesTable({ rows }: SeriesTableProps): ReactElement {
  const styles = useStyles();
  const shared = useRefreshStyles();
  const speech = useSpeech();
  const { say, of } = speech;
  return (
    <section className={shared.section} aria-labelledby="refresh-used">
      <h2 id="refresh-used" className={shared.title}>
        {say("usedTitle")}
      </h2>
      {rows.length === 0 ? (
        <p className={shared.text}>{say("nothingUsed")}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              {(["usedSeries", "usedLast", "usedAge", "usedState"] as const).map((word) => (
                <th key={word} scope="col" className={styles.head}>
                  {say(word)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={styles.cell}>
                  {of(row.title)}
                  <span className={styles.second}>
                    {row.id} · {row.source} · {say("usedEdition", { version: row.version })}
                  </span>
                </th>
                <td className={styles.cell}>{row.last ?? ""}</td>
                <td className={styles.cell}>
                  {ageWords(row, speech)}
                  <span className={styles.second}>
                    {say(row.isPublished ? "usedPublished" : "usedRetrieved", { day: row.day })}
                  </span>
                </td>
                <td className={styles.cell}>
                  {say(STATE_WORDS[row.state])}
                  {row.newer && <span className={styles.second}>{say("usedNewer")}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ageWords({ ageDays }: SeriesRow, { say }: Speech): string {
  if (ageDays === 0) return say("usedToday");
  return ageDays === 1 ? say("usedDay") : say("usedDays", { n: ageDays });
}
