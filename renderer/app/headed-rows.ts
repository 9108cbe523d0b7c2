export type HeadedRow<Item> =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'item'; readonly item: Item; readonly index: number }

/** The rows of a list in its own order, with a heading wherever `headingOf` gives another one than before; null gives none. */
export function headedRows<Item>(items: readonly Item[], headingOf: (item: Item) => string | null): readonly HeadedRow<Item>[] {
  const rows: HeadedRow<Item>[] = []
  let before: string | null = null
  for (const [index, item] of items.entries()) {
    const text = headingOf(item)
    if (text !== null && text !== before) rows.push({ kind: 'heading', text })
    rows.push({ kind: 'item', item, index })
    before = text
  }
  return rows
}
