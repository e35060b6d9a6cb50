import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import type { ChartInserting } from "./use-chart-insert";

const MOST_NAMED = 6;

/** What came of inserting a chart, or what it would cost. */
export function ChartNotice({ inserting }: { readonly inserting: ChartInserting }): ReactElement | null {
  const { say } = useSpeech();
  const { state, overwrite, forget } = inserting;
  switch (state.kind) {
    case "idle":
    case "busy":
      return null;
    case "failed":
      return <Notice kind="error">{state.sentence}</Notice>;
    case "done": {
      const { isUpdate, sheet, address } = state.survey;
      if (state.unkept !== undefined)
        return <Notice kind="warning">{say("chartNotKept", { why: state.unkept })}</Notice>;
      return (
        <Notice kind="success">
          {isUpdate ? say("chartUpdated", { sheet }) : say("inserted", { address })}
        </Notice>
      );
    }
    case "asking": {
      const { address, occupied } = state.survey;
      const n = occupied.length;
      const named = occupied.slice(0, MOST_NAMED).join(", ");
      const cells = n > MOST_NAMED ? `${named} ${say("andMore", { n: n - MOST_NAMED })}` : named;
      return (
        <Notice
          kind="warning"
          actions={
            <>
              <Button size="small" autoFocus onClick={forget}>
                {say("cancel")}
              </Button>
              <Button size="small" appearance="primary" onClick={overwrite}>
                {say(n === 1 ? "overwriteOne" : "overwrite", { n })}
              </Button>
            </>
          }
        >
          {say("wouldLose", { address, cells })}
        </Notice>
      );
    }
  }
}
