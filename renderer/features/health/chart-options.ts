import type uPlot from 'uplot'
import type { Series } from '../../../shared/model/health.ts'
import type { Severity } from '../../../shared/model/severity.ts'
import type { Formats } from '../../app/formats.ts'
import type { ChartColours } from './chart-colours.ts'
import { isolated, valueRange } from './columns.ts'
import type { Columns } from './columns.ts'
import { dayNumber, daySplits, dayText } from './days.ts'
import { metricWords, thresholdWords } from './strings.ts'

export type ChartInputs = {
  readonly series: Series
  readonly columns: Columns
  readonly colours: () => ChartColours
  readonly formats: Formats
  readonly today: string
  /** One rem in pixels: labels and lines grow with the text. */
  readonly rem: number
  readonly onHover: (hovered: Hovered | null) => void
}

/** A day under the pointer or the keys, and where it is across the chart's element, in pixels. */
export type Hovered = { readonly index: number; readonly left: number }

const severityColour: Readonly<Record<Severity, keyof ChartColours>> = {
  critical: 'critical',
  high: 'high',
  medium: 'medium',
  low: 'low',
  info: 'text-3',
}

/** The person's own normal is the reference: band under everything, then thresholds, each day thin, the mean heavy, alerts as rings. */
export function chartOptions(inputs: ChartInputs, size: { readonly width: number; readonly height: number }): uPlot.Options {
  const { columns, colours, formats, today, rem, onHover } = inputs
  const font = `450 ${(rem * 0.65625).toFixed(1)}px "Inter Variable", Inter, system-ui, sans-serif`
  const axis = { font, stroke: () => colours()['text-3'], ticks: { show: false } }
  const yRange = valueRange(inputs.series)
  return {
    ...size,
    padding: [10, rem * 1.1, 0, 0],
    legend: { show: false },
    cursor: {
      drag: { x: false, y: false },
      y: false,
      points: { size: 7, width: 2, stroke: () => colours().accent, fill: () => colours().surface },
    },
    scales: { x: { time: false }, y: { range: () => [yRange[0], yRange[1]] } },
    axes: [
      {
        ...axis,
        size: rem * 1.45,
        gap: 6,
        grid: { show: false },
        splits: (plot, _axis, from, to) => daySplits(from, to, plot.bbox.width / devicePixelRatio),
        values: (_plot, splits) => splits.map((day) => label(day, splits, formats, today)),
      },
      {
        ...axis,
        size: rem * 2.25,
        gap: 8,
        space: rem * 2.4,
        grid: { stroke: () => colours().grid, width: 1 },
        // The lowest stands where the days begin, and would touch the first of them.
        values: (_plot, splits) => splits.map((value) => (value === yRange[0] ? '' : formats.number(value))),
      },
    ],
    series: [
      {},
      {
        stroke: () => colours()['text-3'],
        width: 1.2,
        alpha: 0.75,
        points: {
          size: 4,
          fill: () => colours()['text-3'],
          // Always called, and by itself decides: every point where there is room, elsewhere only those no line reaches.
          show: true,
          filter: (plot) => {
            const [from, to] = plot.series[0]?.idxs ?? [0, columns.days.length - 1]
            const roomy = (to - from) * 14 < plot.bbox.width / devicePixelRatio
            return roomy ? null : isolated(columns.values, from, to)
          },
        },
      },
      { stroke: () => colours().accent, width: 2.2, points: { show: false } },
    ],
    hooks: {
      drawClear: [(plot) => drawBand(plot, inputs)],
      drawAxes: [(plot) => drawThresholds(plot, inputs)],
      draw: [(plot) => drawAlerts(plot, inputs), (plot) => drawLatest(plot, inputs)],
      setCursor: [(plot) => onHover(hoveredOf(plot, columns))],
    },
  }
}

function hoveredOf(plot: uPlot, columns: Columns): Hovered | null {
  const index = plot.cursor.idx
  const day = typeof index === 'number' ? columns.days[index] : undefined
  if (typeof index !== 'number' || day === undefined) return null
  return { index, left: plot.valToPos(day, 'x') + plot.bbox.left / devicePixelRatio }
}

