import { Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { cardOf } from "../../answer/card";
import { CITATION_STYLES, citationOf, type CitationStyle } from "../../answer/citation";
import { findEntry } from "../../catalog/catalog";
import type { SeriesId } from "../../domain/series";
import { CopyButton } from "../copy-button";
import type { Desk } from "../find/desk";
import type { Word } from "../words/en";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import { Section } from "../section";

const STYLE_WORD = {
  plain: "citePlain",
  apa: "citeApa",
  bibtex: "citeBibtex",
} as const satisfies Record<CitationStyle, Word>;

const useStyles = makeStyles({
  choices: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(112px, 1fr))",
    gap: tokens.spacingHorizontalS,
    "& select": { minWidth: 0 },
  },
  text: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

interface CitationProps {
  readonly ids: readonly SeriesId[];
  readonly desk: Desk;
  readonly revision: number;
}

/** The citation of a series in a style of choice, to be copied. */
export function Citation({ ids, desk, revision }: CitationProps): ReactElement | null {
  const styles = useStyles();
  const { say, of } = useSpeech();
  const [style, setStyle] = useState<CitationStyle>("plain");
  const [chosen, setChosen] = useState<SeriesId>();
  const id = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];
  const work = useWork(`${id} ${style} ${revision}`, async () => {
    const entry = id === undefined ? undefined : findEntry(id);
    return entry && desk.look((shelf) => citationOf(cardOf(shelf, entry, shelf.pin), style));
  });
  if (id === undefined) return null;
  const text = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : work.problem.message;
  return (
    <Section level={3} title={say("citeTitle")}>
      <div className={styles.choices}>
        {ids.length > 1 && (
          <Field label={say("citeSeries")} size="small">
            <Select size="small" value={id} onChange={(_e, { value }) => setChosen(value as SeriesId)}>
              {ids.map((one) => (
                <option key={one} value={one}>
                  {of(findEntry(one)?.title ?? { en: one, ja: one })}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label={say("citeStyle")} size="small">
          <Select size="small" value={style} onChange={(_e, { value }) => setStyle(value as CitationStyle)}>
            {CITATION_STYLES.map((one) => (
              <option key={one} value={one}>
                {say(STYLE_WORD[one])}
              </option>
            ))}
          </Select>
        </Field>
      </div>
      <p className={styles.text} lang="en">
        {text ?? say("loadingFacts")}
      </p>
      {work.kind === "done" && work.value !== undefined && (
        <CopyButton label={say("citeCopy")} text={work.value} />
      )}
    </Section>
  );
}
