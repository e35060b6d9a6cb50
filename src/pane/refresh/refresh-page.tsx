import { Button } from "@fluentui/react-components";
import { useEffect, type ReactElement } from "react";
import type { RefreshDesk } from "../../workbook/refresh/desk";
import { newerFigures } from "../../workbook/refresh/newer";
import { Notice } from "../notice";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { FormulasSection } from "./formulas-section";
import { FreezeSection } from "./freeze-section";
import { JobBar } from "./job-bar";
import { NewsView } from "./news-view";
import { OutcomeNotice } from "./outcome-notice";
import { PinSection } from "./pin-section";
import { PolicySection } from "./policy-section";
import { seriesRows } from "./series-rows";
import { SeriesTable } from "./series-table";
import { useRefreshStyles } from "./styles";
import { useDeskState } from "./use-desk-state";

interface RefreshPageProps {
  readonly desk: RefreshDesk;
  readonly host: PaneHost;
  readonly inExcel: boolean;
  readonly shown: boolean;
}

/** What the workbook uses, what is newer, what that would change; and everything that changes figures in it. */
export function RefreshPage({ desk, host, inExcel, shown }: RefreshPageProps): ReactElement {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  const state = useDeskState(desk);
  const { figures } = host;
  const { job, news, outcome, scan, policy } = state;
  const busy = job !== undefined;
  // Formulas may have come and gone while another part was looked at.
  useEffect(() => {
    if (shown) void desk.survey();
  }, [desk, inExcel, shown]);
  const rows = seriesRows(figures, host.today());
  const waiting = newerFigures(figures.staged?.() ?? new Map(), figures.peek).length;
  return (
    <div className={styles.page}>
      {!inExcel && <p className={styles.text}>{say("outsideRefresh")}</p>}
      {!navigator.onLine && <Notice kind="info">{say("offlineRefresh")}</Notice>}
      <section className={styles.section} aria-label={say("refresh")}>
        <div className={styles.row}>
          <Button
            appearance={news ? "secondary" : "primary"}
            disabled={rows.length === 0}
            disabledFocusable={busy}
            onClick={() => void desk.check()}
          >
            {say("checkNews")}
          </Button>
          {figures.restorable === true && (
            <Button disabled={!inExcel} disabledFocusable={busy} onClick={() => void desk.restore()}>
              {say("restoreFigures")}
            </Button>
          )}
        </div>
        <p className={styles.text}>{say("checkNewsHint")}</p>
      </section>
      {job && <JobBar job={job} onCancel={desk.cancel} />}
      {outcome && <OutcomeNotice outcome={outcome} onDismiss={desk.dismiss} />}
      {!news && !busy && waiting > 0 && (
        <Notice
          kind="info"
          actions={
            <Button size="small" onClick={() => void desk.look()}>
              {say("lookNews")}
            </Button>
          }
        >
          {waiting === 1 ? say("newsWaitingOne") : say("newsWaiting", { n: waiting })}
        </Notice>
      )}
      {news && (
        <NewsView
          key={news.look}
          news={news}
          peek={figures.peek}
          inExcel={inExcel}
          busy={busy}
          onAccept={(ids) => void desk.accept(ids)}
        />
      )}
      <SeriesTable rows={rows} />
      {inExcel && scan && <FormulasSection scan={scan} desk={desk} disabled={busy} />}
      {inExcel && <FreezeSection desk={desk} state={state} disabled={busy} />}
      {inExcel && <PinSection pin={figures.pin} disabled={busy} onPin={(day) => void desk.pin(day)} />}
      {inExcel && policy && (
        <PolicySection policy={policy} disabled={busy} onChoose={(next) => void desk.choosePolicy(next)} />
      )}
    </div>
  );
}
