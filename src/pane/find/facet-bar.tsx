import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Entry } from "../../catalog/entry";
import type { Word } from "../words/en";
import { useSpeech } from "../words/speech";
import { choicesOf, FACETS, type Facet, type Facets } from "./facets";

const FACET_WORD = {
  area: "facetArea",
  measure: "facetMeasure",
  source: "factSource",
} as const satisfies Record<Facet, Word>;

const useStyles = makeStyles({
  bar: {
    display: "grid",
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    gap: tokens.spacingHorizontalS,
    "& select": { minWidth: 0, width: "100%" },
  },
});

interface FacetBarProps {
  /** All that the words find, whatever it is narrowed to. */
  readonly entries: readonly Entry[];
  readonly facets: Facets;
  readonly onNarrow: (facets: Facets) => void;
}

/** Narrows what is found by country, measure and source. */
export function FacetBar({ entries, facets, onNarrow }: FacetBarProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  return (
    <div className={styles.bar}>
      {FACETS.map((facet) => (
        <Field key={facet} size="small" label={say(FACET_WORD[facet])}>
          <Select
            size="small"
            value={facets[facet] ?? ""}
            onChange={(_event, { value }) => {
              const { [facet]: _before, ...others } = facets;
              onNarrow(value === "" ? others : { ...others, [facet]: value });
            }}
          >
            <option value="">{say("facetAny")}</option>
            {choicesOf(facet, entries, facets, speech).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      ))}
    </div>
  );
}
