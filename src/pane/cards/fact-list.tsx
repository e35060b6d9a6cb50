import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  list: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    gap: `2px ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: "end", fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  when: { display: "block", color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase100 },
});

/** A fact: its name, its value, and when that was. */
export interface ShownFact {
  readonly name: string;
  readonly value: ReactNode;
  readonly when?: string | undefined;
}

export function FactList({ facts }: { readonly facts: readonly ShownFact[] }): ReactElement {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ name, value, when }) => (
        <Fact key={name} {...{ name, value, when }} />
      ))}
    </dl>
  );
}

function Fact({ name, value, when }: ShownFact): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.value}>
        {value}
        {when !== undefined && <span className={styles.when}>{when}</span>}
      </dd>
    </>
  );
}
