import { Button } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { RefreshDesk } from "../../workbook/refresh/desk";
import type { DeskState } from "../../workbook/refresh/desk-state";
import { Notice } from "../notice";
import { useSpeech } from "../words/speech";
import { useRefreshStyles } from "./styles";

interface FreezeSectionProps {
  readonly desk: RefreshDesk;
  readonly state: DeskState;
  readonly disabled: boolean;
}

/** Formulas become values, and come back. */
export function FreezeSection({ desk, state, disabled }: FreezeSectionProps): ReactElement {
  const styles = useRefreshStyles();
  const { say } = useSpeech();
  const { scan, frozen = [], asks, outcome } = state;
  const n = scan?.anchors.length ?? 0;
  const since = frozen.map((block) => block.frozen).sort()[0] ?? "";
  const left = outcome?.kind === "thawed" ? outcome.thawing.left : [];
  return (
    <section className={styles.section} aria-labelledby="refresh-freeze">
      <h2 id="refresh-freeze" className={styles.title}>
        {say("freezeTitle")}
      </h2>
      <p className={styles.text}>{say("freezeText")}</p>
      {asks === "freeze" && n > 0 ? (
        <Notice
          kind="warning"
          actions={
            <>
              <Button size="small" autoFocus onClick={desk.dismiss}>
                {say("cancel")}
              </Button>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={disabled}
                onClick={() => void desk.freeze()}
              >
                {n === 1 ? say("freezeNowOne") : say("freezeNow", { n })}
              </Button>
            </>
          }
        >
          {n === 1 ? say("freezeAskOne") : say("freezeAsk", { n })}
        </Notice>
      ) : n > 0 ? (
        <div className={styles.row}>
          <Button disabledFocusable={disabled} onClick={desk.askToFreeze}>
            {n === 1 ? say("freezeNowOne") : say("freezeNow", { n })}
          </Button>
        </div>
      ) : (
        <p className={styles.text} role="status">
          {say(scan ? "freezeNone" : "loadingFacts")}
        </p>
      )}
      {frozen.length > 0 && (
        <>
          <p className={styles.text}>
            {frozen.length === 1
              ? say("freezeHeldOne", { day: since })
              : say("freezeHeld", { n: frozen.length, day: since })}
          </p>
          <div className={styles.row}>
            <Button disabledFocusable={disabled} onClick={() => void desk.thaw()}>
              {say("thawNow")}
            </Button>
            {left.length > 0 && (
              <Button
                disabledFocusable={disabled}
                onClick={() => void desk.forgetFrozen(left.map(({ block }) => block))}
              >
                {say("forgetNow")}
              </Button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
