import type { UploadedFileView } from "#app/domain/feeds/view.ts";
import { useI18n } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import { Button } from "../primitives/button.tsx";
import { controlProps, FieldFrame } from "../primitives/field.tsx";
import { Notice } from "../primitives/notice.tsx";
import { UploadedFile } from "./uploaded-file.tsx";

interface UploadPageProps {
  facility: string;
  code5: string | undefined;
  /** Files that one form may bring. */
  most: number;
  /** What became of the files that were just sent. */
  sent: { files: UploadedFileView[]; tooMany: number } | undefined;
}

/** For a facility whose system sends nothing by itself: files chosen in the browser, and what became of each. */
export function UploadPage({ facility, code5, most, sent }: UploadPageProps) {
  const { t } = useI18n();
  const nothing = sent && sent.files.length === 0;
  const field = {
    name: "files",
    label: t("upload.files"),
    hint: t("upload.filesHint", { n: most }),
    required: true,
    errors: nothing ? { files: [t("upload.nothing")] } : undefined,
  };
  return (
    <>
      <PageHead
        title={t("upload.title")}
        eyebrow={[facility, code5].filter(Boolean).join(" · ")}
        lead={t("upload.lead")}
      />
      {sent && sent.files.length > 0 && <Results {...sent} most={most} />}
      <form method="post" encType="multipart/form-data" className={sent ? "form-one apart" : "form-one"}>
        <FieldFrame {...field}>
          <input className="input" type="file" multiple accept=".xml,.json" {...controlProps(field)} />
        </FieldFrame>
        <p className="soft">{t("upload.again")}</p>
        <div>
          <Button wide>{t("upload.send")}</Button>
        </div>
      </form>
    </>
  );
}

function Results({ files, tooMany, most }: { files: UploadedFileView[]; tooMany: number; most: number }) {
  const { t } = useI18n();
  const good = files.filter((file) => file.state === "accepted").length;
  return (
    <section aria-labelledby="results" className="apart">
      <h2 id="results">{t("upload.results")}</h2>
      <Notice tone={good === files.length ? "info" : "needs"} alert>
        <p>{t("upload.summary", { good, n: files.length })}</p>
        {tooMany > 0 && <p>{t("upload.tooMany", { n: tooMany, most })}</p>}
      </Notice>
      {files.map((file, at) => {
        const key = `${at}`;
        return <UploadedFile key={key} file={file} />;
      })}
    </section>
  );
}
