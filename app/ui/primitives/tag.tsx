import type { ReactNode } from "react";
import { Icon, type IconType } from "./icon.tsx";

/** `quiet` states a fact, `needs` asks for attention, `urgent` for action, `danger` is for allergies and refusals. */
export type Tone = "quiet" | "info" | "needs" | "urgent" | "danger";

const classes: Record<Tone, string> = {
  quiet: "tag",
  info: "tag tag-info",
  needs: "tag tag-needs",
  urgent: "tag tag-urgent",
  danger: "tag tag-danger",
};

/** A state in words. */
export function Tag({ tone = "quiet", icon, children }: { tone?: Tone; icon?: IconType; children: ReactNode }) {
  return (
    <span className={classes[tone]}>
      {icon && <Icon of={icon} size={20} />}
      {children}
    </span>
  );
}
