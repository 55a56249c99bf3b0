import { Fragment, type ReactNode } from "react";

export interface Fact {
  label: string;
  /** Left out when there is nothing to say. */
  value: ReactNode;
}

/** Facts with their names: label beside value, above it on the phone. */
export function DescriptionList({ facts }: { facts: Fact[] }) {
  const told = facts.filter((fact) => fact.value !== undefined && fact.value !== "" && fact.value !== false);
  if (told.length === 0) return <Fragment />;
  return (
    <dl className="dl">
      {told.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
