import { makeStyles, Skeleton, SkeletonItem, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { TargetKind } from "../../catalog/target";
import { makeDesk } from "../find/desk";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import { OwnTarget } from "./own-target";
import { TargetCard } from "./target-card";
import { standings } from "./target-standing";

const useStyles = makeStyles({
  scroll: {
    flex: 1,
    overflowY: "auto",
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    // Nothing in the column gives way to the rest of it.
    "& > *": { flexShrink: 0 },
  },
  section: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  intro: { margin: 0, color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  list: {
    listStyleType: "none",
    margin: 0,
    padding: 0,
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
  },
});

const SECTIONS = [
  ["target", "targetsSet"],
  ["projection", "targetsProjected"],
  ["risk", "targetsRisks"],
] as const satisfies readonly (readonly [TargetKind, string])[];

/** Policy targets and how they stand; apart from them what is only expected or feared; and a target of one's own. */
export function TargetsTab({ host, inExcel }: TabProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const desk = useMemo(() => makeDesk(host), [host]);
  const work = useWork(`targets ${host.figures.revision} ${host.figures.pin ?? ""}`, async () =>
    desk.workOut(standings),
  );
  const found = work.kind === "done" ? work.value : work.kind === "busy" ? work.last : undefined;
  return (
    <div className={styles.scroll}>
      <p className={styles.intro}>{say("targetsIntro")}</p>
      {work.kind === "failed" && <Notice kind="error">{work.problem.message}</Notice>}
      {work.kind === "busy" && !found && (
        <Skeleton aria-label={say("loadingFacts")}>
          <SkeletonItem size={128} />
        </Skeleton>
      )}
      {found &&
        SECTIONS.map(([kind, word]) => (
          <section key={kind} className={styles.section} aria-label={say(word)}>
            <h2 className={styles.heading}>{say(word)}</h2>
            <ul className={styles.list}>
              {found.result
                .filter(({ target }) => target.kind === kind)
                .map((standing) => (
                  <li key={standing.target.id}>
                    <TargetCard
                      standing={standing}
                      onCompare={(chart, target) => host.door.ask("charts", requestFor(chart, target))}
                    />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      <OwnTarget {...{ host, inExcel, desk }} />
    </div>
  );
}

/** The projections are in one chart together; the other comparisons are of one target. */
const requestFor = (chart: string, target: string): string =>
  chart === "deficit-projections" ? chart : `${chart}?target=${target}`;
