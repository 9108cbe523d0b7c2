// Writes what editors and packages need of the configuration: resources/operator.schema.json and resources/operator.default.yaml.
// Run after every change of main/config/schema.ts (`node build/scripts/config-resources.mjs`); a test fails while they are stale.
import { mkdirSync, writeFileSync } from 'node:fs'
import { defaultText } from '../../main/config/default-text.ts'
import { configurationJsonSchema } from '../../main/config/json-schema.ts'

mkdirSync('resources', { recursive: true })
writeFileSync('resources/operator.schema.json', `${JSON.stringify(configurationJsonSchema(), null, 2)}\n`)
writeFileSync('resources/operator.default.yaml', defaultText())
console.log('resources/operator.schema.json and resources/operator.default.yaml written')
