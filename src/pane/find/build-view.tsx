import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, type Dispatch, type ReactElement } from "react";
import { BackIcon, RemoveIcon } from "../icons";
import { useSpeech } from "../words/speech";
import type { Work } from "../work";
import { Controls } from "./controls";
import { applicable, entriesOf, type FindAction, type FindState } from "./find-state";
import { FormulaField } from "./formula-field";
import { Preview } from "./preview";
import type { PreviewTable } from "./preview-table";
import { termsLine } from "./series-facts";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  series: {
    listStyleType: "none",
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
    padding: `0 0 0 ${tokens.spacingHorizontalS}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    fontSize: tokens.fontSizeBase200,
  },
  name: { overflowWrap: "anywhere", paddingTop: "4px", paddingBottom: "4px" },
  terms: {
    margin: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  section: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

interface BuildViewProps {
  readonly state: FindState;
  readonly formula: string;
  readonly preview: Work<PreviewTable | undefined>;
  readonly dispatch: Dispatch<FindAction>;
}

/** Series, choices, what they come to, and the formula for it. */
export function BuildView({ state, formula, preview, dispatch }: BuildViewProps): ReactElement {
  const styles = useStyles();
  const { say, of } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const entries = entriesOf(state.selected);
  return (
    <div className={styles.view}>
      <div className={styles.head}>
        <Button
          appearance="subtle"
          icon={<BackIcon />}
          aria-label={say("back")}
          onClick={() => dispatch({ kind: "view", view: "search" })}
        />
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          {say("build")}
        </h2>
      </div>
      <ul className={styles.list} aria-label={say("series")}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.series}>
            <span className={styles.name}>{of(entry.title)}</span>
            <Button
              size="small"
              appearance="subtle"
              icon={<RemoveIcon />}
              aria-label={say("remove", { title: of(entry.title) })}
              onClick={() => dispatch({ kind: "toggle", id: entry.id })}
            />
          </li>
        ))}
      </ul>
      {[...new Set(entries.map(termsLine))].map((terms) => (
        <p key={terms} className={styles.terms}>
          {terms}
        </p>
      ))}
      <Controls
        options={state.options}
        able={applicable(entries, state.options.fx)}
        onChoose={(options) => dispatch({ kind: "choose", options })}
      />
      <h3 className={styles.section}>{say("preview")}</h3>
      <Preview work={preview} />
      <FormulaField
        formula={formula}
        isEdited={state.edited !== undefined}
        onEdit={(text) => dispatch({ kind: "edit", text })}
      />
    </div>
  );
}
