import ShieldCheck from "lucide-react/icons/shield-check";
import { Button } from "../primitives/button.tsx";
import { HiddenFields } from "../primitives/hidden-fields.tsx";

interface ConfirmFormProps {
  /** The act of the table of assurance it is for. */
  action: string;
  label: string;
  /** The page to come back to. */
  returnTo: string;
  newTab?: boolean;
}

/** Starts the proof of who it is at the digital ID. */
export function ConfirmForm({ action, label, returnTo, newTab }: ConfirmFormProps) {
  return (
    <form method="post" action="/sign-in" target={newTab ? "_blank" : undefined}>
      <HiddenFields values={{ stepUp: action, returnTo }} />
      <Button icon={ShieldCheck} wide>
        {label}
      </Button>
    </form>
  );
}
