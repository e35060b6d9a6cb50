import { makeStyles, Tab, TabList, tokens } from "@fluentui/react-components";
import { useEffect, useState, useSyncExternalStore, type ReactElement, type ReactNode } from "react";
import { moveFocus } from "./arrow-keys";
import { Freshness } from "./freshness";
import { Mark, SettingsIcon } from "./icons";
import { Notice } from "./notice";
import type { PaneHost } from "./pane-host";
import { TABS } from "./tabs";
import { useSpeech } from "./words/speech";

const SETTINGS = "settings";

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
    // Beside it are the settings, and the host's own menu.
    padding: `${tokens.spacingVerticalM} 72px ${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
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
  // At the least width they need two rows.
  tabs: { flexWrap: "wrap", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  tab: { paddingInline: "5px" },
  // The host draws its own menu into the top right corner, up to 34 by 32 pixels.
  settings: { position: "absolute", bottom: "calc(100% + 12px)", insetInlineEnd: "42px" },
  notice: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0` },
  panel: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  away: { display: "none" },
});

/** Takes Fluent's group of arrow keys off its list of tabs, in favour of `moveFocus`. */
const OWN_KEYS = { "data-tabster": undefined };

/** Whether the workbook has been read. */
export type Reading =
  { readonly kind: "busy" | "done" } | { readonly kind: "failed"; readonly sentence: string };

interface FrameProps {
  readonly host: PaneHost;
  readonly inExcel: boolean;
  readonly reading: Reading;
  /** Drawn once they were looked at, and told whether they are. */
  readonly settings: (shown: boolean) => ReactElement;
}

/** Head, tabs, the chosen part, and the line about the figures' state. */
export function Frame({ host, inExcel, reading, settings }: FrameProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const [tab, setTab] = useState("find");
  // A tab loads when it is first shown, and stays from then on with what was found and chosen.
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set([tab]));
  const show = (name: string): void => {
    setTab(name);
    setSeen((before) => new Set(before).add(name));
  };
  const asked = useSyncExternalStore(host.door.subscribe, () => host.door.asked);
  useEffect(() => {
    if (asked) show(asked.tab);
  }, [asked]);
  const tabOf = (name: string) => ({
    id: `tab-${name}`,
    value: name,
    "aria-controls": `panel-${name}`,
    tabIndex: tab === name ? 0 : -1,
  });
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
          onTabSelect={(_event, { value }) => show(value as string)}
          {...OWN_KEYS}
          onKeyDown={(event) => moveFocus(event, "[role=tab]", { axis: "row", circular: true })}
        >
          {TABS.map(({ name }) => (
            <Tab {...tabOf(name)} className={styles.tab} key={name}>
              {say(name)}
            </Tab>
          ))}
          <Tab
            {...tabOf(SETTINGS)}
            className={styles.settings}
            aria-label={say(SETTINGS)}
            title={say(SETTINGS)}
            icon={<SettingsIcon />}
          />
        </TabList>
      </header>
      <main className={styles.panel}>
        <ReadingNotice reading={reading} inExcel={inExcel} className={styles.notice} />
        {TABS.map(({ name, Part }) => (
          <Panel key={name} name={name} shown={tab === name}>
            {seen.has(name) && <Part host={host} inExcel={inExcel} shown={tab === name} />}
          </Panel>
        ))}
        <Panel name={SETTINGS} shown={tab === SETTINGS}>
          {seen.has(SETTINGS) && settings(tab === SETTINGS)}
        </Panel>
      </main>
      <Freshness figures={host.figures} />
    </div>
  );
}

interface PanelProps {
  readonly name: string;
  readonly shown: boolean;
  readonly children: ReactNode;
}

function Panel({ name, shown, children }: PanelProps): ReactElement {
  const styles = useStyles();
  return (
    <div
      id={`panel-${name}`}
      role="tabpanel"
      aria-labelledby={`tab-${name}`}
      className={shown ? styles.panel : styles.away}
    >
      {children}
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
