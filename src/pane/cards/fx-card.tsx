import {
  Button,
  Field,
  makeStyles,
  Select,
  Skeleton,
  SkeletonItem,
  tokens,
} from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { rateFacts, type RateFacts } from "../../answer/rate-card";
import { FX_ENTRIES } from "../../catalog/fx";
import { entryFor } from "../../answer/subject";
import type { Desk } from "../find/desk";
import { rateSourceText, rateText } from "../figure-words";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import { CardInsert } from "./card-insert";
import { FactCard } from "./fact-card";
import { FactList } from "./fact-list";
import { changeFact, changeText, forecastFacts, markText, rangeFacts, stateText } from "./fx-words";
import { SPANS, sparkStretches, type Span } from "./spark";
import { Sparkline } from "./sparkline";

const PAIRS = FX_ENTRIES.filter(({ virtual }) => virtual === true);
const FIRST = "FX.USDJPY";

const useStyles = makeStyles({
  spans: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  span: { minWidth: "auto" },
  pair: { "& select, & .fui-Select": { minWidth: 0, width: "100%" } },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

interface FxCardProps extends Pick<TabProps, "host" | "inExcel"> {
  readonly desk: Desk;
}

/** What a currency is worth now, against yesterday, a month and a year ago, and its highs and lows. */
export function FxCard({ host, inExcel, desk }: FxCardProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say, of } = speech;
  const [pair, setPair] = useState<string>(FIRST);
  const work = useWork(`${pair} ${host.figures.revision}`, async () =>
    desk.workOut((shelf) => rateFacts(shelf, entryFor(pair), shelf.pin)),
  );
  const held = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : undefined;
  const facts = held?.result;
  const unit = facts ? say("perBase", { quote: facts.pair.quote, base: facts.pair.base }) : "";
  return (
    <FactCard
      title={say(pair === FIRST ? "fxTitle" : "fxOtherTitle")}
      figure={facts ? rateText(facts.last.value, speech) : "—"}
      unit={unit}
      note={facts ? changeText(facts, speech) : work.kind === "failed" ? say("fxNone") : say("loadingFacts")}
    >
      <Field label={say("fxPair")} className={styles.pair}>
        <Select value={pair} onChange={(_e, { value }) => setPair(value)}>
          {PAIRS.map((entry) => (
            <option key={entry.id} value={entry.id}>
              {of(entry.title)}
            </option>
          ))}
        </Select>
      </Field>
      {work.kind === "failed" ? (
        <Notice kind="error">{work.problem.message}</Notice>
      ) : facts ? (
        <Rates facts={facts} />
      ) : (
        <Skeleton aria-label={say("loadingFacts")}>
          <SkeletonItem size={96} />
        </Skeleton>
      )}
      {facts && (
        <CardInsert
          {...{ host, inExcel, desk }}
          used={held.used}
          offers={[
            { label: say("fxInsertFacts"), call: { name: "INFO", args: [pair] }, header: false },
            {
              label: say("fxInsertHistory"),
              call: { name: "HISTORY", args: [pair, "-5Y", null, "freq=M"] },
              header: true,
            },
          ]}
        />
      )}
    </FactCard>
  );
}

function Rates({ facts }: { readonly facts: RateFacts }): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const [span, setSpan] = useState<Span>("y1");
  const stretches = sparkStretches(facts, span);
  const values = stretches.flat().map(({ value }) => value);
  const { last, twelveMonths, all, forecast, source, insteadOf } = facts;
  return (
    <>
      <div className={styles.spans} role="group" aria-label={say("fxSpan")}>
        {(Object.keys(SPANS) as Span[]).map((one) => (
          <Button
            key={one}
            size="small"
            className={styles.span}
            appearance={one === span ? "primary" : "outline"}
            aria-pressed={one === span}
            onClick={() => setSpan(one)}
          >
            {say(SPAN_WORD[one])}
          </Button>
        ))}
      </div>
      {values.length > 1 ? (
        <Sparkline
          stretches={stretches}
          label={say("fxLine", {
            low: rateText(Math.min(...values), speech),
            high: rateText(Math.max(...values), speech),
            last: rateText(last.value, speech),
          })}
        />
      ) : (
        <p className={styles.note}>{say("fxNoLine")}</p>
      )}
      <FactList
        facts={[
          { name: say("fxLast"), value: rateText(last.value, speech), when: markText(last, speech) },
          ...(["day", "month", "year"] as const).map((over) => changeFact(over, facts.changes[over], speech)),
          ...rangeFacts("twelve", twelveMonths, speech),
          ...rangeFacts("all", all, speech),
        ]}
      />
      {forecast.length > 0 && (
        <>
          <h3 className={styles.heading}>{say("fxForecast")}</h3>
          <FactList facts={forecastFacts(forecast, speech)} />
        </>
      )}
      <p className={styles.note}>
        {say("fxSource", { source: rateSourceText(source, speech) })} {stateText(facts, speech)}
        {insteadOf === undefined ? "" : ` ${insteadOf}`}
      </p>
    </>
  );
}

const SPAN_WORD = { m1: "fxMonth", y1: "fxYear", y5: "fxFiveYears", max: "fxMax" } as const;
