import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { Job, JobKind } from "../../workbook/refresh/desk-state";
import { useSpeech } from "../words/speech";
import type { Word } from "../words/en";
import { useRefreshStyles } from "./styles";

const JOB_WORDS = {
  checking: "jobChecking",
  looking: "jobLooking",
  keeping: "jobKeeping",
  recalculating: "jobRecalculating",
  freezing: "jobFreezing",
  thawing: "jobThawing",
  repairing: "jobRepairing",
} as const satisfies Record<JobKind, Word>;

/** The browser's own bar: a component for it would weigh more than all the rest of this file. */
const useBar = makeStyles({ bar: { width: "100%", accentColor: tokens.colorBrandBackground } });

interface JobBarProps {
  readonly job: Job;
  readonly onCancel: () => void;
}

/** What is under way and how far it is. What is being written is not interrupted. */
export function JobBar({ job: { kind, done, total }, onCancel }: JobBarProps): ReactElement {
  const styles = useRefreshStyles();
  const bar = useBar();
  const { say } = useSpeech();
  const name = say(JOB_WORDS[kind]);
  return (
    <div className={styles.section}>
      {/* Each number would be read out: the bar has them, the line says only what is done. */}
      <span className={styles.text} role="status">
        {name}…
      </span>
      <progress
        className={bar.bar}
        aria-label={total > 0 ? say("jobCount", { job: name, done, total }) : name}
        {...(total > 0 && { value: done, max: total })}
      />
      <div className={styles.row}>
        <span className={styles.text} aria-hidden="true">
          {total > 0 ? `${done} / ${total}` : ""}
        </span>
        {kind !== "keeping" && (
          <Button size="small" onClick={onCancel}>
            {say("stopWork")}
          </Button>
        )}
      </div>
    </div>
  );
}
