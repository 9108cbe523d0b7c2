/** Whether this machine has a way out at all, asked before a failure is blamed on a service. */
export interface Connectivity {
  isOnline(): Promise<boolean>
}
