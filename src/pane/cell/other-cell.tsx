import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { asProblem } from "../../domain/problem";
import { selectCell, type FocusCell, type Selection } from "../../workbook/selection";
import type { UsedCell } from "../../workbook/precedents";
import { Notice } from "../notice";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  minor: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  list: {
    margin: 0,
    padding: 0,
    listStyleType: "none",
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
  },
});

interface OtherCellProps {
  readonly host: PaneHost;
  readonly selection: Selection;
  readonly focus: FocusCell | undefined;
}

/** A selection without a formula of ours: which of ours it uses, and how to go on. */
export function OtherCell({ host, selection, focus }: OtherCellProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const [failed, setFailed] = useState<string>();
  const go = (used: UsedCell): void => {
    selectCell(used).then(
      () => setFailed(undefined),
      (thrown: unknown) => setFailed(asProblem(thrown).message),
    );
  };
  const uses = focus?.uses ?? [];
  const what = focus
    ? say(focus.isEmpty ? "cellNothing" : "cellNotOurs", { cell: focus.cell })
    : say("cellRangeNotOurs", { n: selection.cells });
  return (
    <>
      <p className={styles.text}>{what}</p>
      {uses.length > 0 ? (
        <>
          <p className={styles.text}>{say("cellUses")}</p>
          <ul className={styles.list}>
            {uses.map((used) => (
              <li key={used.address}>
                <Button size="small" onClick={() => go(used)}>
                  {say("cellGoTo", {
                    cell: used.sheet === focus?.sheet ? used.cell : used.address,
                    functions: [...new Set(used.functions)].join(", "),
                  })}
                </Button>
              </li>
            ))}
          </ul>
          {failed !== undefined && <Notice kind="error">{failed}</Notice>}
        </>
      ) : (
        <>
          <p className={styles.minor}>{say("cellHow")}</p>
          <div>
            <Button size="small" onClick={() => host.door.ask("find")}>
              {say("cellFind")}
            </Button>
          </div>
        </>
      )}
    </>
  );
}
