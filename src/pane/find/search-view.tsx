import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useDeferredValue, useEffect, useMemo, useState, type ReactElement } from "react";
import { ENTRIES } from "../../catalog/catalog";
import { search } from "../../catalog/search";
import type { SeriesId } from "../../domain/series";
import { moveFocus } from "../arrow-keys";
import { useSpeech } from "../words/speech";
import type { Desk } from "./desk";
import { FacetBar } from "./facet-bar";
import { narrowed, type Facets } from "./facets";
import { ResultItem } from "./result-item";

const EXAMPLES = ["cloud", "広告", "yen", "treasuries", "tourism", "specialists"];
const FIRST_SHOWN = 8;

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
  readonly facets: Facets;
  readonly selected: readonly SeriesId[];
  readonly desk: Desk;
  readonly revision: number;
  /** The search box takes the focus, since the person came back to it. */
  readonly focused: boolean;
  readonly onQuery: (text: string) => void;
  readonly onNarrow: (facets: Facets) => void;
  readonly onToggle: (id: SeriesId) => void;
}

export function SearchView(props: SearchViewProps): ReactElement {
  const { query, facets, selected, desk, revision, focused, onQuery, onNarrow, onToggle } = props;
  const styles = useStyles();
  const { say } = useSpeech();
  const asked = useDeferredValue(query);
  const isWordless = asked.trim() === "";
  const meant = useMemo(() => (isWordless ? ENTRIES : search(asked, ENTRIES.length)), [asked, isWordless]);
  const isEmpty = isWordless && Object.keys(facets).length === 0;
  const found = useMemo(() => (isEmpty ? [] : narrowed(meant, facets)), [isEmpty, meant, facets]);
  const [shown, setShown] = useState(FIRST_SHOWN);
  // Of the results only this one is reached by Tab; the arrow keys lead to the others.
  const [current, setCurrent] = useState<SeriesId>();
  useEffect(() => setShown(FIRST_SHOWN), [asked, facets]);
  const inReach = found.slice(0, shown);
  const entrance = inReach.find(({ id }) => id === current) ?? inReach[0];
  const rest = found.length - inReach.length;
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
      <FacetBar entries={meant} facets={facets} onNarrow={onNarrow} />
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
        <ul
          className={styles.list}
          aria-label={say("results")}
          onKeyDown={(event) => moveFocus(event, "input", { axis: "column", circular: false })}
        >
          {inReach.map((entry) => (
            <ResultItem
              key={entry.id}
              entry={entry}
              tabIndex={entry === entrance ? 0 : -1}
              onFocus={() => setCurrent(entry.id)}
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
