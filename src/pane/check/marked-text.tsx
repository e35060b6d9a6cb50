import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { CheckedPair } from "../../answer/headline-check";
import type { WrittenAmount } from "../../domain/written-amount";
import { useSpeech } from "../words/speech";
import { piecesOf } from "./marks";

const useStyles = makeStyles({
  text: {
    margin: 0,
    maxHeight: "132px",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: "anywhere",
  },
  mark: {
    padding: "1px 3px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderBottom: `2px dashed ${tokens.colorNeutralStroke1}`,
    // Else the browser's own ground of a mark stays, under letters of another theme.
    "@media (forced-colors: active)": { backgroundColor: "Mark", color: "MarkText" },
  },
  paired: {
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  number: {
    marginLeft: "2px",
    fontSize: tokens.fontSizeBase100,
    verticalAlign: "super",
    lineHeight: 1,
  },
});

interface MarkedTextProps {
  readonly text: string;
  readonly amounts: readonly WrittenAmount[];
  readonly pairs: readonly Pick<CheckedPair, "pair">[];
}

/** The text with its amounts marked; those that are compared carry the number of their comparison. */
export function MarkedText({ text, amounts, pairs }: MarkedTextProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  return (
    <p className={styles.text} aria-label={say("readInText")} role="group" tabIndex={0}>
      {piecesOf(text, amounts, pairs).map((piece, i) =>
        piece.isAmount ? (
          <mark key={i} className={mergeClasses(styles.mark, piece.pair !== undefined && styles.paired)}>
            {piece.text}
            {piece.pair !== undefined && pairs.length > 1 && (
              <span className={styles.number}>{piece.pair}</span>
            )}
          </mark>
        ) : (
          <span key={i}>{piece.text}</span>
        ),
      )}
    </p>
  );
}
