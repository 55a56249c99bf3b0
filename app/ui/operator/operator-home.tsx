import Activity from "lucide-react/icons/activity";
import Hospital from "lucide-react/icons/hospital";
import IdCard from "lucide-react/icons/id-card";
import Inbox from "lucide-react/icons/inbox";
import LogIn from "lucide-react/icons/log-in";
import PlugZap from "lucide-react/icons/plug-zap";
import UserSearch from "lucide-react/icons/user-search";
import Users from "lucide-react/icons/users";
import type { FeedLineView } from "#app/domain/feeds/status-view.ts";
import type { OperatorSummaryView } from "#app/domain/feeds/view.ts";
import { useT } from "#app/i18n/t.tsx";
import { Doors } from "../patterns/doors.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Link } from "../primitives/link.tsx";
import { Notice } from "../primitives/notice.tsx";
import { FeedLight, lightOf } from "./feed-light.tsx";
import { feedHref } from "./messages-href.ts";

interface OperatorHomeProps {
  summary: OperatorSummaryView;
  feeds: FeedLineView[];
  /** Sign-ins that wait to be sorted. */
  identities: number;
}

/** What needs an operator today, then the three places they work in. */
export function OperatorHome({ summary, feeds, identities }: OperatorHomeProps) {
  const t = useT();
  const behind = feeds.filter((feed) => lightOf(feed) !== "well").length;
  const doors = [
    {
      href: "/operator/feeds",
      icon: Activity,
      label: t("feeds.title"),
      detail: behind > 0 ? t("feeds.door", { n: behind }) : t("feeds.doorWell"),
    },
    {
      href: "/operator/messages",
      icon: Inbox,
      label: t("messages.title"),
      detail: t("operator.messagesDoor", { n: summary.messagesLastDay }),
    },
    {
      href: "/operator/quarantine",
      icon: UserSearch,
      label: t("quarantine.title"),
      detail: t("quarantine.door", { n: summary.quarantined }),
    },
    {
      href: "/operator/identities",
      icon: LogIn,
      label: t("identities.title"),
      detail: t("identities.door", { n: identities }),
    },
    { href: "/operator/persons", icon: IdCard, label: t("persons.title"), detail: t("persons.door") },
    {
      href: "/operator/facilities",
      icon: Hospital,
      label: t("facilities.title"),
      detail: t("operator.facilitiesDoor", { n: summary.facilities }),
    },
    { href: "/operator/staff", icon: Users, label: t("staff.title"), detail: t("staff.door") },
    {
      href: "/operator/clients",
      icon: PlugZap,
      label: t("clients.title"),
      detail: t("operator.clientsDoor", { n: summary.clients }),
    },
  ];
  return (
    <>
      <PageHead title={t("operator.title")} lead={t("operator.lead")} />
      <Attention summary={summary} identities={identities} />
      <div className="apart">
        <Doors label={t("shell.operator")} doors={doors} wide />
      </div>
      {feeds.length > 0 && (
        <section aria-labelledby="lights" className="apart">
          <h2 id="lights">{t("feeds.title")}</h2>
          <ul className="list">
            {feeds.map((feed) => (
              <li key={feed.facilityId} className="row">
                <Link href={feedHref(feed.facilityId)}>{feed.facility}</Link> <FeedLight feed={feed} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Attention({ summary, identities }: Omit<OperatorHomeProps, "feeds">) {
  const t = useT();
  const { quarantined, rejectedLastDay, lateFacilities } = summary;
  const things = [
    quarantined > 0 && {
      href: "/operator/quarantine",
      text: t("operator.quarantined", { n: quarantined }),
    },
    identities > 0 && { href: "/operator/identities", text: t("identities.door", { n: identities }) },
    rejectedLastDay > 0 && {
      href: "/operator/messages?state=rejected",
      text: t("operator.rejected", { n: rejectedLastDay }),
    },
    lateFacilities > 0 && { href: "/operator/feeds", text: t("operator.silent", { n: lateFacilities }) },
  ].filter((thing) => thing !== false);
  if (things.length === 0) return <p>{t("operator.allGood")}</p>;
  return (
    <Notice tone="needs">
      <h2>{t("operator.attention")}</h2>
      <ul>
        {things.map((thing) => (
          <li key={thing.href}>
            <Link href={thing.href} className="back">
              {thing.text}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
