import LogIn from "lucide-react/icons/log-in";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";

interface SignInFormProps {
  label: string;
  /** The page to open afterwards. */
  returnTo?: string | undefined;
  /** Which digital ID, where it is not the one offered first. */
  provider?: string | undefined;
  look?: "main" | "second";
}

/** Starts the sign-in: a post, so that nothing is started by merely looking at a link. */
export function SignInForm({ label, returnTo, provider, look = "main" }: SignInFormProps) {
  return (
    <form method="post" action="/sign-in">
      <HiddenFields values={{ returnTo, provider }} />
      <Button icon={LogIn} look={look} wide>
        {label}
      </Button>
    </form>
  );
}
