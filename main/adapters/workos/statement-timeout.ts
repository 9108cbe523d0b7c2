import { second } from '../../domain/instant.ts'

/** A statement that runs longer is stopped by the server; in ms. In a file of its own, so that the limit can be known without loading what connects. */
export const statementTimeout = 10 * second
