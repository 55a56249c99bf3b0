import { createLogger, type Logger } from "#app/http/log.ts";

export interface CapturedLog {
  logger: Logger;
  /** Every line as it would be written. */
  lines: string[];
  /** The lines with this message, read. */
  of(message: string): LogLine[];
  clear(): void;
}

export interface LogLine {
  msg: string;
  level: number;
  [field: string]: unknown;
}

/** A process's logger whose lines can be read. */
export function capturedLog(): CapturedLog {
  const lines: string[] = [];
  const logger = createLogger({ logLevel: "info" }, "test", { write: (line) => lines.push(line) });
  return {
    logger,
    lines,
    of: (message) => lines.map((line) => JSON.parse(line) as LogLine).filter((line) => line.msg === message),
    clear: () => lines.splice(0),
  };
}
