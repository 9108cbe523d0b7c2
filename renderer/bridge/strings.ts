export const bridgeStrings = {
  unreachable: 'The operator does not answer. It may have stopped; start it again and this page picks up where it was.',
  unauthorized: 'This page is not signed in any more. Open the address that the operator printed when it started.',
  malformed: (status: number) => `The operator gave an answer that makes no sense (HTTP ${status}). Restart it, then try again.`,
}
