/** What `rules_off` may name, monitor by monitor. A test compares them with the registry of the monitors. */
export const healthRules = ['readiness', 'hrv', 'sleep', 'stress', 'recovery'] as const
export const taskRules = ['overdue', 'due_today', 'due_tomorrow', 'pile_up', 'commitment', 'commitment_due'] as const
export const patternRules = ['procrastination', 'energy_decline', 'overcommitment', 'sleep_debt', 'context_switching'] as const
