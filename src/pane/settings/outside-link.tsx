import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({
  link: { color: tokens.colorBrandForegroundLink, textDecorationLine: "underline" },
});

interface OutsideLinkProps {
  readonly href: string;
  readonly children: ReactNode;
}

/** A page that opens beside the pane, which is too narrow for it. */
export function OutsideLink({ href, children }: OutsideLinkProps): ReactElement {
  const styles = useStyles();
  return (
    <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
