/** Ends an exhaustive switch: a forgotten case does not compile, and a value from outside that slipped through is named. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
