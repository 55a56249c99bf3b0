import { type Channel, channels, folded } from "./message.ts";

/** Everything a provider can do wrong, as the front page explains it. */
export const faultTable = {
  refuse: {
    vi: "Không nhận, bảo gửi lại sau (SMS, Zalo: 503; e-mail: 451).",
    en: "Takes nothing and says to try again later (SMS, Zalo: 503; e-mail: 451).",
  },
  reject: {
    vi: "Không nhận, vì không có người nhận này (SMS, Zalo: 422; e-mail: 550).",
    en: "Takes nothing, because there is no such recipient (SMS, Zalo: 422; e-mail: 550).",
  },
  delay: {
    vi: "Nhận, nhưng trả lời chậm.",
    en: "Takes the message, but answers late.",
  },
  "lose-answer": {
    vi: "Nhận, rồi đứt kết nối trước khi trả lời.",
    en: "Takes the message, then the line breaks before the answer.",
  },
  "no-answer": {
    vi: "Nhận, rồi không bao giờ trả lời.",
    en: "Takes the message, then never answers.",
  },
  undelivered: {
    vi: "Nhận, nhưng báo nhận cho biết không tới được máy.",
    en: "Takes the message, but the receipt says that it never reached the phone.",
  },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FaultName = keyof typeof faultTable;
export const faultNames = Object.keys(faultTable) as FaultName[];

export interface Fault {
  fault: FaultName;
  channel: Channel;
  /** For how many more messages. */
  times: number;
  /** How long `delay` takes. */
  seconds: number;
  /** Only messages to this recipient; all, when it is missing. */
  to?: string;
}

export type FaultOrder = Omit<Fault, "channel"> & { channel: Channel | "all" };

/** At most one fault per channel, for the next so many messages it fits. */
export class Faults {
  readonly #active = new Map<Channel, Fault>();

  set({ channel, ...fault }: FaultOrder): void {
    for (const one of covered(channel)) this.#active.set(one, { ...fault, channel: one });
  }

  clear(channel: Channel | "all"): void {
    for (const one of covered(channel)) this.#active.delete(one);
  }

  list(): Fault[] {
    return [...this.#active.values()];
  }

  /** The fault this message meets, used up once. */
  take(channel: Channel, to: readonly string[]): Fault | undefined {
    const fault = this.#active.get(channel);
    if (!fault) return undefined;
    const only = fault.to;
    if (only !== undefined && !to.some((one) => folded(one) === folded(only))) return undefined;
    fault.times -= 1;
    if (fault.times === 0) this.#active.delete(channel);
    return fault;
  }
}

const covered = (channel: Channel | "all"): readonly Channel[] => (channel === "all" ? channels : [channel]);
