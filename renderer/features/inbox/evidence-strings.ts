import type { Severity } from '../../../shared/model/severity.ts'

function level(severity: Severity): string {
  return severity === 'critical' ? 'critical' : 'a warning'
}

function below(severity: Severity): string {
  return `${level(severity)} below`
}

/** Words for the keys of evidence; a key without any is shown as it is written. */
export const evidenceStrings = {
  yes: 'Yes',
  no: 'No',
  underAMinute: 'under a minute',
  valueLabels: {
    readiness: 'last night',
    sleep: 'asleep last night',
    hrv: 'last night',
    recovery: 'last night',
    stress: 'measured',
  } as Readonly<Record<string, string>>,
  thresholdLabels: {
    readiness: below,
    sleep: below,
    hrv: below,
    recovery: below,
    stress: (severity: Severity) => `${level(severity)} above`,
    commitment: () => 'are let pass',
    sleep_debt: () => 'make a debt',
    overcommitment: () => 'healthy is below',
    procrastination: () => 'is putting off',
  } as Readonly<Record<string, (severity: Severity) => string>>,
  labels: {
    value: 'measured',
    days_late: 'days late',
    hours_left: 'hours left',
    count: 'in all',
    nights: 'nights',
    ratio: 'created to completed',
    mean_last_7_days: 'mean of 7 days',
    mean_7_days_before: 'mean of the 7 before',
    decline_percent: 'fallen',
    deviation_percent: 'from your usual',
    threshold: 'speaks up at',
    baseline: 'your usual',
    created: 'created',
    completed: 'completed',
    hours: 'Hours asleep',
    oldest: 'The oldest',
    task: 'Task',
    tasks: 'Tasks',
    promise: 'Promise',
    person: 'Person',
    day: 'Day',
    days: 'Days counted',
    from: 'From',
    to: 'To',
    readings: 'Readings',
    clients: 'Clients',
    source: 'Source',
    age_seconds: 'Age of the data',
    derived: 'Derived',
  } as Readonly<Record<string, string>>,
  units: { sleep: 'h', hrv: 'ms' } as Readonly<Record<string, string>>,
  thresholdUnits: { hrv: '%', energy_decline: '%', sleep_debt: 'h', commitment: 'days' } as Readonly<Record<string, string>>,
  sources: {
    oura: 'Oura',
    workos: 'Tasks database',
    local: 'This computer',
    state_files: 'State files',
    csv: 'CSV file',
    sample: 'Sample data',
  } as Readonly<Record<string, string>>,
}
