import { Checkbox, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Series } from "../../domain/series";
import { useSpeech } from "../words/speech";
import { ChangeLines } from "./change-lines";
import { REASON_WORDS, type NewsGroup } from "./news-groups";
import { useRefreshStyles } from "./styles";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  below: { paddingLeft: tokens.spacingHorizontalS },
});

interface NewsSeriesProps {
  readonly group: NewsGroup;
  /** The document in use. */
  readonly before: Series | undefined;
  readonly taken: boolean;
  readonly onTake: (take: boolean) => void;
}

/** One series with newer figures: whether to take them, why they differ, which cells change. */
export function NewsSeries({ group, before, taken, onTake }: NewsSeriesProps): ReactElement {
  const styles = useStyles();
  const shared = useRefreshStyles();
  const { say, of } = useSpeech();
  const { series, lines, reasons } = group;
  const n = lines.length;
  const release = (document: Series | undefined): string => document?.published ?? document?.retrieved ?? "";
  const facts = [
    series.id,
    `${release(before)} → ${release(series)}`,
    ...(taken ? [n === 0 ? say("newsNoCell") : n === 1 ? say("newsCellsOne") : say("newsCells", { n })] : []),
    ...reasons.map((reason) => say(REASON_WORDS[reason])),
  ];
  return (
    <li className={styles.card}>
      <Checkbox
        checked={taken}
        label={of(series.title)}
        onChange={(_event, { checked }) => onTake(checked === true)}
      />
      <div className={styles.below}>
        <p className={shared.text}>{facts.join(" · ")}</p>
        {taken && n > 0 && <ChangeLines lines={lines} />}
      </div>
    </li>
  );
}
