import {
  Button,
  Field,
  Input,
  makeStyles,
  tokens,
  useArrowNavigationGroup,
} from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useState, type ReactElement } from "react";
import { search } from "../../catalog/search";
import type { SeriesId } from "../../domain/series";
import { useSpeech } from "../words/speech";
import type { Desk } from "./desk";
import { ResultItem } from "./result-item";

const EXAMPLES = ["cloud", "広告", "yen", "treasuries", "tourism", "specialists"];
const FIRST_SHOWN = 8;
const MOST = 200;

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  examples: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
  },
  example: { minWidth: "auto", borderRadius: tokens.borderRadiusCircular },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  list: { margin: `0 calc(-1 * ${tokens.spacingHorizontalM})`, padding: 0 },
});

interface SearchViewProps {
  readonly query: string;
  readonly selected: readonly SeriesId[];
  readonly desk: Desk;
  readonly revision: number;
  /** The search box takes the focus, since the person came back to it. */
  readonly focused: boolean;
  readonly onQuery: (text: string) => void;
  readonly onToggle: (id: SeriesId) => void;
}

export function SearchView(props: SearchViewProps): ReactElement {
  const { query, selected, desk, revision, focused, onQuery, onToggle } = props;
  const styles = useStyles();
  const { say } = useSpeech();
  const asked = useDeferredValue(query);
  const found = useMemo(() => search(asked, MOST), [asked]);
  const [shown, setShown] = useState(FIRST_SHOWN);
  const arrows = useArrowNavigationGroup({ axis: "vertical", memorizeCurrent: true });
  useEffect(() => setShown(FIRST_SHOWN), [asked]);
  const isEmpty = asked.trim() === "";
  const rest = found.length - shown;
  return (
    <div className={styles.view}>
      <Field label={say("searchLabel")} hint={say("searchHint")}>
        <Input
          autoFocus={focused}
          type="search"
          value={query}
          autoComplete="off"
          onChange={(_event, { value }) => onQuery(value)}
        />
      </Field>
      {isEmpty && <p className={styles.intro}>{say("intro")}</p>}
      {(isEmpty || found.length === 0) && (
        <div className={styles.examples} role="group" aria-label={say("tryThese")}>
          <span className={styles.count} aria-hidden="true">
            {say("tryThese")}
          </span>
          {EXAMPLES.map((example) => (
            <Button key={example} size="small" className={styles.example} onClick={() => onQuery(example)}>
              {example}
            </Button>
          ))}
        </div>
      )}
      <div className={styles.count} role="status" aria-live="polite">
        {isEmpty
          ? ""
          : found.length === 0
            ? say("noResults")
            : say(found.length === 1 ? "foundOne" : "found", { n: found.length })}
      </div>
      {found.length > 0 && (
        <ul className={styles.list} aria-label={say("results")} {...arrows}>
          {found.slice(0, shown).map((entry) => (
            <ResultItem
              key={entry.id}
              entry={entry}
              selected={selected.includes(entry.id)}
              desk={desk}
              revision={revision}
              onToggle={() => onToggle(entry.id)}
            />
          ))}
        </ul>
      )}
      {rest > 0 && (
        <Button appearance="subtle" onClick={() => setShown(shown + 20)}>
          {say("more", { n: Math.min(rest, 20) })}
        </Button>
      )}
    </div>
  );
}
