import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useReducer, useRef, useSyncExternalStore, type ReactElement } from "react";
import { useBuilderDefaults } from "../builder-defaults";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import { BuildView } from "./build-view";
import { makeDesk } from "./desk";
import { findReducer, requestOf, startWith } from "./find-state";
import { readCall, readFormula, writeFormula } from "./formula";
import { withValues, type InsertAs } from "./insert-as";
import { InsertNotice } from "./insert-notice";
import { previewOf } from "./preview-table";
import { SearchView } from "./search-view";
import type { FormulaBlock } from "../../workbook/insert";
import { useInsert, type InsertJob } from "./use-insert";

const useStyles = makeStyles({
  page: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  scroll: { flex: 1, overflowY: "auto", padding: tokens.spacingHorizontalM },
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  // Three in a row, in a narrow pane too.
  other: { minWidth: 0 },
  said: { flex: 1, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface FindProps {
  readonly host: PaneHost;
  readonly inExcel: boolean;
  /** Grows whenever functions would answer something else. */
  readonly revision: number;
}

/** Find series, build a formula, insert it. */
export function Find({ host, inExcel, revision }: FindProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const defaults = useBuilderDefaults();
  const [state, dispatch] = useReducer(findReducer, defaults, startWith);
  const before = useRef(defaults);
  useEffect(() => {
    if (before.current === defaults) return;
    dispatch({ kind: "prefer", before: before.current, now: defaults });
    before.current = defaults;
  }, [defaults]);
  const wasBuilding = useRef(false);
  if (state.view === "build") wasBuilding.current = true;
  const desk = useMemo(() => makeDesk(host), [host]);
  const asked = useSyncExternalStore(host.door.subscribe, () => host.door.asked);
  useEffect(() => {
    if (asked?.tab === "find" && asked.words !== undefined) dispatch({ kind: "look", words: asked.words });
  }, [asked]);
  const inserting = useInsert(host, desk);
  const formula = state.edited ?? writeFormula(requestOf(state), host.namespace);
  const work = useWork(`${formula} ${state.selected.length > 0} ${revision}`, async () => {
    const call = state.selected.length === 0 ? undefined : readFormula(formula, host.namespace);
    return call && desk.workOut((shelf) => previewOf(shelf, call));
  });
  const preview =
    work.kind === "done"
      ? { kind: work.kind, value: work.value?.result }
      : work.kind === "busy" && work.last
        ? { kind: work.kind, last: work.last.result }
        : work.kind === "busy"
          ? { kind: work.kind }
          : work;
  const call = readCall(formula, host.namespace);
  const insert = (as: InsertAs): void =>
    inserting.insert(() => {
      const job = jobOf(formula, work.kind === "done" ? work.value : undefined);
      return as === "formula" || !call ? Promise.resolve(job) : withValues(host, desk, job, call, as);
    });
  const isBusy = inserting.state.kind === "busy";
  const n = state.selected.length;
  return (
    <div className={styles.page}>
      <div className={styles.scroll}>
        {state.view === "search" ? (
          <SearchView
            query={state.query}
            facets={state.facets}
            selected={state.selected}
            desk={desk}
            revision={revision}
            focused={wasBuilding.current}
            onQuery={(text) => dispatch({ kind: "query", text })}
            onNarrow={(facets) => dispatch({ kind: "narrow", facets })}
            onToggle={(id) => dispatch({ kind: "toggle", id })}
          />
        ) : (
          <BuildView
            state={state}
            formula={formula}
            preview={preview}
            dispatch={(action) => {
              inserting.forget();
              dispatch(action);
            }}
          />
        )}
      </div>
      {state.view === "build" && (
        <div className={styles.bar}>
          <InsertNotice inserting={inserting} />
          <span className={styles.said}>{say(inExcel ? "insertHint" : "outsideInsert")}</span>
          <div className={styles.row}>
            <Button
              appearance="primary"
              disabled={!inExcel}
              disabledFocusable={inExcel && (isBusy || work.kind !== "done")}
              onClick={() => insert("formula")}
            >
              {say(isBusy ? "inserting" : "insert")}
            </Button>
            {INSERT_OTHERWISE.map(([as, word]) => (
              <Button
                key={as}
                className={styles.other}
                disabled={!inExcel}
                disabledFocusable={inExcel && (isBusy || work.kind !== "done" || !call)}
                onClick={() => insert(as)}
              >
                {say(word)}
              </Button>
            ))}
          </div>
        </div>
      )}
      {state.view === "search" && n > 0 && (
        <div className={styles.bar}>
          <div className={styles.row}>
            <span className={styles.said} role="status">
              {say("selectedCount", { n })}
            </span>
            <Button appearance="subtle" onClick={() => dispatch({ kind: "clear" })}>
              {say("clear")}
            </Button>
            <Button appearance="primary" onClick={() => dispatch({ kind: "view", view: "build" })}>
              {say("next")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}

/** Also possible where the formula is one plain call, which can be tried beforehand. */
const INSERT_OTHERWISE = [
  ["values", "insertValues"],
  ["both", "insertBoth"],
] as const;

/** Of a formula without a preview only the cell that it stands in is known. */
function jobOf(
  formula: string,
  known: { readonly result: ReturnType<typeof previewOf>; readonly used: InsertJob["used"] } | undefined,
): InsertJob & { readonly block: FormulaBlock } {
  const block = known?.result.block ?? { rows: 1, columns: 1, header: false, formats: [], widths: [] };
  return { block: { ...block, formula }, used: known?.used ?? new Set() };
}
