import { readCommandConfig } from "#app/config.ts";
import { recordAct } from "#app/domain/audit/record-act.ts";
import { rawMessage } from "#app/domain/feeds/raw-message.ts";
import { connect } from "#db/client.ts";
import { ownKeys } from "../command.ts";
import { findFacility } from "./find-facility.ts";

/** The bytes of a kept delivery, as they came. An operator's act: it is written down before anything is shown. */
export async function rawBytes(input: { facility: string; messageId: string }): Promise<Buffer> {
  const config = readCommandConfig(["DATABASE_URL", "FEED_DATABASE_URL", "KEYS_DIR", "SANDBOX"]);
  const keys = ownKeys(config);
  const portal = connect(config.DATABASE_URL, { applicationName: "so-khoe-raw", max: 1 });
  const feed = connect(config.FEED_DATABASE_URL, { applicationName: "so-khoe-raw", max: 1 });
  try {
    const facilityId = await findFacility(portal, input.facility);
    const { bytes } = await rawMessage({ db: feed, keys }, { facilityId, messageId: input.messageId });
    await portal.transaction({}, (tx) =>
      recordAct(
        tx,
        { actor: { kind: "job", name: "feed-raw" } },
        { act: "feed.raw-read", about: { kind: "message", id: input.messageId } },
      ),
    );
    return bytes;
  } finally {
    await Promise.all([portal.close(), feed.close()]);
  }
}
