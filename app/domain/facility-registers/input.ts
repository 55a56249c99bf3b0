import { z } from "zod";

const line = (max: number) => z.string().trim().min(1, "required").max(max, "too-long");
const day = z
  .string()
  .trim()
  .min(1, "required")
  .refine((v) => z.iso.date().safeParse(v).success, "date");
const optionalDay = z
  .string()
  .trim()
  .optional()
  .refine((v) => !v || z.iso.date().safeParse(v).success, "date")
  .transform((v) => v || undefined);

/** A signed table of reference ranges as an operator's form sends it. Line ends become those of the file it was. */
export const rangeTableInput = z
  .object({
    idempotencyKey: z.uuid(),
    csv: z
      .string()
      .max(200_000, "too-long")
      .transform(
        (text) =>
          `${text
            .replace(/^\ufeff/, "")
            .replace(/\r\n?/g, "\n")
            .trimEnd()}\n`,
      )
      .refine((text) => text.trim() !== "", "required"),
    validFrom: day,
    validTo: optionalDay,
    sourceDocument: line(300),
    signedBy: line(200),
    signature: z
      .string()
      .trim()
      .max(8_192, "too-long")
      .optional()
      .transform((v) => v || undefined),
    rangeBasis: line(300),
  })
  .refine((v) => !v.validTo || v.validTo > v.validFrom, { path: ["validTo"], message: "ends-before" });
export type RangeTableInput = z.infer<typeof rangeTableInput>;

/** A machine that AI helps, by its code in XML3.MA_MAY. */
export const machineInput = z.object({
  machineCode: line(100).refine((v) => !/[;\s]/.test(v), "machine-code"),
  machineName: line(200),
  registration: line(200),
  machineSince: day,
  machineBasis: line(300),
});
export type MachineInput = z.infer<typeof machineInput>;

/** The end of one's being registered. */
export const machineEndInput = z.object({ machineCode: line(100), machineSince: day, machineUntil: day });

const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{2,5})?$/;

/** Of a template, the host it leads to, whatever stands for the study; `undefined` for one that is none. */
export function hostOfTemplate(template: string): string | undefined {
  const names = [...template.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
  if (names.length === 0 || names.some((name) => name !== "studyUid" && name !== "accession")) return undefined;
  const [one, other] = ["1.2.3", "9.8.7"].map((value) => template.replace(/\{\w+\}/g, value));
  if (!one || !other || !URL.canParse(one) || !URL.canParse(other)) return undefined;
  const url = new URL(one);
  const fixed = url.host === new URL(other).host && !url.username && !url.password;
  return url.protocol === "https:" && fixed ? url.host : undefined;
}

/** Where a facility shows its pictures: an https address with {studyUid} or {accession}, on the allowed host alone. */
export const viewerInput = z
  .object({
    viewerTemplate: line(500).refine((v) => hostOfTemplate(v) !== undefined, "viewer-template"),
    viewerHost: line(253)
      .transform((v) => v.toLowerCase())
      .refine((v) => HOST.test(v), "host"),
    viewerBasis: line(300),
  })
  .refine((v) => hostOfTemplate(v.viewerTemplate) === v.viewerHost, { path: ["viewerHost"], message: "other-host" });
export type ViewerInput = z.infer<typeof viewerInput>;
