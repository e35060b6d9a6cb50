import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Freshness } from "../../answer/provenance";
import type { Word } from "../words/en";
import { useSpeech, type Speech } from "../words/speech";
import { Fold } from "./fold";
import type { SeriesRow } from "./series-rows";
import { useRefreshStyles } from "./styles";

const STATE_WORDS = {
  live: "usedLive",
  stale: "staleMark",
  embedded: "embeddedMark",
} as const satisfies Record<Freshness, Word>;

/** More rows than these are folded away, so that what follows is in reach. */
const MOST_OPEN = 6;

const useStyles = makeStyles({
  table: {
    width: "100%",
    tableLayout: "fixed",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  head: {
    textAlign: "start",
    verticalAlign: "bottom",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `2px ${tokens.spacingHorizontalXS} 2px 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  series: { width: "44%" },
  cell: {
    textAlign: "start",
    verticalAlign: "top",
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} 0 0`,
    overflowWrap: "anywhere",
    fontVariantNumeric: "tabular-nums",
  },
  about: {
    color: tokens.colorNeutralForeground2,
    padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  newer: { display: "block", fontWeight: tokens.fontWeightSemibold },
});

interface SeriesTableProps {
  readonly rows: readonly SeriesRow[];
}

/** What the workbook uses: last period, age, state, and of whom and which edition. */
export function SeriesTable({ rows }: SeriesTableProps): ReactElement {
  const shared = useRefreshStyles();
  const { say } = useSpeech();
  const n = rows.length;
  return (
    <section className={shared.section} aria-labelledby="refresh-used">
      <h2 id="refresh-used" className={shared.title}>
        {say("usedTitle")}
      </h2>
      {n === 0 ? (
        <p className={shared.text}>{say("nothingUsed")}</p>
      ) : n <= MOST_OPEN ? (
        <Rows rows={rows} />
      ) : (
        <Fold title={say("inUse", { n })}>
          <Rows rows={rows} />
        </Fold>
      )}
    </section>
  );
}

function Rows({ rows }: SeriesTableProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {(["usedSeries", "usedLast", "usedAge", "usedState"] as const).map((word) => (
            <th
              key={word}
              scope="col"
              className={mergeClasses(styles.head, word === "usedSeries" && styles.series)}
            >
              {say(word)}
            </th>
          ))}
        </tr>
      </thead>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </table>
  );
}

function Row({ row }: { readonly row: SeriesRow }): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say, of } = speech;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" className={styles.cell}>
          {of(row.title)}
        </th>
        <td className={styles.cell}>{row.last ?? ""}</td>
        <td className={styles.cell}>{ageWords(row, speech)}</td>
        <td className={styles.cell}>
          {say(STATE_WORDS[row.state])}
          {row.newer && <span className={styles.newer}>{say("usedNewer")}</span>}
        </td>
      </tr>
      <tr>
        <td colSpan={4} className={styles.about}>
          {row.id} · {row.source} ·{" "}
          {say(row.isPublished ? "usedPublished" : "usedRetrieved", { day: row.day })} ·{" "}
          {say("usedEdition", { version: row.version })}
        </td>
      </tr>
    </tbody>
  );
}

function ageWords({ ageDays }: SeriesRow, { say }: Speech): string {
  if (ageDays === 0) return say("usedToday");
  return ageDays === 1 ? say("usedDay") : say("usedDays", { n: ageDays });
}
