import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { DoneIcon, InfoIcon, WarningIcon } from "../icons";
import { Notice } from "../notice";
import type { PaneHost } from "../pane-host";
import { Section } from "../section";
import type { Word } from "../words/en";
import { useSpeech, type Speech } from "../words/speech";
import { useWork } from "../work";
import type { GatewayHealth, ProviderHealth, ProviderState } from "./health";

const useStyles = makeStyles({
  text: { margin: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: "anywhere" },
  minor: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: "anywhere",
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: {
    display: "grid",
    gridTemplateColumns: "16px 1fr",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  icon: { display: "flex", paddingTop: "2px" },
  failing: { color: tokens.colorStatusDangerForeground1 },
});

interface GatewayStateProps {
  readonly host: Pick<PaneHost, "gateway" | "health">;
  readonly shown: boolean;
}

/** Where newer figures come from and how that is doing, asked when somebody looks; or that there are embedded ones only. */
export function GatewayState({ host: { gateway, health }, shown }: GatewayStateProps): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  if (!gateway || !health)
    return (
      <Section title={say("gatewayTitle")}>
        <p className={styles.text}>{say("gatewayNone")}</p>
        <p className={styles.minor}>{say("gatewayNoneHint")}</p>
      </Section>
    );
  const { address, answered, failed } = gateway();
  return (
    <Section title={say("gatewayTitle")}>
      <p className={styles.text}>
        {say("gatewayAddress")}: <span className={styles.code}>{address}</span>
      </p>
      {answered !== undefined && <p className={styles.minor}>{say("gatewayAnswered", { at: answered })}</p>}
      {failed && <p className={styles.minor}>{say("gatewayFailed", { at: failed.at, why: failed.why })}</p>}
      {shown && <Health health={health} />}
    </Section>
  );
}

function Health({ health }: { readonly health: () => Promise<GatewayHealth> }): ReactElement {
  const styles = useStyles();
  const { say } = useSpeech();
  const [tries, setTries] = useState(0);
  const work = useWork(String(tries), health);
  const again = (
    <Button size="small" onClick={() => setTries(tries + 1)}>
      {say("gatewayAgain")}
    </Button>
  );
  if (work.kind === "busy") return <Spinner size="tiny" labelPosition="after" label={say("gatewayAsking")} />;
  if (work.kind === "failed")
    return (
      <Notice kind="warning" actions={again}>
        {work.problem.message}
      </Notice>
    );
  const { isService, product, started, providers } = work.value;
  return (
    <>
      <p className={styles.minor} role="status">
        {isService ? say("gatewayRuns", { product, at: started }) : say("gatewayStatic", { at: started })}
      </p>
      <ul className={styles.list} aria-label={say("providers")}>
        {providers.map((provider) => (
          <Provider key={provider.id} provider={provider} />
        ))}
      </ul>
      <div>{again}</div>
    </>
  );
}

const STATE = {
  live: { word: "providerLive", Icon: DoneIcon },
  stale: { word: "providerStale", Icon: WarningIcon },
  waiting: { word: "providerWaiting", Icon: InfoIcon },
  off: { word: "providerOff", Icon: InfoIcon },
} as const satisfies Record<ProviderState, { readonly word: Word; readonly Icon: () => ReactElement }>;

function Provider({ provider }: { readonly provider: ProviderHealth }): ReactElement {
  const styles = useStyles();
  const speech = useSpeech();
  const { word, Icon } = STATE[provider.state];
  return (
    <li className={styles.item}>
      <span className={`${styles.icon} ${provider.state === "stale" ? styles.failing : ""}`}>
        <Icon />
      </span>
      <div>
        <div className={styles.text}>
          <span lang="en">{provider.name}</span>: {speech.say(word)}
        </div>
        <div className={styles.minor}>{providerFacts(provider, speech)}</div>
        {provider.failingSince !== undefined && (
          <div className={styles.minor}>
            {speech.say("providerFailing", { at: provider.failingSince, why: provider.failure ?? "" })}
          </div>
        )}
      </div>
    </li>
  );
}

function providerFacts({ series, checked, next }: ProviderHealth, { say }: Speech): string {
  return [
    say("providerSeries", { n: series }),
    ...(checked === undefined ? [] : [say("providerChecked", { at: checked })]),
    ...(next === undefined ? [] : [say("providerNext", { at: next })]),
  ].join(" · ");
}
