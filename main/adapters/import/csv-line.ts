import { parse } from 'csv-parse/sync'

/** The fields of one line; undefined where its quotes do not match. */
export function parseCsvLine(line: string, separator: string): readonly string[] | undefined {
  if (!line.includes('"')) return line.split(separator)
  try {
    const [fields] = parse(line, { delimiter: separator, relax_column_count: true })
    return fields
  } catch {
    return undefined
  }
}
