import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Identified } from "../../answer/headline-check";
import { useSpeech } from "../words/speech";
import { definitionText, foundFacts, notFoundText } from "./check-words";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  facts: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  none: { margin: 0, lineHeight: tokens.lineHeightBase300 },
});

interface FoundListProps {
  readonly found: readonly Identified[];
  readonly period: string | undefined;
}

/** Under which definition, period and vintage an amount is held; or that nothing held states it. */
export function FoundList({ found, period }: FoundListProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  if (found.length === 0) return <p className={styles.none}>{notFoundText(period, speech)}</p>;
  return (
    <ul className={styles.list}>
      {found.map((one, i) => {
        const definition = definitionText(one, speech);
        return (
          <li key={i} className={styles.item}>
            <div className={styles.title}>{speech.of(one.entry.title)}</div>
            <div className={styles.facts}>
              <span className={styles.code}>{one.entry.id}</span> · {foundFacts(one, speech)}
            </div>
            {definition !== undefined && <div className={styles.facts}>{definition}</div>}
          </li>
        );
      })}
    </ul>
  );
}
