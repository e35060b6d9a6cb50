import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { badInput } from "../../domain/problem";
import { readSelection } from "../../workbook/selection";
import { useTask } from "../cards/use-task";
import { runFunction } from "../charts/run-function";
import type { Desk } from "../find/desk";
import { InsertNotice } from "../find/insert-notice";
import { useInsert } from "../find/use-insert";
import { Notice } from "../notice";
import type { TabProps } from "../tab";
import { useSpeech } from "../words/speech";
import { useWork } from "../work";
import {
  EMPTY,
  faultsOf,
  FIELDS,
  labelOf,
  ownTargetBlock,
  referenceTo,
  valueOf,
  type OwnField,
  type OwnTargetForm,
} from "./own-fields";

/** Names are headings, not texts. */
const LONGEST_NAME = 120;

const useStyles = makeStyles({
  form: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
  },
  pair: { display: "grid", gridTemplateColumns: "1fr auto", gap: tokens.spacingHorizontalXS },
  input: { minWidth: 0, "& input": { minWidth: 0 } },
  pick: { minWidth: "auto" },
  row: { display: "flex", justifyContent: "flex-end" },
});

interface OwnTargetProps extends Pick<TabProps, "host" | "inExcel"> {
  readonly desk: Desk;
}

/** A target of one's own: what is filled in goes into cells, and formulas over them say what pace it requires. */
export function OwnTarget({ host, inExcel, desk }: OwnTargetProps): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { say } = speech;
  const [form, setForm] = useState<OwnTargetForm>(EMPTY);
  const [tried, setTried] = useState(false);
  const inserting = useInsert(host, desk);
  const picking = useTask();
  const faults = faultsOf(form);
  const isReadable = Object.keys(faults).length === 0;
  const set = (part: Partial<OwnTargetForm>): void => {
    inserting.forget();
    setForm((before) => ({ ...before, ...part }));
  };
  const pick = (field: OwnField): void =>
    picking.run(async () => {
      const { focus } = await readSelection();
      if (!focus) throw badInput("Select one cell, then pick it.");
      set({ [field]: referenceTo(focus.address) });
    });
  const insert = (): void => {
    setTried(true);
    if (isReadable)
      inserting.insert({ block: ownTargetBlock(form, host.namespace, speech), used: new Set() });
  };
  const words = useWork(`${JSON.stringify(form)} ${isReadable}`, async () => {
    const args = isReadable ? FIELDS.map((field) => valueOf(field, form)) : [];
    // What a cell holds is known in the sheet only.
    if (args.length === 0 || args.includes(undefined)) return undefined;
    return String(
      (await runFunction(host, desk, { name: "PACE", args: [...args.map((a) => a ?? null), "words"] })).cells,
    );
  });
  return (
    <section className={styles.form} aria-label={say("ownTitle")}>
      <h2 className={styles.heading}>{say("ownTitle")}</h2>
      <p className={styles.text}>{say("ownIntro")}</p>
      <Field label={say("ownName")}>
        <Input
          className={styles.input}
          maxLength={LONGEST_NAME}
          value={form.name}
          onChange={(_e, { value }) => set({ name: value })}
        />
      </Field>
      {FIELDS.map((field) => (
        <Field
          key={field}
          label={say(labelOf(field))}
          {...(tried && faults[field] !== undefined
            ? ({ validationState: "error", validationMessage: faults[field] } as const)
            : {})}
        >
          {(control) => (
            <div className={styles.pair}>
              <Input
                {...control}
                className={styles.input}
                placeholder={say(EXAMPLES[field])}
                value={form[field]}
                onChange={(_e, { value }) => set({ [field]: value })}
              />
              <Button
                className={styles.pick}
                disabled={!inExcel}
                disabledFocusable={picking.state.kind === "busy"}
                aria-label={say("ownPickFor", { field: say(labelOf(field)) })}
                onClick={() => pick(field)}
              >
                {say("ownPick")}
              </Button>
            </div>
          )}
        </Field>
      ))}
      {picking.state.kind === "failed" && <Notice kind="error">{picking.state.sentence}</Notice>}
      {words.kind === "failed" && isReadable && <Notice kind="warning">{words.problem.message}</Notice>}
      {words.kind === "done" && words.value !== undefined && <p className={styles.text}>{words.value}</p>}
      <InsertNotice inserting={inserting} />
      <p className={styles.text}>{say(inExcel ? "insertHint" : "outsideInsert")}</p>
      <div className={styles.row}>
        <Button
          appearance="primary"
          disabled={!inExcel}
          disabledFocusable={inserting.state.kind === "busy"}
          onClick={insert}
        >
          {say(inserting.state.kind === "busy" ? "inserting" : "ownInsert")}
        </Button>
      </div>
    </section>
  );
}

const EXAMPLES = {
  base: "ownBaseExample",
  baseDate: "ownBaseDateExample",
  target: "ownTargetExample",
  deadline: "ownDeadlineExample",
} as const;
