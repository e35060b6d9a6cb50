import { Button, makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { ledger } from "../../functions/bridge/runtime";
import type { Seen } from "../../workbook/follow-selection";
import { makeDesk } from "../find/desk";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { callsOf } from "./calls";
import { CellView } from "./cell-view";
import { useSelection } from "./use-selection";

const useStyles = makeStyles({
  page: {
    flex: 1,
    minHeight: 0,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    "& > *": { flexShrink: 0 },
  },
  text: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
});

/** Follows the selection and says where the number in a cell comes from. */
export function CellTab({ host, inExcel, shown }: TabProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const desk = useMemo(() => makeDesk(host), [host]);
  const { seen, again } = useSelection(inExcel && shown);
  return (
    <div className={styles.page}>
      {!inExcel ? (
        <p className={styles.text}>{say("cellOutside")}</p>
      ) : seen === undefined ? (
        <Skeleton aria-label={say("cellReading")}>
          <SkeletonItem size={96} />
        </Skeleton>
      ) : (
        <Followed seen={seen} onAgain={again}>
          {(selection) => (
            <CellView
              host={host}
              desk={desk}
              selection={selection}
              calls={selection.focus?.anchor ? callsOf(ledger(), selection.focus.anchor) : []}
              onAgain={again}
            />
          )}
        </Followed>
      )}
    </div>
  );
}

interface FollowedProps {
  readonly seen: Seen;
  readonly onAgain: () => void;
  readonly children: (selection: Extract<Seen, { kind: "seen" }>["selection"]) => ReactElement;
}

function Followed({ seen, onAgain, children }: FollowedProps): ReactElement {
  const { say } = useSpeech();
  if (seen.kind === "seen") return children(seen.selection);
  return (
    <Notice
      kind="warning"
      actions={
        <Button size="small" onClick={onAgain}>
          {say("tryAgain")}
        </Button>
      }
    >
      {seen.problem.message}
    </Notice>
  );
}
