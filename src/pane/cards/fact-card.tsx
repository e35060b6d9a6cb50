import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId, useState, type ReactElement, type ReactNode } from "react";
import { ChevronIcon } from "../icons";

const useStyles = makeStyles({
  card: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: "hidden",
  },
  heading: { margin: 0, font: "inherit" },
  head: {
    display: "grid",
    gridTemplateColumns: "1fr auto 16px",
    alignItems: "baseline",
    columnGap: tokens.spacingHorizontalS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: "none",
    backgroundColor: "transparent",
    font: "inherit",
    color: "inherit",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  note: {
    gridRow: "2",
    gridColumn: "1 / 3",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  figure: {
    textAlign: "end",
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  unit: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  mark: { display: "flex", alignSelf: "center", color: tokens.colorNeutralForeground3 },
  open: { transform: "rotate(180deg)" },
  body: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
});

interface FactCardProps {
  readonly title: string;
  /** The one figure, and beside it what it is in. */
  readonly figure: ReactNode;
  readonly unit: string;
  readonly note: ReactNode;
  readonly children: ReactNode;
}

/** One figure with what it is; all else about it opens below. */
export function FactCard({ title, figure, unit, note, children }: FactCardProps): ReactElement {
  const styles = useStyles();
  const body = useId();
  const [open, setOpen] = useState(false);
  return (
    <section className={styles.card}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.head}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <span className={styles.title}>{title}</span>
          <span className={styles.figure}>
            {figure} <span className={styles.unit}>{unit}</span>
          </span>
          <span className={mergeClasses(styles.mark, open && styles.open)}>
            <ChevronIcon />
          </span>
          <span className={styles.note}>{note}</span>
        </button>
      </h2>
      <div id={body}>{open && <div className={styles.body}>{children}</div>}</div>
    </section>
  );
}