function label(day: number, splits: readonly number[], formats: Formats, today: string): string {
  const text = dayText(day)
  // Over years the month and the year say more than the day.
  const years = splits.length > 1 && (splits.at(-1) ?? 0) - (splits[0] ?? 0) > 400
  return years ? formats.monthYear(text) : formats.shortDay(text, today)
}

function drawBand(plot: uPlot, { series, colours }: ChartInputs): void {
  if (series.usual === null) return
  const { left, width } = plot.bbox
  const top = plot.valToPos(series.usual.high, 'y', true)
  const bottom = plot.valToPos(series.usual.low, 'y', true)
  plot.ctx.fillStyle = colours().band
  plot.ctx.fillRect(left, top, width, bottom - top)
}

function drawThresholds(plot: uPlot, { series, colours, formats, rem }: ChartInputs): void {
  const { ctx, bbox } = plot
  ctx.save()
  ctx.globalAlpha = 0.8
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  ctx.font = `450 ${rem * 0.625 * devicePixelRatio}px "Inter Variable", Inter, system-ui, sans-serif`
  ctx.lineWidth = devicePixelRatio
  ctx.setLineDash([3 * devicePixelRatio, 4 * devicePixelRatio])
  for (const { label: name, value, severity } of series.thresholds) {
    const y = Math.round(plot.valToPos(value, 'y', true)) + 0.5
    ctx.strokeStyle = colours()[severityColour[severity]]
    ctx.beginPath()
    ctx.moveTo(bbox.left, y)
    ctx.lineTo(bbox.left + bbox.width, y)
    ctx.stroke()
    ctx.fillStyle = ctx.strokeStyle
    ctx.fillText(
      `${thresholdWords[name] ?? name} ${formats.number(value, Number.isInteger(value) ? 0 : 1)}`,
      bbox.left + 2,
      y - 4 * devicePixelRatio,
    )
  }
  ctx.restore()
}

function drawAlerts(plot: uPlot, { series, columns, colours }: ChartInputs): void {
  const { ctx, bbox } = plot
  const first = columns.days[0]
  if (first === undefined) return
  ctx.save()
  ctx.beginPath()
  ctx.rect(bbox.left - 8, bbox.top - 8, bbox.width + 16, bbox.height + 16)
  ctx.clip()
  ctx.lineWidth = 2.2 * devicePixelRatio
  ctx.fillStyle = colours().surface
  for (const { day, severity } of series.alerts) {
    const at = dayNumber(day)
    const value = columns.values[at - first]
    const { min, max } = plot.scales['x'] ?? {}
    if (typeof value !== 'number' || at < (min ?? 0) || at > (max ?? 0)) continue
    ctx.strokeStyle = colours()[severityColour[severity]]
    ctx.beginPath()
    ctx.arc(plot.valToPos(at, 'x', true), plot.valToPos(value, 'y', true), 4.5 * devicePixelRatio, 0, 2 * Math.PI)
    ctx.fill()
    ctx.stroke()
  }
  ctx.restore()
}

/** The newest reading in sight with its value: the one that is looked for first. */
function drawLatest(plot: uPlot, { columns, colours, formats, rem, series }: ChartInputs): void {
  const { min = 0, max = 0 } = plot.scales['x'] ?? {}
  const index = columns.days.findLastIndex((day, at) => day >= min && day <= max && columns.values[at] !== null)
  const [day, value] = [columns.days[index], columns.values[index]]
  if (day === undefined || value === undefined || value === null) return
  const { ctx } = plot
  const [x, y] = [plot.valToPos(day, 'x', true), plot.valToPos(value, 'y', true)]
  const isMarked = series.alerts.some((alert) => dayNumber(alert.day) === day)
  ctx.save()
  ctx.fillStyle = colours().accent
  if (!isMarked) {
    ctx.beginPath()
    ctx.arc(x, y, 3 * devicePixelRatio, 0, 2 * Math.PI)
    ctx.fill()
  }
  ctx.font = `620 ${rem * 0.6875 * devicePixelRatio}px "Inter Variable", Inter, system-ui, sans-serif`
  ctx.fillStyle = colours()['text-2']
  ctx.textAlign = 'right'
  ctx.textBaseline = 'middle'
  // To the left, where a falling line is above and a rising one below.
  ctx.fillText(formats.number(value, metricWords[series.metric].digits), x - 9 * devicePixelRatio, y)
  ctx.restore()
}
