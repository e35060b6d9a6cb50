import { Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import type { Entry } from "../../catalog/entry";
import { SOURCES } from "../../catalog/sources";
import { Sparkline } from "../cards/sparkline";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import type { Desk } from "./desk";
import { factsLine, factsOf, unitLine } from "./series-facts";
import { trendOf } from "./trend";

const SPARK = { width: 72, height: 20 } as const;

const useStyles = makeStyles({
  item: {
    listStyleType: "none",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  selected: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    // A shadow, since a transparent border of the others would be seen in high contrast.
    boxShadow: `inset 3px 0 0 ${tokens.colorBrandStroke1}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  facts: {
    // Under the title, beside the box.
    paddingLeft: "36px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
  unit: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  code: { fontFamily: tokens.fontFamilyMonospace },
  terms: {
    color: tokens.colorNeutralForeground3,
    // One line each in the list; the whole is read out, and shown where the formula is built.
    whiteSpace: "nowrap",
    textOverflow: "ellipsis",
    overflow: "hidden",
  },
});

interface ResultItemProps {
  readonly entry: Entry;
  readonly selected: boolean;
  readonly desk: Desk;
  readonly revision: number;
  readonly onToggle: () => void;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
}

/** One series found: a box to select it, and what a person must know before using it. */
export function ResultItem(props: ResultItemProps): ReactElement {
  const { entry, selected, desk, revision, onToggle, tabIndex, onFocus } = props;
  const styles = useStyles();
  const speech = useSpeech();
  const details = useId();
  const facts = useWork(`${entry.id} ${revision}`, async () => {
    const { result } = await desk.workOut((shelf) => factsOf(shelf, entry));
    return result;
  });
  const trend = useWork(`${entry.id} ${revision} trend`, () => desk.look((shelf) => trendOf(shelf, entry)));
  const held = facts.kind === "done" ? facts.value : facts.kind === "busy" ? facts.last : undefined;
  // Until its documents are at hand, the compiler that the catalogue expects.
  const source = held?.source ?? SOURCES[entry.source];
  return (
    <li className={mergeClasses(styles.item, selected && styles.selected)}>
      <Checkbox
        checked={selected}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onChange={onToggle}
        aria-describedby={details}
        label={<span className={styles.title}>{speech.of(entry.title)}</span>}
      />
      <div id={details}>
        <div className={mergeClasses(styles.facts, styles.unit)}>
          <span>
            <span className={styles.code}>{entry.id}</span> · {unitLine(entry, speech)}
          </span>
          {trend.kind === "done" && trend.value && (
            <Sparkline
              stretches={trend.value.stretches}
              label={speech.say("trend", { first: trend.value.first, last: trend.value.last })}
              size={SPARK}
            />
          )}
        </div>
        <div className={styles.facts}>
          {facts.kind === "failed"
            ? facts.problem.message
            : held
              ? factsLine(held, speech)
              : speech.say("loadingFacts")}
        </div>
        <div className={mergeClasses(styles.facts, styles.terms)}>{source.name}</div>
        <div className={mergeClasses(styles.facts, styles.terms)}>{source.terms}</div>
      </div>
    </li>
  );
}
