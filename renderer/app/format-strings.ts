export const formatStrings = {
  justNow: 'just now',
  inAMoment: 'in a moment',
  today: 'Today',
  tomorrow: 'Tomorrow',
  yesterday: 'Yesterday',
  ago: (amount: string) => `${amount} ago`,
  ahead: (amount: string) => `in ${amount}`,
  milliseconds: (count: number) => `${count} ms`,
  seconds: (count: string) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => `${count} d`,
}
