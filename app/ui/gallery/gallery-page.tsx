import { useT } from "#app/i18n/t.tsx";
import { PageHead } from "../patterns/page-head.tsx";
import type { Themes } from "./contrast.ts";
import { ConfirmStep, Controls } from "./controls.tsx";
import { Frames, Lists } from "./lists.tsx";
import { States, Values } from "./states.tsx";
import { Colours, Spaces, TypeScale } from "./tokens.tsx";

/** The design system on one page: looked at in both themes, in forced colours and in large letters. */
export function GalleryPage({ themes }: { themes: Themes }) {
  const t = useT();
  return (
    <>
      <PageHead title={t("gallery.title")} lead={t("gallery.lead")} />
      <div className="col">
        <States />
        <Values />
        <Lists />
        <Controls />
        <ConfirmStep />
        <Frames />
        <TypeScale />
        <Spaces />
        <Colours themes={themes} />
      </div>
    </>
  );
}
