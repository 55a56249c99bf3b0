import type { SceneGroup } from "../scene.ts";
import { correctionScenes } from "./corrections.ts";
import { lanScenes, logScenes } from "./lan.ts";
import { operatorScenes } from "./operator.ts";
import { otherScenes } from "./others.ts";
import { publicScenes } from "./public.ts";
import { resultScenes } from "./results.ts";
import { signInScenes } from "./sign-in.ts";
import { uploadScenes } from "./upload.ts";

/** In the order somebody would show the product. */
export const sceneGroups: SceneGroup[] = [
  { title: "Before signing in", scenes: publicScenes },
  { title: "Signing in", scenes: signInScenes },
  { title: "A full book", scenes: lanScenes },
  { title: "Other people's books", scenes: otherScenes },
  { title: "Reporting a mistake, and answering", scenes: correctionScenes },
  { title: "Explaining results", scenes: resultScenes },
  { title: "Uploading records at a facility", scenes: uploadScenes },
  { title: "Who looked", scenes: logScenes },
  { title: "Operators", scenes: operatorScenes },
];
