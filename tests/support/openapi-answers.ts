import * as fc from 'fast-check'

/** The parts of an OpenAPI 3.0 document that answers are made from. */
export type Schema = {
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly type?: string
  readonly nullable?: boolean
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
}

type Response = { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }

export type OpenApi = {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Readonly<Record<string, Response>> } }>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}

const days = fc.constantFrom('2026-01-18', '2026-01-19', '2026-01-20')

/** Any answer (status and body) that the contract allows for GET of a path. `days` are mixed into what the contract calls ISODate, a mere string. */
export function answersOf(document: OpenApi, path: string): fc.Arbitrary<{ readonly status: number; readonly body: unknown }> {
  const responses = document.paths[path]?.get?.responses
  if (responses === undefined) throw new Error(`The contract has no GET ${path}.`)
  return fc.oneof(
    ...Object.entries(responses).map(([status, response]) => ({
      weight: status === '200' ? 10 : 1,
      arbitrary: fc.record({
        status: fc.constant(Number(status)),
        body: valueOf(document, Object.values(response.content ?? {})[0]?.schema ?? {}, 0),
      }),
    })),
  )
}

function valueOf(document: OpenApi, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  const value = plainValueOf(document, schema, depth)
  return schema.nullable === true ? fc.option(value, { freq: 4 }) : value
}

function plainValueOf(document: OpenApi, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1)
    if (name === 'ISODate') return fc.oneof({ weight: 8, arbitrary: days }, { weight: 1, arbitrary: fc.string() })
    return valueOf(document, document.components.schemas[name] ?? {}, depth + 1)
  }
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => valueOf(document, each, depth + 1)))
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  switch (schema.type) {
    case 'integer':
      return fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer(), fc.maxSafeInteger())
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true })
    case 'boolean':
      return fc.boolean()
    case 'string':
      return fc.string()
    case 'array':
      return fc.array(valueOf(document, schema.items ?? {}, depth + 1), { maxLength: 4 })
    case 'object':
      return objectOf(document, schema, depth)
    default:
      return fc.jsonValue({ maxDepth: 1 })
  }
}

function objectOf(document: OpenApi, schema: Schema, depth: number): fc.Arbitrary<unknown> {
  if (schema.properties === undefined) return fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
  const fields = Object.fromEntries(Object.entries(schema.properties).map(([name, each]) => [name, valueOf(document, each, depth + 1)]))
  return fc.record(fields, { requiredKeys: (schema.required ?? []).filter((name) => name in fields) })
}
