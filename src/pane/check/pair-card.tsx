import { makeStyles, tokens } from "@fluentui/react-components";
import { useId, type ReactElement, type ReactNode } from "react";
import type { CheckedPair } from "../../answer/headline-check";
import type { Match } from "../../answer/matches";
import { moneyText, rateText } from "../figure-words";
import { DoneIcon, InfoIcon, WarningIcon } from "../icons";
import { useSpeech } from "../words/speech";
import { bandText, cautionsOf, differenceText, suitingRateText, verdictText } from "./check-words";
import { verdictOf, type Verdict } from "./checked-text";
import { FoundList } from "./found-list";
import { RatesList } from "./rates-list";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
  },
  figure: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  unit: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightRegular },
  label: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    lineHeight: tokens.lineHeightBase200,
  },
  section: {
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  verdict: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { display: "flex", paddingTop: "2px" },
  amount: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const VERDICT_ICON = {
  average: DoneIcon,
  end: InfoIcon,
  day: WarningIcon,
  none: WarningIcon,
} as const satisfies Record<Verdict, () => ReactElement>;

interface PairCardProps {
  readonly checked: CheckedPair;
  /** From 1, where there are several. */
  readonly number: number | undefined;
}

/** One amount in two currencies: the rate between them, which published rates fit, what it should be, where it is held. */
export function PairCard({ checked, number }: PairCardProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const heading = useId();
  const { pair, implied, inside, outside, atSuiting, found, period } = checked;
  const { first, second } = pair;
  const cautions = [first, second].flatMap((amount) => cautionsOf(amount, speech));
  const VerdictIcon = VERDICT_ICON[verdictOf(checked)];
  return (
    <article className={styles.card} aria-labelledby={heading}>
      <div>
        <h2 id={heading} className={styles.title}>
          {number !== undefined && `${number}. `}
          {first.text} = {second.text}
        </h2>
        <div className={styles.figure}>
          {rateText(implied.rate, speech)}{" "}
          <span className={styles.unit}>{say("perBase", { ...implied.pair })}</span>
        </div>
        <p className={styles.label}>{bandText(checked, speech)}</p>
        {cautions.map((caution) => (
          <p key={caution} className={styles.label}>
            {caution}
          </p>
        ))}
      </div>
      <div className={styles.verdict}>
        <span className={styles.icon}>
          <VerdictIcon />
        </span>
        <span>{verdictText(checked, speech)}</span>
      </div>
      {period === undefined && <p className={styles.label}>{say("whichPeriod")}</p>}
      {inside.length > 0 && (
        <Section title={say("ratesThatFit")}>
          <RatesList label={say("ratesThatFit")} checked={checked} matches={inside} />
        </Section>
      )}
      {outside.length > 0 && (
        <Section title={say("ratesOutside")}>
          <RatesList label={say("ratesOutside")} checked={checked} matches={averagesFirst(outside)} />
        </Section>
      )}
      {atSuiting && period !== undefined && (
        <Section title={say(atSuiting.rate.kind === "end" ? "atEnd" : "atAverage", { period })}>
          <div className={styles.amount}>{moneyText(atSuiting.value, atSuiting.currency, speech)}</div>
          <p className={styles.label}>
            {differenceText(checked, speech)} · {suitingRateText(checked, speech)}
          </p>
        </Section>
      )}
      <Section title={say("foundTitle")}>
        <FoundList found={found} period={period} />
      </Section>
    </article>
  );
}

/** What a flow of a period should be converted at comes before what it might have been. */
const averagesFirst = (matches: readonly Match[]): readonly Match[] =>
  [...matches].sort((a, b) => Number(a.kind === "end") - Number(b.kind === "end"));

function Section({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  const styles = useStyles();
  return (
    <section>
      <h3 className={styles.section}>{title}</h3>
      {children}
    </section>
  );
}
