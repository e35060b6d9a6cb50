import { Button, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ComponentType, type ReactElement } from "react";
import { Notice } from "./notice";
import { useSpeech } from "./words/speech";

const useStyles = makeStyles({ place: { padding: tokens.spacingHorizontalM } });

/** A part that loads when it is first drawn; where it cannot be loaded it says so and offers to try again. */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactElement {
  let loaded: ComponentType<Props> | undefined;
  return function Later(props) {
    const styles = useStyles();
    const { say } = useSpeech();
    const [Part, setPart] = useState(() => loaded);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Part || failed) return;
      let current = true;
      load().then(
        (part) => {
          loaded = part;
          if (current) setPart(() => part);
        },
        (thrown: unknown) => {
          console.error(thrown);
          if (current) setFailed(true);
        },
      );
      return () => {
        current = false;
      };
    }, [Part, failed]);
    if (Part) return <Part {...props} />;
    return (
      <div className={styles.place}>
        {failed ? (
          <Notice
            kind="error"
            actions={
              <Button size="small" onClick={() => setFailed(false)}>
                {say("tryAgain")}
              </Button>
            }
          >
            {say("partNotLoaded")}
          </Notice>
        ) : (
          <Spinner size="tiny" label={say("loadingPart")} />
        )}
      </div>
    );
  };
}
