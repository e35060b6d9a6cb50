import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Answer } from "../../answer/evaluate";
import type { LocalAnchor } from "../../workbook/selection";
import { CopyButton } from "../copy-button";
import type { Desk } from "../find/desk";
import { WarningIcon } from "../icons";
import type { PaneHost } from "../pane-host";
import { useSpeech } from "../words/speech";
import { stepsOf } from "./derivation";
import { factsOf } from "./facts";
import { RevisionsView } from "./revisions-view";
import { Section } from "../section";
import { StepsList } from "./steps-list";
import { warningsOf } from "./warnings";

const useStyles = makeStyles({
  warnings: { margin: 0, padding: 0, listStyleType: "none" },
  warning: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    marginBottom: tokens.spacingVerticalXXS,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  icon: { display: "flex", paddingTop: "2px" },
  facts: {
    margin: 0,
    display: "grid",
    gridTemplateColumns: "minmax(56px, auto) 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  name: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, overflowWrap: "anywhere" },
});

interface AnswerViewProps {
  readonly host: PaneHost;
  readonly desk: Desk;
  readonly anchor: LocalAnchor;
  readonly answer: Answer;
  /** The derivation in the function's own words, to be copied. */
  readonly words: string;
}

/** A number taken apart: what to keep in mind, the steps, where it stands, how its figures were revised. */
export function AnswerView({ host, desk, anchor, answer, words }: AnswerViewProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const warnings = warningsOf(answer, speech);
  return (
    <>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label={say("warnings")}>
          {warnings.map(({ text, isOriginal }) => (
            <li key={text} className={styles.warning}>
              <span className={styles.icon}>
                <WarningIcon />
              </span>
              <span {...(isOriginal && { lang: "en" })}>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <Section level={3} title={say("stepsTitle")}>
        <StepsList label={say("stepsTitle")} steps={stepsOf(answer, speech)} />
        {words !== "" && <CopyButton label={say("stepsCopy")} text={words} />}
      </Section>
      <Section level={3} title={say("factsTitle")}>
        <dl className={styles.facts}>
          {factsOf(answer, host.today(), speech).map(({ name, text, isOriginal }, i) => (
            <FactRow key={i} name={name} text={text} isOriginal={isOriginal === true} />
          ))}
        </dl>
      </Section>
      {answer.subject && <RevisionsView host={host} desk={desk} anchor={anchor} answer={answer} />}
    </>
  );
}

interface FactRowProps {
  readonly name: string;
  readonly text: string;
  readonly isOriginal: boolean;
}

function FactRow({ name, text, isOriginal }: FactRowProps): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.name}>{name}</dt>
      <dd className={styles.text} {...(isOriginal && { lang: "en" })}>
        {text}
      </dd>
    </>
  );
}
