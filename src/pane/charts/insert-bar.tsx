import { Button, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { ChartChoices } from "../../charts/common/choices";
import type { ChartDefinition } from "../../charts/common/definition";
import { Problem } from "../../domain/problem";
import { findCharts, type FoundChart } from "../../workbook/chart-found";
import { isSameChart } from "../../file/chart-mark";
import type { ChartWhere } from "../../workbook/chart-survey";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import type { ChartDesk, WorkedChart } from "./chart-desk";
import { ChartNotice } from "./chart-notice";
import { useChartInsert } from "./use-chart-insert";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    gap: tokens.spacingHorizontalS,
    alignItems: "end",
  },
  place: { minWidth: 0, "& select, & .fui-Select": { minWidth: 0, width: "100%" } },
  said: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface InsertBarProps {
  readonly host: PaneHost;
  readonly inExcel: boolean;
  readonly charts: ChartDesk;
  readonly definition: ChartDefinition;
  readonly choices: ChartChoices | undefined;
  /** Undefined while it is worked out. */
  readonly worked: WorkedChart | undefined;
  /** The person has asked for it on the ribbon already. */
  readonly atOnce: boolean;
}

/** Where the chart goes, and the button that puts it there; one that is in the workbook already is brought up to date. */
export function InsertBar(props: InsertBarProps): ReactElement {
  const { host, inExcel, charts, definition, choices, worked, atOnce } = props;
  const styles = useStyles();
  const { say } = useSpeech();
  const [looked, setLooked] = useState(0);
  const inserting = useChartInsert(host, charts.desk, () => setLooked((n) => n + 1));
  const found = useWork(`${definition.id} ${inExcel} ${looked}`, async () => (inExcel ? findCharts() : []));
  const known = found.kind === "done" ? found.value : found.kind === "busy" ? (found.last ?? []) : [];
  const same = known.filter((one) => isOf(one, definition));
  const [place, setPlace] = useState("new-sheet");
  const current =
    choices &&
    same.find(({ mark }) => !(mark instanceof Problem) && isSameChart(mark, { definition, choices }));
  const where = current ? again(current) : whereFor(place, same);
  const isBusy = inserting.state.kind === "busy";
  const insert = (): void => {
    if (!choices || !worked) return;
    const { values, used } = worked;
    inserting.insert({ job: { definition, choices, namespace: host.namespace, values }, where, used });
  };
  const waiting = useRef(atOnce);
  useEffect(() => {
    if (!waiting.current || !inExcel || !choices || !worked) return;
    waiting.current = false;
    insert();
  });
  const isUpdate = where.kind === "again";
  return (
    <div className={styles.bar}>
      <ChartNotice inserting={inserting} />
      {!inExcel && <span className={styles.said}>{say("outsideInsert")}</span>}
      <div className={styles.row}>
        {current ? (
          <span className={styles.said}>{say("chartIsThere", { sheet: current.sheet })}</span>
        ) : (
          <Field label={say("chartPlace")} className={styles.place}>
            <Select
              value={place}
              onChange={(_e, { value }) => {
                inserting.forget();
                setPlace(value);
              }}
            >
              <option value="new-sheet">{say("chartNewSheet")}</option>
              <option value="cell">{say("chartAtCell")}</option>
              {same.map((one) => (
                <option key={keyOf(one)} value={keyOf(one)}>
                  {say("chartInPlace", { sheet: one.sheet })}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Button
          appearance="primary"
          disabled={!inExcel || !choices}
          disabledFocusable={inExcel && choices !== undefined && (isBusy || !worked)}
          onClick={insert}
        >
          {say(isBusy ? "inserting" : isUpdate ? "chartUpdate" : "chartInsert")}
        </Button>
      </div>
    </div>
  );
}

const isOf = ({ mark, area }: FoundChart, { id }: ChartDefinition): boolean =>
  area !== undefined && !(mark instanceof Problem) && mark.definition.id === id;

const keyOf = ({ sheet, name }: FoundChart): string => `${name}!${sheet}`;

const again = ({ sheet, name }: FoundChart): ChartWhere => ({ kind: "again", sheet, name });

function whereFor(place: string, found: readonly FoundChart[]): ChartWhere {
  const one = found.find((chart) => keyOf(chart) === place);
  if (one) return again(one);
  return place === "cell" ? { kind: "cell" } : { kind: "new-sheet" };
}
