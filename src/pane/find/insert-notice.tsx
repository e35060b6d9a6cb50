import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import type { Inserting } from "./use-insert";

const MOST_NAMED = 6;

/** What came of an insertion, or what it would cost. */
export function InsertNotice({ inserting }: { readonly inserting: Inserting }): ReactElement | null {
  const { say } = useSpeech();
  const { state, overwrite, forget } = inserting;
  switch (state.kind) {
    case "idle":
    case "busy":
      return null;
    case "failed":
      return <Notice kind="error">{state.sentence}</Notice>;
    case "done":
      return state.unkept === undefined ? (
        <Notice kind="success">{say("inserted", { address: state.address })}</Notice>
      ) : (
        <Notice kind="warning">{say("notKept", { why: state.unkept })}</Notice>
      );
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
