import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LandingPage } from "#app/ui/public/landing-page.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = await context.sessionIfKnown();
  return { account: session && { name: session.displayName } };
}

export default function Home() {
  const { account } = useLoaderData<typeof loader>();
  return <LandingPage account={account} />;
}
