import { Button, Spinner } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import { RefreshPage } from "./refresh-page";
import { useRefreshStyles } from "./styles";

/** The page, as soon as what it works with is loaded. */
export function RefreshTab({ host, inExcel, shown }: TabProps): ReactElement {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  const [tries, setTries] = useState(0);
  const work = useWork(`desk ${tries}`, () => host.desk());
  if (work.kind === "done")
    return <RefreshPage desk={work.value} host={host} inExcel={inExcel} shown={shown} />;
  return (
    <div className={styles.page}>
      {work.kind === "failed" ? (
        <Notice
          kind="error"
          actions={
            <Button size="small" onClick={() => setTries(tries + 1)}>
              {say("tryAgain")}
            </Button>
          }
        >
          {say("partNotLoaded")}
        </Notice>
      ) : (
        <Spinner size="tiny" label={say("loadingPart")} />
      )}
    </div>
  );
}
