import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { asProblem } from "../../domain/problem";
import { Notice } from "../notice";
import { Section } from "../section";
import { useSpeech, type Speech } from "../words/speech";
import { useWork } from "../work";
import type { KeptDocuments, KeptSize } from "./health";

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: tokens.lineHeightBase300 },
  hint: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
});

interface KeptStateProps {
  readonly kept: KeptDocuments;
  readonly shown: boolean;
}

type Clearing =
  { readonly kind: "idle" | "busy" | "done" } | { readonly kind: "failed"; readonly sentence: string };

/** What this browser keeps for when there is no network, counted when somebody looks, and a button that clears it. */
export function KeptState({ kept, shown }: KeptStateProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const [clearing, setClearing] = useState<Clearing>({ kind: "idle" });
  const work = useWork(`${String(shown)} ${clearing.kind}`, () => kept.measure());
  const clear = (): void => {
    setClearing({ kind: "busy" });
    kept.clear().then(
      () => setClearing({ kind: "done" }),
      (thrown: unknown) => setClearing({ kind: "failed", sentence: asProblem(thrown).message }),
    );
  };
  const size = work.kind === "done" ? work.value : undefined;
  return (
    <Section title={say("keptTitle")}>
      <p className={styles.text} role="status">
        {clearing.kind === "done" && `${say("keptCleared")} `}
        {work.kind === "failed" ? say("keptUnable") : size ? sizeText(size, speech) : say("keptMeasuring")}
      </p>
      {size && size.documents > 0 && (
        <div>
          <Button size="small" disabledFocusable={clearing.kind === "busy"} onClick={clear}>
            {say("keptClear")}
          </Button>
        </div>
      )}
      {clearing.kind === "failed" && <Notice kind="error">{clearing.sentence}</Notice>}
      <p className={styles.hint}>{say("keptHint")}</p>
    </Section>
  );
}

function sizeText({ documents, bytes }: KeptSize, { say, number }: Speech): string {
  if (documents === 0) return say("keptNone");
  const size =
    bytes < 1_000_000
      ? say("kilobytes", { n: number(Math.max(1, Math.round(bytes / 1000))) })
      : say("megabytes", { n: number(bytes / 1_000_000, 1) });
  return say(documents === 1 ? "keptTextOne" : "keptText", { n: documents, size });
}
