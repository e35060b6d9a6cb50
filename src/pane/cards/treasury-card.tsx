import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { rankHolders, type HolderLine } from "../../answer/holders";
import type { Shelf } from "../../answer/shelf";
import { answerValue } from "../../charts/common/answered";
import { call } from "../../charts/common/call";
import { holderIn, holdingsMoney, inMoney } from "../../charts/common/holdings";
import { amount, amountFigure, moneyUnit } from "../../charts/common/money";
import { periodIn } from "../../charts/common/words";
import type { Period } from "../../domain/period";
import { Problem } from "../../domain/problem";
import type { Desk } from "../find/desk";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech, type Speech } from "../words/speech";
import { useWork } from "../work";
import { CardInsert } from "./card-insert";
import { FactCard } from "./fact-card";
import { FactList, type ShownFact } from "./fact-list";

const SHOWN = 5;
const RANKED = 10;

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
});

interface Holdings {
  readonly month: Period;
  /** In billions of dollars. */
  readonly total: number;
  readonly lines: readonly HolderLine[];
}

/** The latest month that can be ranked. */
function holdingsIn(shelf: Shelf): Holdings {
  const { month, lines } = rankHolders(shelf, undefined, RANKED, shelf.pin);
  const total = answerValue(shelf, call("VALUE", "TIC.TOTAL", month, "unit=bn;approx=allow")).value;
  return { month, total, lines };
}

interface TreasuryCardProps extends Pick<TabProps, "host" | "inExcel"> {
  readonly desk: Desk;
}

/** Who abroad holds US Treasury securities: the total, the largest, and Japan's part with its change. */
export function TreasuryCard({ host, inExcel, desk }: TreasuryCardProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say, language } = speech;
  const work = useWork(`treasury ${host.figures.revision}`, async () => desk.workOut(holdingsIn));
  const held = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : undefined;
  const facts = held?.result;
  const japan = facts?.lines.find(({ entry }) => entry.id === "TIC.JP");
  return (
    <FactCard
      title={say("treasuryTitle")}
      figure={japan ? shareText(japan, speech) : "—"}
      unit={japan ? say("treasuryJapan") : ""}
      note={
        facts
          ? say("treasuryNote", {
              total: moneyText(facts.total, speech),
              when: periodIn(facts.month, language),
            })
          : say(work.kind === "failed" ? "treasuryNone" : "loadingFacts")
      }
    >
      {work.kind === "failed" ? (
        <Notice kind="error">{work.problem.message}</Notice>
      ) : facts ? (
        <>
          <p className={styles.note}>
            {say("treasuryIn", {
              unit: unitText(speech),
              when: periodIn(facts.month, language),
            })}
          </p>
          <FactList
            facts={[
              { name: say("treasuryTotal"), value: figureText(facts.total, speech) },
              ...(japan ? japanFacts(japan, speech) : []),
            ]}
          />
          <h3 className={styles.heading}>{say("treasuryLargest")}</h3>
          <FactList facts={facts.lines.slice(0, SHOWN).map((line) => holderFact(line, speech))} />
          <p className={styles.note}>{say("treasuryCaution")}</p>
          <CardInsert
            {...{ host, inExcel, desk }}
            used={held.used}
            offers={[
              { label: say("treasuryInsert"), call: { name: "HOLDERS", args: [null, RANKED] }, header: true },
              {
                label: say("treasuryInsertJapan"),
                call: { name: "HISTORY", args: ["TIC.JP", "-5Y", null, "unit=bn"] },
                header: true,
              },
            ]}
          />
        </>
      ) : (
        <Skeleton aria-label={say("loadingFacts")}>
          <SkeletonItem size={96} />
        </Skeleton>
      )}
    </FactCard>
  );
}

/** 4,862.1 billion US dollars; in Japanese by 億. */
function moneyText(billions: number, { language }: Speech): string {
  const money = holdingsMoney({ lang: language });
  return amount(inMoney(billions, money), money, language);
}

/** The same without its unit. */
function figureText(billions: number, { language }: Speech): string {
  const money = holdingsMoney({ lang: language });
  return amountFigure(inMoney(billions, money), money);
}

function unitText({ language }: Speech): string {
  const unit = moneyUnit(holdingsMoney({ lang: language }), language);
  return `${unit.charAt(0).toLowerCase()}${unit.slice(1)}`;
}

const shareText = ({ share }: HolderLine, { number }: Speech): string =>
  share instanceof Problem ? "—" : `${number(share, 1)} %`;

function japanFacts(line: HolderLine, speech: Speech): readonly ShownFact[] {
  const { yearChange, notes } = line;
  const change =
    yearChange instanceof Problem
      ? { value: "—", when: yearChange.message }
      : {
          value: `${yearChange < 0 ? "▼ −" : "▲ +"}${figureText(yearChange, speech)}`,
          when: notes.length > 0 ? notes.join("; ") : undefined,
        };
  return [
    { name: speech.say("treasuryJapanShare"), value: shareText(line, speech) },
    { name: speech.say("treasuryJapanChange"), ...change },
  ];
}

const holderFact = (line: HolderLine, speech: Speech): ShownFact => ({
  name: `${line.rank}. ${holderIn(line, speech.language)}`,
  value: `${figureText(line.value, speech)} (${shareText(line, speech)})`,
});
