import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { CheckedPair } from "../../answer/headline-check";
import type { Match } from "../../answer/matches";
import { rateSourceText, rateText } from "../figure-words";
import { useSpeech } from "../words/speech";
import { distanceText, matchText } from "./check-words";
import { isOfPublication } from "./checked-text";

const FIRST_SHOWN = 4;
const MOST_SHOWN = 100;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  day: { fontWeight: tokens.fontWeightSemibold },
  rate: { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  minor: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
  told: { gridColumn: "1 / -1", color: tokens.colorNeutralForeground1 },
  more: { marginTop: tokens.spacingVerticalXS },
});

interface RatesListProps {
  readonly label: string;
  readonly checked: CheckedPair;
  readonly matches: readonly Match[];
}

/** Published rates beside the implied one: which, from whom, how far away. The first few, the rest on demand. */
export function RatesList({ label, checked, matches }: RatesListProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const [isWhole, setWhole] = useState(false);
  const most = Math.min(matches.length, MOST_SHOWN);
  const rest = most - FIRST_SHOWN;
  // One more is as short as saying that it was left out.
  const shown = matches.slice(0, isWhole || rest === 1 ? most : FIRST_SHOWN);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {shown.map((match, i) => (
          <li key={i} className={styles.item}>
            <span className={styles.day}>{matchText(match, checked.period, speech)}</span>
            <span className={styles.rate}>{rateText(match.value, speech)}</span>
            <span className={styles.minor}>{rateSourceText(match.source, speech)}</span>
            <span className={`${styles.minor} ${styles.rate}`}>
              {distanceText(match, checked.implied.rate, speech)}
            </span>
            {isOfPublication(checked, match) && (
              <span className={`${styles.minor} ${styles.told}`}>★ {say("publicationDay")}</span>
            )}
          </li>
        ))}
      </ul>
      {rest > 1 && (
        <Button
          size="small"
          appearance="subtle"
          className={styles.more}
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? say("fewerRates") : say("moreRates", { n: rest })}
        </Button>
      )}
    </>
  );
}
