/** Everything the gateway can do wrong, as its front page explains it. */
export const faultTable = {
  slow: { vi: "Trả lời đúng, nhưng chậm.", en: "Answers rightly, but late." },
  down: { vi: "Trả lời 503: đang bảo trì.", en: "Answers 503: under maintenance." },
  cut: { vi: "Đứt kết nối trước khi trả lời.", en: "The line breaks before the answer." },
  silence: { vi: "Nhận câu hỏi rồi không bao giờ trả lời.", en: "Takes the question and never answers." },
  nonsense: { vi: "Trả lời một trang HTML với mã 200.", en: "Answers a page of HTML with status 200." },
  "no-code": { vi: "Trả lời JSON không có maKetQua.", en: "Answers JSON without maKetQua." },
  "other-card": { vi: "Trả lời về thẻ của người khác.", en: "Answers about somebody else's card." },
  "their-error": { vi: "Trả lời maKetQua 101: lỗi máy chủ.", en: "Answers maKetQua 101: server error." },
  "forgets-tokens": { vi: "Không còn nhận token đã cấp.", en: "Takes no token that it gave." },
} as const satisfies Record<string, { vi: string; en: string }>;

export type FaultName = keyof typeof faultTable;
export const faultNames = Object.keys(faultTable) as FaultName[];

export interface Fault {
  fault: FaultName;
  /** For how many more questions. */
  times: number;
  /** How long `slow` takes. */
  seconds: number;
}

/** At most one fault, for the next so many questions. */
export class Faults {
  #active: Fault | undefined;

  set(fault: FaultName, { times = 1_000, seconds = 5 }: Partial<Omit<Fault, "fault">> = {}): void {
    this.#active = { fault, times, seconds };
  }

  clear(): void {
    this.#active = undefined;
  }

  get active(): Fault | undefined {
    return this.#active;
  }

  /** The fault this question meets, used up once. */
  take(): Fault | undefined {
    const met = this.#active;
    if (met && --met.times <= 0) this.#active = undefined;
    return met;
  }
}
