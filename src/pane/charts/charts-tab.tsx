import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactElement } from "react";
import type { ChartDefinition } from "../../charts/common/definition";
import { CHARTS } from "../../charts/index";
import { FxCard } from "../cards/fx-card";
import { TreasuryCard } from "../cards/treasury-card";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { makeChartDesk } from "./chart-desk";
import type { Filled } from "./chart-form";
import { ChartPage } from "./chart-page";
import { chartAsked, type AskedChart } from "./chart-request";
import { GalleryCard } from "./gallery-card";
import { useOnline } from "./use-online";

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    // Nothing in the column gives way to the rest of it.
    "& > *": { flexShrink: 0 },
  },
  away: { display: "none" },
  heading: {
    margin: `${tokens.spacingVerticalS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
  cards: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
});

/** A chart that was asked for; each asking begins anew. */
interface Chosen {
  readonly request: AskedChart;
  readonly serial: number;
}

/** The rates and holdings of now, the gallery, and the page of the chart that is chosen. */
export function ChartsTab({ host, inExcel }: TabProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const charts = useMemo(() => makeChartDesk(host), [host]);
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const open = (request: AskedChart): void =>
    setChosen((before) => ({ request, serial: (before?.serial ?? 0) + 1 }));
  // Coming back, the focus is where it was: after the page that goes away Tab would lead out of the pane.
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (!chosen && opener.current instanceof HTMLElement) opener.current.focus();
  }, [chosen]);
  const asked = useSyncExternalStore(host.door.subscribe, () => host.door.asked);
  useEffect(() => {
    const request = asked?.tab === "charts" ? chartAsked(asked.words) : undefined;
    if (request) open(request);
  }, [asked]);
  const { revision } = host.figures;
  const isOnline = useOnline();
  const choose = (definition: ChartDefinition, filled: Filled = {}): void => {
    opener.current = document.activeElement;
    open({ definition, filled, insert: false });
  };
  const list = (kind: ChartDefinition["kind"]): ReactElement => (
    <ul className={styles.list}>
      {CHARTS.filter((chart) => chart.kind === kind).map((definition) => (
        <li key={definition.id}>
          <GalleryCard {...{ definition, charts, revision }} onChoose={() => choose(definition)} />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {/* Stays behind the chart's page, so that coming back finds it where it was left. */}
      <div className={chosen ? styles.away : styles.scroll}>
        {!isOnline && <Notice kind="info">{say("chartOffline")}</Notice>}
        <div className={styles.cards}>
          <FxCard {...{ host, inExcel }} desk={charts.desk} />
          <TreasuryCard {...{ host, inExcel }} desk={charts.desk} />
        </div>
        <h2 className={styles.heading}>{say("chartGallery")}</h2>
        {list("chart")}
        <h2 className={styles.heading}>{say("chartComparisons")}</h2>
        {list("comparison")}
      </div>
      {chosen && (
        <ChartPage
          key={chosen.serial}
          {...{ host, inExcel, charts, revision, asked: chosen.request }}
          onBack={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
