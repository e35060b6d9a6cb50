import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { DoneIcon, InfoIcon, WarningIcon } from "./icons";

export type NoticeKind = "info" | "success" | "warning" | "error";

const useStyles = makeStyles({
  notice: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  info: {},
  success: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  warning: {
    backgroundColor: tokens.colorStatusWarningBackground1,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  error: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  icon: { display: "flex", paddingTop: "2px" },
  actions: {
    gridColumn: "2",
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
  },
});

interface NoticeProps {
  readonly kind: NoticeKind;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Not said by itself: for what changes with every cell that is selected. */
  readonly quiet?: boolean;
}

/** One sentence in a box. What went wrong is said at once, everything else when the reader pauses. */
export function Notice({ kind, children, actions, quiet = false }: NoticeProps): ReactElement {
  const styles = useStyles();
  const urgent = kind === "error" || kind === "warning";
  return (
    <div
      className={mergeClasses(styles.notice, styles[kind])}
      {...(!quiet && { role: urgent ? "alert" : "status" })}
    >
      <span className={styles.icon}>
        {urgent ? <WarningIcon /> : kind === "success" ? <DoneIcon /> : <InfoIcon />}
      </span>
      <div>{children}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
