import EyeOff from "lucide-react/icons/eye-off";
import Info from "lucide-react/icons/info";
import OctagonAlert from "lucide-react/icons/octagon-alert";
import TriangleAlert from "lucide-react/icons/triangle-alert";
import type { ReactNode } from "react";
import { Icon, type IconType } from "./icon.tsx";

export type NoticeTone = "info" | "needs" | "danger" | "hidden";

const looks: Record<NoticeTone, { className: string; icon: IconType }> = {
  info: { className: "notice", icon: Info },
  needs: { className: "notice notice-needs", icon: TriangleAlert },
  danger: { className: "notice notice-danger", icon: OctagonAlert },
  hidden: { className: "notice notice-plain", icon: EyeOff },
};

/** Something to know before reading on. `role="alert"` belongs to answers to what the reader just did. */
export function Notice({
  tone = "info",
  alert,
  children,
}: {
  tone?: NoticeTone;
  alert?: boolean;
  children: ReactNode;
}) {
  const { className, icon } = looks[tone];
  return (
    <div className={className} role={alert ? "alert" : undefined}>
      <Icon of={icon} />
      <div>{children}</div>
    </div>
  );
}
