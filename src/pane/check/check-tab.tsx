import { Button, Field, makeStyles, Spinner, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { CURRENCIES } from "../../domain/currency";
import { LONGEST_TEXT } from "../../domain/written-amount";
import { CopyButton } from "../copy-button";
import { makeDesk } from "../find/desk";
import { InsertNotice } from "../find/insert-notice";
import { useInsert } from "../find/use-insert";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { useWork, type Work } from "../work";
import { cellsOf, readForCells } from "./cells";
import { checkText, statedIn, type CheckedText, type Stated } from "./checked-text";
import { FoundList } from "./found-list";
import { MarkedText } from "./marked-text";
import { PairCard } from "./pair-card";
import { summaryOf } from "./summary";
import { useSettled } from "./use-settled";

const useStyles = makeStyles({
  page: { flex: 1, minHeight: 0, display: "flex", flexDirection: "column" },
  scroll: {
    flex: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    "& > *": { flexShrink: 0 },
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  row: { display: "flex", alignItems: "center", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  said: { flex: 1, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  section: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  bar: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** Of a text that is being typed only the last state is checked. */
const QUIET_MS = 250;

/** Paste a text; see which rate its amounts imply, which published rates fit it, and where the amount is published. */
export function CheckTab({ host, inExcel }: TabProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const [text, setText] = useState("");
  const [tries, setTries] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const desk = useMemo(() => makeDesk(host), [host]);
  const inserting = useInsert(host, desk);
  const settled = useSettled(text, QUIET_MS);
  const stated = useMemo(() => statedIn(settled), [settled]);
  const work = useWork(`${host.figures.revision} ${tries} ${settled}`, () =>
    "amounts" in stated && stated.amounts.length > 0
      ? desk.look((shelf) => checkText(shelf, settled))
      : Promise.resolve(undefined),
  );
  const { forget } = inserting;
  useEffect(forget, [settled]);
  const write = (next: string): void => {
    setText(next);
    field.current?.focus();
  };
  const checked = work.kind === "done" ? work.value : undefined;
  const pairs = checked?.pairs ?? [];
  const insert = (): void =>
    inserting.insert(async () => {
      const { used } = await desk.workOut((shelf) => readForCells(shelf, pairs));
      return { block: cellsOf(pairs, host.namespace, speech), used };
    });
  return (
    <div className={styles.page}>
      <div className={styles.scroll}>
        <Field label={say("checkLabel")} hint={say("checkHint")}>
          <Textarea
            textarea={{ ref: field }}
            value={text}
            rows={4}
            resize="vertical"
            onChange={(_event, { value }) => setText(value)}
          />
        </Field>
        <div className={styles.row}>
          {text !== say("checkSample") && (
            <Button size="small" onClick={() => write(say("checkSample"))}>
              {say("checkExample")}
            </Button>
          )}
          {text !== "" && (
            <Button size="small" appearance="subtle" onClick={() => write("")}>
              {say("checkClear")}
            </Button>
          )}
        </div>
        {stated.kind === "nothing" && <p className={styles.intro}>{say("checkIntro")}</p>}
        <Outcome stated={stated} work={work} onAgain={() => setTries(tries + 1)} />
        {checked?.failed && (
          <Notice
            kind="warning"
            actions={
              <Button size="small" onClick={() => setTries(tries + 1)}>
                {say("tryAgain")}
              </Button>
            }
          >
            {say("checkIncomplete", { why: checked.failed.message })}
          </Notice>
        )}
        {checked && "amounts" in stated && <Checked text={settled} stated={stated} checked={checked} />}
      </div>
      {pairs.length > 0 && (
        <div className={styles.bar}>
          <InsertNotice inserting={inserting} />
          <span className={styles.said}>{say(inExcel ? "insertCellsHint" : "outsideInsert")}</span>
          <div className={styles.row}>
            <Button
              appearance="primary"
              // What was found belongs to the text before, as long as this one is being typed.
              disabled={!inExcel}
              disabledFocusable={inExcel && (inserting.state.kind === "busy" || text !== settled)}
              onClick={insert}
            >
              {say(inserting.state.kind === "busy" ? "inserting" : "insertCells")}
            </Button>
            <CopyButton label={say("copySummary")} text={summaryOf(pairs, speech)} />
          </div>
        </div>
      )}
    </div>
  );
}

interface OutcomeProps {
  readonly stated: Stated;
  readonly work: Work<CheckedText | undefined>;
  readonly onAgain: () => void;
}

/** What was found in the text, said aloud once it stands; what to write where it is not enough. */
function Outcome({ stated, work, onAgain }: OutcomeProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const hasAmounts = "amounts" in stated && stated.amounts.length > 0;
  if (hasAmounts && work.kind === "failed")
    return (
      <Notice
        kind="error"
        actions={
          <Button size="small" onClick={onAgain}>
            {say("tryAgain")}
          </Button>
        }
      >
        {work.problem.message}
      </Notice>
    );
  if (hasAmounts && work.kind === "busy")
    return <Spinner size="tiny" labelPosition="after" label={say("checking")} />;
  const recognised = say("checkRecognised", { currencies: CURRENCIES.join(", ") });
  switch (stated.kind) {
    case "nothing":
      return <></>;
    case "long":
      return <Notice kind="warning">{say("checkTooLong", { n: stated.letters, most: LONGEST_TEXT })}</Notice>;
    case "none":
      return (
        <Notice kind="info">
          {say("checkNone")} {recognised}
        </Notice>
      );
    case "one":
      return (
        <Notice kind="info">
          {say("checkOne")} {recognised}
        </Notice>
      );
    case "apart":
      return (
        <Notice kind="info">
          {say("checkApart", { n: stated.amounts.length })} {recognised}
        </Notice>
      );
    case "pairs":
      return (
        <div role="status" className={styles.said}>
          {say(stated.pairs === 1 ? "checkedPairOne" : "checkedPairs", { n: stated.pairs })}
        </div>
      );
  }
}

interface CheckedProps {
  readonly text: string;
  readonly stated: Extract<Stated, { readonly amounts: unknown }>;
  readonly checked: CheckedText;
}

function Checked({ text, stated, checked }: CheckedProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const { pairs, others } = checked;
  return (
    <>
      {stated.amounts.length > 0 && <MarkedText text={text} amounts={stated.amounts} pairs={pairs} />}
      {pairs.map((pair, i) => (
        <PairCard key={i} checked={pair} number={pairs.length > 1 ? i + 1 : undefined} />
      ))}
      {others.length > 0 && (
        <section>
          {pairs.length > 0 && <h2 className={styles.section}>{say("otherAmounts")}</h2>}
          {others.map(({ amount, found }) => (
            <section key={amount.start}>
              <h3 className={styles.section}>{amount.text}</h3>
              <FoundList found={found} period={undefined} />
            </section>
          ))}
        </section>
      )}
    </>
  );
}
