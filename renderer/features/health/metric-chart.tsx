import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import type { Hovered } from './chart-options.ts'
import type { Series } from '../../../shared/model/health.ts'
import { useFeature, useServices } from '../../app/services.tsx'
import { useFormats } from '../../app/use-formats.tsx'
import { useRemPixels } from '../../ui/rem-pixels.ts'
import { onThemeChange, readColours } from './chart-colours.ts'
import { chartOptions } from './chart-options.ts'
import { columnsOf } from './columns.ts'
import { dayText } from './days.ts'
import { HoverCard, hoverWords } from './hover-card.tsx'
import { healthStrings as words, metricWords } from './strings.ts'

/** One metric as lines. It is a slider over days: arrows go from day to day and each is said aloud. */
export function MetricChart({ series, height }: { readonly series: Series; readonly height: number }) {
  const host = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot | null>(null)
  const [hovered, setHover] = useState<Hovered | null>(null)
  const hover = hovered?.index ?? null
  const formats = useFormats()
  const rem = useRemPixels()
  const { stores } = useServices()
  const { pan, zoom } = stores.health.getState()
  const go = useFeature('router', (router) => router.go)
  const columns = useMemo(() => columnsOf(series), [series])

  useEffect(() => {
    const element = host.current
    if (element === null) return
    let colours = readColours(element)
    const size = () => ({ width: element.clientWidth, height: (height * rem) / 16 })
    const chart = new uPlot(
      chartOptions({ series, columns, colours: () => colours, formats, today: series.to, rem, onHover: setHover }, size()),
      [[...columns.days], [...columns.values], [...columns.means]],
      element,
    )
    plot.current = chart
    const show = () => {
      const { window } = stores.health.getState()
      chart.setScale('x', { min: window.from, max: window.to })
    }
    show()
    // Straight from the store: five charts follow a pan without React drawing anything.
    const unsubscribe = stores.health.subscribe((state, before) => state.window !== before.window && show())
    const resize = new ResizeObserver(() => chart.setSize(size()))
    resize.observe(element)
    const stopTheme = onThemeChange(() => {
      colours = readColours(element)
      chart.redraw(false)
    })
    const wheel = (event: WheelEvent) => {
      const days = (stores.health.getState().window.to - stores.health.getState().window.from) / chart.over.clientWidth
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault()
        zoom(Math.exp(event.deltaY * 0.004), chart.posToVal(event.clientX - chart.over.getBoundingClientRect().left, 'x'))
      } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault()
        pan(event.deltaX * days)
      }
    }
    // Not through React: its wheel listeners are passive and could not keep the page from zooming.
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      element.removeEventListener('wheel', wheel)
      stopTheme()
      resize.disconnect()
      unsubscribe()
      chart.destroy()
      plot.current = null
    }
  }, [series, columns, formats, height, rem, stores, pan, zoom])

  const alertAt = (index: number | null) => series.alerts.find(({ day }) => index !== null && day === dayText(columns.days[index] ?? 0))
  const openAlert = (index: number | null) => {
    const alert = alertAt(index)
    if (alert !== undefined) go('inbox', alert.id)
  }
  const moveTo = (index: number) => {
    const day = columns.days[index]
    const chart = plot.current
    if (day === undefined || chart === null) return
    const { window } = stores.health.getState()
    if (day < window.from) pan(day - window.from)
    if (day > window.to) pan(day - window.to)
    const value = columns.values[index] ?? columns.means[index] ?? series.usual?.mean ?? 0
    // The chart takes in a new range at the end of this turn: a day outside the old one has no place on it before.
    queueMicrotask(() => chart.setCursor({ left: chart.valToPos(day, 'x'), top: chart.valToPos(value, 'y') }))
  }
  const press = (event: KeyboardEvent) => {
    const last = columns.days.length - 1
    const at = hover ?? last
    const step = event.shiftKey ? 7 : 1
    const actions: Readonly<Record<string, () => void>> = {
      ArrowLeft: () => moveTo(Math.max(0, hover === null ? last : at - step)),
      ArrowRight: () => moveTo(Math.min(last, at + step)),
      Home: () => moveTo(Math.max(0, Math.ceil(stores.health.getState().window.from) - (columns.days[0] ?? 0))),
      End: () => moveTo(last),
      '+': () => zoom(0.7, columns.days[at] ?? 0),
      '=': () => zoom(0.7, columns.days[at] ?? 0),
      '-': () => zoom(1 / 0.7, columns.days[at] ?? 0),
      Enter: () => openAlert(hover),
    }
    const action = actions[event.key]
    if (action === undefined) return
    event.preventDefault()
    action()
  }
  const drag = useDrag((pixels) => {
    const { window } = stores.health.getState()
    const width = plot.current?.over.clientWidth ?? 1
    pan((-pixels / width) * (window.to - window.from))
  })
  const { title } = metricWords[series.metric]
  const said = hover === null ? '' : hoverWords(series, columns, hover, formats)
  return (
    <div
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label={words.chart(title)}
      aria-valuemin={columns.days[0] ?? 0}
      aria-valuemax={columns.days.at(-1) ?? 0}
      aria-valuenow={(hover === null ? columns.days.at(-1) : columns.days[hover]) ?? 0}
      aria-valuetext={said === '' ? hoverWords(series, columns, columns.days.length - 1, formats) : said}
      title=""
      onKeyDown={press}
      onBlur={() => setHover(null)}
      {...drag.handlers}
      onClick={() => !drag.moved.current && openAlert(hover)}
      className="relative touch-pan-y rounded-control select-none"
    >
      {hovered !== null && <HoverCard series={series} columns={columns} index={hovered.index} left={hovered.left} />}
    </div>
  )
}

/** Movement since the last event while the main button is held; `moved` tells a drag from a click. */
function useDrag(onMove: (pixels: number) => void) {
  const last = useRef<number | null>(null)
  const moved = useRef(false)
  const handlers = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return
      last.current = event.clientX
      moved.current = false
    },
    onPointerMove: (event: PointerEvent) => {
      if (last.current === null || event.clientX === last.current) return
      moved.current = true
      event.currentTarget.setPointerCapture(event.pointerId)
      onMove(event.clientX - last.current)
      last.current = event.clientX
    },
    onPointerUp: () => {
      last.current = null
    },
    onPointerCancel: () => {
      last.current = null
    },
  }
  return { handlers, moved }
}
