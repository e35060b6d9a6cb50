import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Figures } from "../functions/bridge/runtime";
import { useSpeech, type Speech } from "./words/speech";

const useStyles = makeStyles({
  line: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Where the workbook's figures stand, in one line. */
export function Freshness({ figures }: { readonly figures: Figures }): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  return (
    <footer className={styles.line} aria-label={speech.say("freshnessLabel")}>
      {freshnessLine(figures, speech, navigator.onLine)}
    </footer>
  );
}

/**
 * Newest data, how many series are in use, how many of them are built in or out of date or have newer figures waiting,
 * the day they are held at.
 */
function freshnessLine(figures: Figures, { say }: Speech, online: boolean): string {
  const { entries, pin } = figures;
  const all = entries();
  const newest = all
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1);
  const embedded = all.filter((entry) => entry.embedded).length;
  const stale = all.filter((entry) => entry.stale).length;
  const newer = newerCount(figures);
  return [
    ...(newest === undefined ? [] : [say("newestData", { day: newest })]),
    all.length === 0 ? say("noneInUse") : say("inUse", { n: all.length }),
    ...(embedded > 0 ? [say("builtIn", { n: embedded })] : []),
    ...(stale > 0 ? [say("stale", { n: stale })] : []),
    ...(newer > 0 ? [newer === 1 ? say("newerFiguresOne") : say("newerFigures", { n: newer })] : []),
    ...(pin === undefined ? [] : [say("pinned", { day: pin })]),
    ...(online ? [] : [say("offline")]),
  ].join(" · ");
}

/** Series whose figures would change; one that would only lose its mark is not worth a word. */
function newerCount({ staged, peek }: Figures): number {
  const waiting = [...(staged?.().values() ?? [])];
  return waiting.filter(({ id, version }) => peek(id)?.version !== version).length;
}
