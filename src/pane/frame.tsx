import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { Find } from "./find/find";
import { Freshness } from "./freshness";
import { Mark } from "./icons";
import { Notice } from "./notice";
import type { PaneHost } from "./pane-host";
import { useSpeech } from "./words/speech";

const TABS = ["find", "settings"] as const;
type TabName = (typeof TABS)[number];

const useStyles = makeStyles({
  root: {
    height: "100%",
    minWidth: "300px",
    display: "flex",
    flexDirection: "column",
    fontSize: tokens.fontSizeBase300,
  },
  head: {
    display: "grid",
    gridTemplateColumns: "32px 1fr",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalM,
    // The host draws its own menu into the top right corner, up to 34 by 32 pixels.
    padding: `${tokens.spacingVerticalM} 44px ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  tagline: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  tabs: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  notice: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` },
  panel: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  away: { display: "none" },
});

/** Whether the workbook has been read. */
export type Reading =
  { readonly kind: "busy" | "done" } | { readonly kind: "failed"; readonly sentence: string };

interface FrameProps {
  readonly host: PaneHost;
  readonly inExcel: boolean;
  readonly reading: Reading;
  readonly settings: ReactElement;
}

/** Head, tabs, the chosen part, and the line about the figures' state. */
export function Frame({ host, inExcel, reading, settings }: FrameProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const [tab, setTab] = useState<TabName>("find");
  return (
    <div className={styles.root}>
      <header>
        <div className={styles.head}>
          <Mark />
          <div>
            <h1 className={styles.name}>DigiTrade</h1>
            <p className={styles.tagline}>{say("tagline")}</p>
          </div>
        </div>
        <TabList
          className={styles.tabs}
          size="small"
          aria-label={say("tabs")}
          selectedValue={tab}
          onTabSelect={(_event, { value }) => setTab(value as TabName)}
        >
          {TABS.map((name) => (
            <Tab key={name} id={`tab-${name}`} value={name} aria-controls={`panel-${name}`}>
              {say(name)}
            </Tab>
          ))}
        </TabList>
      </header>
      <main className={styles.panel}>
        <ReadingNotice reading={reading} inExcel={inExcel} className={styles.notice} />
        {/* Stays in place while another tab is shown, with what was found and chosen. */}
        <div
          id="panel-find"
          role="tabpanel"
          aria-labelledby="tab-find"
          className={tab === "find" ? styles.panel : styles.away}
        >
          <Find host={host} inExcel={inExcel} revision={host.figures.revision} />
        </div>
        <div
          id="panel-settings"
          role="tabpanel"
          aria-labelledby="tab-settings"
          className={tab === "settings" ? styles.panel : styles.away}
        >
          {settings}
        </div>
      </main>
      <Freshness figures={host.figures} />
    </div>
  );
}

interface ReadingNoticeProps {
  readonly reading: Reading;
  readonly inExcel: boolean;
  readonly className: string;
}

function ReadingNotice({ reading, inExcel, className }: ReadingNoticeProps): ReactElement | null {
  const { say } = useSpeech();
  if (reading.kind === "done" && inExcel) return null;
  return (
    <div className={className}>
      {reading.kind === "failed" ? (
        <Notice kind="error">{reading.sentence}</Notice>
      ) : (
        <Notice kind="info">{say(reading.kind === "busy" ? "readingWorkbook" : "outside")}</Notice>
      )}
    </div>
  );
}
