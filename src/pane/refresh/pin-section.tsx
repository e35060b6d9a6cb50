import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { Day } from "../../domain/period";
import { useSpeech } from "../words/speech";
import { useRefreshStyles } from "./styles";

interface PinSectionProps {
  readonly pin: Day | undefined;
  readonly disabled: boolean;
  /** What is typed is judged by the edition, which says what is wrong with it. */
  readonly onPin: (day: Day | undefined) => void;
}

/** Holds the workbook at a day, or lets it go. */
export function PinSection({ pin, disabled, onPin }: PinSectionProps): ReactElement {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  const [text, setText] = useState("");
  return (
    <section className={styles.section} aria-labelledby="refresh-pin">
      <h2 id="refresh-pin" className={styles.title}>
        {say("pinTitle")}
      </h2>
      <p className={styles.text}>{pin === undefined ? say("pinText") : say("pinNow", { day: pin })}</p>
      <Field label={say("pinLabel")} hint={say("pinHint")}>
        <Input value={text} onChange={(_event, { value }) => setText(value)} />
      </Field>
      <div className={styles.row}>
        <Button
          disabled={text.trim() === ""}
          disabledFocusable={disabled}
          onClick={() => onPin(text.trim() as Day)}
        >
          {say(pin === undefined ? "pinSet" : "pinMove")}
        </Button>
        {pin !== undefined && (
          <Button disabledFocusable={disabled} onClick={() => onPin(undefined)}>
            {say("pinEnd")}
          </Button>
        )}
      </div>
    </section>
  );
}
