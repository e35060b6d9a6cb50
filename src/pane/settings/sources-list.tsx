import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { SOURCES } from "../../catalog/sources";
import { Section } from "../section";
import { useSpeech } from "../words/speech";
import { OutsideLink } from "./outside-link";

const ALL = Object.values(SOURCES);

const useStyles = makeStyles({
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, padding: "2px 0" },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: "anywhere",
  },
  terms: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Who compiled the figures, on what terms, and how to credit them. */
export function SourcesList(): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  return (
    <Section title={say("sourcesTitle")}>
      <details>
        <summary className={styles.summary}>{say("sourcesShow", { n: ALL.length })}</summary>
        <ul className={styles.list} lang="en">
          {ALL.map(({ id, name, url, terms, credit }) => (
            <li key={id} className={styles.item}>
              <OutsideLink href={url}>{name}</OutsideLink>
              <div className={styles.terms}>{terms}</div>
              <div className={styles.terms}>{credit}</div>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
