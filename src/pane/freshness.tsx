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

/** Newest data, how many series are in use, how many of them are built in or out of date, the day they are held at. */
function freshnessLine(
  { entries, pin }: Pick<Figures, "entries" | "pin">,
  { say }: Speech,
  online: boolean,
): string {
  const all = entries();
  const newest = all
    .flatMap(({ published }) => published ?? [])
    .sort()
    .at(-1);
  const embedded = all.filter((entry) => entry.embedded).length;
  const stale = all.filter((entry) => entry.stale).length;
  return [
    ...(newest === undefined ? [] : [say("newestData", { day: newest })]),
    all.length === 0 ? say("noneInUse") : say("inUse", { n: all.length }),
    ...(embedded > 0 ? [say("builtIn", { n: embedded })] : []),
    ...(stale > 0 ? [say("stale", { n: stale })] : []),
    ...(pin === undefined ? [] : [say("pinned", { day: pin })]),
    ...(online ? [] : [say("offline")]),
  ].join(" · ");
}
