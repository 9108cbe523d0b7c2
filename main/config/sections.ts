import { z } from 'zod'

/** The schema under one default, optional or null; null where there is nothing around it. */
export function unwrappedOnce(schema: z.core.$ZodType): z.core.$ZodType | null {
  if (
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
  )
    return schema.unwrap()
  return null
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  const inner = unwrappedOnce(schema)
  return inner === null ? schema : unwrapped(inner)
}

/** The keys of a section and their schemas; null for a plain value. */
export function keysOf(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> | null {
  const inner = unwrapped(schema)
  return inner instanceof z.ZodObject ? inner.shape : null
}

/** The schema at a path, or null where the path leads nowhere. An empty path is the whole. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | null {
  const [first, ...rest] = path
  if (first === undefined) return schema
  const inner = keysOf(schema)?.[String(first)]
  return inner === undefined ? null : schemaAt(inner, rest)
}

/** Whether the value at this path names a secret: what was found there is never repeated. */
export function isSecret(schema: z.core.$ZodType): boolean {
  for (let each: z.core.$ZodType | null = schema; each !== null; each = unwrappedOnce(each)) {
    if (each instanceof z.ZodType && each.meta()?.['secret'] === true) return true
  }
  return false
}
