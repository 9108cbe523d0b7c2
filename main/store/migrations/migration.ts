/** One step of the schema. Never edited after it has shipped: a change is a new step. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }
