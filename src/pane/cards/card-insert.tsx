import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { callText } from "../../charts/common/formula-text";
import type { SeriesId } from "../../domain/series";
import { runFunction } from "../charts/run-function";
import type { Desk } from "../find/desk";
import { InsertNotice } from "../find/insert-notice";
import { useInsert, type InsertJob } from "../find/use-insert";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { useTask } from "./use-task";
import { Notice } from "../notice";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  said: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** A formula that a card offers to insert. */
export interface Offer {
  readonly label: string;
  readonly call: { readonly name: string; readonly args: readonly (string | number | null)[] };
  /** Its first row holds words. */
  readonly header: boolean;
}

interface CardInsertProps extends Pick<TabProps, "host" | "inExcel"> {
  readonly desk: Desk;
  readonly used: ReadonlySet<SeriesId>;
  readonly offers: readonly Offer[];
}

/** Buttons that put a card's facts into the sheet as formulas, at the selected cell. */
export function CardInsert({ host, inExcel, desk, used, offers }: CardInsertProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const inserting = useInsert(host, desk);
  const preparing = useTask();
  const insert = (offer: Offer): void => preparing.run(async () => inserting.insert(await jobOf(offer)));
  const jobOf = async ({ call, header }: Offer): Promise<InsertJob> => {
    const ran = await runFunction(host, desk, call);
    const rows = Array.isArray(ran.cells) ? (ran.cells as readonly (readonly unknown[])[]) : [[ran.cells]];
    const columns = Math.max(...rows.map((row) => row.length));
    const formula = `=${callText({ name: call.name, args: call.args }, SETTING(host.namespace))}`;
    return {
      block: {
        formula,
        rows: rows.length,
        columns,
        header,
        formats: [],
        widths: Array.from({ length: columns }, () => WIDTH),
      },
      used: new Set([...used, ...ran.used]),
    };
  };
  const isBusy = preparing.state.kind === "busy" || inserting.state.kind === "busy";
  return (
    <>
      <div className={styles.row}>
        {offers.map((offer) => (
          <Button
            key={offer.label}
            size="small"
            disabled={!inExcel}
            disabledFocusable={isBusy}
            onClick={() => insert(offer)}
          >
            {offer.label}
          </Button>
        ))}
      </div>
      {!inExcel && <span className={styles.said}>{say("outsideInsert")}</span>}
      {preparing.state.kind === "failed" && <Notice kind="error">{preparing.state.sentence}</Notice>}
      <InsertNotice inserting={inserting} />
    </>
  );
}

const WIDTH = 90;
const SETTING = (
  namespace: string,
): { readonly namespace: string; readonly origin: { row: 0; column: 0 } } => ({
  namespace,
  origin: { row: 0, column: 0 },
});
