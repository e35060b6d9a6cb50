import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactElement, type ReactNode } from "react";

const useStyles = makeStyles({
  section: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface SectionProps {
  readonly title: string;
  /** How deep the title stands below the pane's own, which is the first. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** A part of the pane under a title of its own. */
export function Section({ title, level = 2, children }: SectionProps): ReactElement {
  const styles = useStyles();
  const heading = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <Heading id={heading} className={styles.title}>
        {title}
      </Heading>
      {children}
    </section>
  );
}
