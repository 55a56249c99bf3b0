export interface Nested<T> {
  item: T;
  parts: Nested<T>[];
}

/**
 * A list as trees: what another item of the list names as its part stands within that one. Every item
 * stands exactly once, also where items name each other in a circle.
 */
export function nest<T extends { id: string }>(
  items: readonly T[],
  partsOf: (item: T) => readonly string[],
): Nested<T>[] {
  const nodes = new Map(items.map((item) => [item.id, { item, parts: [] as Nested<T>[] }]));
  const wholes = new Map<string, string>();
  const stands = (id: string, within: string): boolean => {
    for (let at: string | undefined = within; at !== undefined; at = wholes.get(at)) if (at === id) return true;
    return false;
  };
  for (const item of items) {
    for (const part of partsOf(item)) {
      const node = nodes.get(part);
      if (!node || wholes.has(part) || stands(part, item.id)) continue;
      wholes.set(part, item.id);
      nodes.get(item.id)?.parts.push(node);
    }
  }
  return items.flatMap(({ id }) => (wholes.has(id) ? [] : (nodes.get(id) ?? [])));
}
