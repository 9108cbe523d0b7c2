import { z } from 'zod'
import { configurationSchema } from './schema.ts'

/** What editors complete operator.yaml by: the shape of what may be written, before defaults are filled in. */
export function configurationJsonSchema(): unknown {
  return z.toJSONSchema(configurationSchema, {
    io: 'input',
    target: 'draft-2020-12',
    // Our own mark, which editors do not know.
    override: ({ jsonSchema }) => void delete jsonSchema['secret'],
  })
}
