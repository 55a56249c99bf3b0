import fs from "node:fs";
import { themesOf } from "#app/ui/gallery/contrast.ts";
import { GalleryPage } from "#app/ui/gallery/gallery-page.tsx";
import { StatusesPage } from "#app/ui/help/statuses-page.tsx";
import { AccessibilityPage } from "#app/ui/public/accessibility-page.tsx";
import { HelpPage } from "#app/ui/public/help-page.tsx";
import { LandingPage } from "#app/ui/public/landing-page.tsx";
import { LevelTooLowPage } from "#app/ui/public/level-too-low-page.tsx";
import { ScamPage } from "#app/ui/public/scam-page.tsx";
import { SignInPage } from "#app/ui/public/sign-in-page.tsx";
import { SignInProblemPage } from "#app/ui/public/sign-in-problem-page.tsx";
import type { SignInProblem } from "#app/ui/public/sign-in-problems.ts";
import { SignedOutPage } from "#app/ui/public/signed-out-page.tsx";
import type { PreviewPage } from "./pages.tsx";

const tokens = fs.readFileSync("app/ui/styles/tokens.css", "utf8");
const problems: SignInProblem[] = ["cancelled", "provider-down", "identity-unclear"];

export const publicPages: PreviewPage[] = [
  { name: "landing", path: "/", element: <LandingPage /> },
  {
    name: "landing-signed-in",
    path: "/",
    account: { name: "Nguyễn Thị Lan" },
    element: <LandingPage account={{ name: "Nguyễn Thị Lan" }} />,
  },
  { name: "sign-in", path: "/sign-in", element: <SignInPage returnTo="/book/results" /> },
  {
    name: "sign-in-several",
    path: "/sign-in",
    element: (
      <SignInPage
        choices={["VNeID", "eSignet"].map((name) => ({ id: name.toLowerCase(), label: { vi: name, en: name } }))}
      />
    ),
  },
  { name: "level", path: "/sign-in/level", element: <LevelTooLowPage /> },
  ...problems.map((reason) => ({
    name: `problem-${reason}`,
    path: "/sign-in/problem",
    element: <SignInProblemPage reason={reason} reference="7f3a-91" />,
  })),
  { name: "signed-out", path: "/signed-out", element: <SignedOutPage locked={false} /> },
  { name: "help", path: "/help", element: <HelpPage /> },
  { name: "statuses", path: "/help/statuses", element: <StatusesPage /> },
  { name: "gallery", path: "/gallery", element: <GalleryPage themes={themesOf(tokens)} /> },
  { name: "scam", path: "/help/scam", element: <ScamPage host="sokhoe.example" /> },
  { name: "accessibility", path: "/accessibility", element: <AccessibilityPage /> },
];
