import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Call } from "../../functions/bridge/ledger";
import type { Selection } from "../../workbook/selection";
import type { Desk } from "../find/desk";
import type { PaneHost } from "../pane-host";
import { useSpeech, type Speech } from "../words/speech";
import { OtherCell } from "./other-cell";
import { OurCell } from "./our-cell";

const useStyles = makeStyles({
  head: { display: "flex", flexDirection: "column" },
  address: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: "anywhere",
  },
  shown: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    overflowWrap: "anywhere",
    // A cell may hold a page of text.
    maxHeight: "96px",
    overflowY: "auto",
  },
  long: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  minor: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Longer texts than numbers are not shown as large. */
const LONG = 24;

interface CellViewProps {
  readonly host: PaneHost;
  readonly desk: Desk;
  readonly selection: Selection;
  readonly calls: readonly Call[];
  readonly onAgain: () => void;
}

/** What is selected: the cell, what it shows, and where that comes from. */
export function CellView({ host, desk, selection, calls, onAgain }: CellViewProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { focus } = selection;
  const anchor = focus?.anchor;
  if (!focus) return <OtherCell host={host} selection={selection} focus={undefined} />;
  const { rows, columns } = anchor?.spill ?? { rows: 1, columns: 1 };
  return (
    <>
      <div className={styles.head}>
        <h2 className={styles.address}>{focus.address.replace(/^'([\p{L}\d_]+)'!/u, "$1!")}</h2>
        {focus.text !== "" && (
          <div className={focus.text.length > LONG ? styles.long : styles.shown}>{focus.text}</div>
        )}
        {anchor && rows * columns > 1 && (
          <div className={styles.minor}>{speech.say("cellPart", { cell: anchor.cell, rows, columns })}</div>
        )}
        {selection.cells > 1 && <div className={styles.minor}>{rangeText(selection, speech)}</div>}
      </div>
      {anchor ? (
        <OurCell
          key={`${anchor.address} ${anchor.formula} ${focus.cell}`}
          host={host}
          desk={desk}
          focus={focus}
          anchor={anchor}
          calls={calls}
          onAgain={onAgain}
        />
      ) : (
        <OtherCell host={host} selection={selection} focus={focus} />
      )}
    </>
  );
}

function rangeText({ cells, others, isPartly }: Selection, { say }: Speech): string {
  return [
    say("cellSelected", { n: cells }),
    ...(others > 0 ? [say(others === 1 ? "cellOthersOne" : "cellOthers", { n: others })] : []),
    ...(isPartly ? [say("cellPartly")] : []),
  ].join(" · ");
}
