import { makeStyles, mergeClasses, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import type { Work } from "../work";
import type { PreviewCell, PreviewRow, PreviewTable } from "./preview-table";

const useStyles = makeStyles({
  frame: {
    overflowX: "auto",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  busy: { opacity: 0.6 },
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: "start",
    verticalAlign: "top",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
    minWidth: "112px",
  },
  period: {
    textAlign: "start",
    padding: `2px ${tokens.spacingHorizontalS}`,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    whiteSpace: "nowrap",
    minWidth: "auto",
  },
  value: {
    textAlign: "end",
    padding: `2px ${tokens.spacingHorizontalS}`,
    fontVariantNumeric: "tabular-nums",
    whiteSpace: "nowrap",
  },
  skipped: {
    textAlign: "center",
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: "2px",
  },
  gap: { color: tokens.colorNeutralForeground3, fontStyle: "italic" },
  status: { paddingLeft: tokens.spacingHorizontalXS, color: tokens.colorNeutralForeground3 },
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, margin: 0 },
  caption: {
    captionSide: "bottom",
    textAlign: "start",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    color: tokens.colorNeutralForeground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface PreviewProps {
  /** Undefined for a formula that is more than one plain call. */
  readonly work: Work<PreviewTable | undefined>;
}

/** The last rows under the header that the cells will carry. */
export function Preview({ work }: PreviewProps): ReactElement {
  const styles = useStyles();
  const { say, count } = useSpeech();
  if (work.kind === "failed") return <Notice kind="error">{work.problem.message}</Notice>;
  const table = work.kind === "done" ? work.value : work.last;
  if (!table)
    return work.kind === "done" ? (
      <p className={styles.note}>{say("previewNone")}</p>
    ) : (
      <Skeleton aria-label={say("previewLoading")}>
        <SkeletonItem size={96} />
      </Skeleton>
    );
  return (
    <div
      className={mergeClasses(styles.frame, work.kind === "busy" && styles.busy)}
      role="region"
      aria-label={say("preview")}
      aria-busy={work.kind === "busy"}
      tabIndex={0}
    >
      <table className={styles.table}>
        <caption className={styles.caption}>{captionOf(table, say)}</caption>
        <thead>
          <tr>
            <th scope="col" className={mergeClasses(styles.head, styles.period)}>
              {say("previewPeriod")}
            </th>
            {table.headers.map((header, i) => (
              <th key={i} scope="col" className={styles.head}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Rows rows={table.rows} />
          {table.last.length > 0 && (
            <tr>
              <td colSpan={1 + table.headers.length} className={styles.skipped}>
                {count("previewSkipped", table.total - table.rows.length - table.last.length)}
              </td>
            </tr>
          )}
          <Rows rows={table.last} />
        </tbody>
      </table>
    </div>
  );
}

function Rows({ rows }: { readonly rows: readonly PreviewRow[] }): ReactElement {
  const styles = useStyles();
  return (
    <>
      {rows.map(({ period, cells }) => (
        <tr key={period}>
          <th scope="row" className={styles.period}>
            {period}
          </th>
          {cells.map((cell, i) => (
            <td key={i} className={styles.value}>
              <Value cell={cell} />
            </td>
          ))}
        </tr>
      ))}
    </>
  );
}

function captionOf({ block }: PreviewTable, say: ReturnType<typeof useSpeech>["say"]): string {
  const one = block.rows * block.columns === 1;
  return one ? say("sizeOne") : say("size", { rows: block.rows, columns: block.columns });
}

function Value({ cell }: { readonly cell: PreviewCell }): ReactElement {
  const styles = useStyles();
  const { number, say } = useSpeech();
  if ("problem" in cell)
    return (
      <span className={styles.gap} title={cell.problem}>
        {say("missing")}
      </span>
    );
  return (
    <>
      {number(cell.value, cell.decimals)}
      {cell.status !== "" && <span className={styles.status}>{cell.status}</span>}
    </>
  );
}
