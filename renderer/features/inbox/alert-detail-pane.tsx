import { ArrowLeft } from 'lucide-react'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Message } from '../../ui/message.tsx'
import { AlertActions } from './alert-actions.tsx'
import { AlertEvidence } from './alert-evidence.tsx'
import { AlertMenu } from './alert-menu.tsx'
import { AlertHead } from './alert-head.tsx'
import { AlertRating } from './alert-rating.tsx'
import { AlertSteps } from './alert-steps.tsx'
import { inboxStrings as words } from './strings.ts'
import { useSelectedAlert } from './use-selected-alert.ts'

/** Everything about one alert: what it means, what can be done, why it came, what became of it. */
export function AlertDetailPane({
  snoozing,
  onSnoozing,
  onBack,
  className,
}: {
  readonly snoozing: boolean
  readonly onSnoozing: (open: boolean) => void
  readonly onBack: () => void
  readonly className: string
}) {
  const alert = useSelectedAlert()
  const detail = useFeature('inbox', (inbox) => inbox.detail)
  return (
    <article
      aria-label={alert?.title ?? words.noSelection[0]}
      className={classNames('min-h-0 min-w-0 overflow-y-auto px-7.5 pt-6.5 pb-20 @max-[44rem]/main:px-5 @max-[44rem]/main:pt-4', className)}
    >
      <Button kind="quiet" size="s" onClick={onBack} className="mb-3 -ml-2.5 @min-[44rem]/main:hidden">
        <ArrowLeft aria-hidden="true" />
        {words.back}
      </Button>
      {alert === null && detail.kind === 'failed' && <Message words={[words.detailFailed, detail.words]} tone="problem" />}
      {alert === null && detail.kind !== 'failed' && <Message words={words.noSelection} />}
      {alert !== null && (
        <>
          <div className="flex items-start gap-2">
            <AlertHead alert={alert} />
            <AlertMenu alert={alert} muted={detail.kind === 'ready' && detail.value.ruleMuted} />
          </div>
          <AlertActions
            alert={alert}
            muted={detail.kind === 'ready' && detail.value.ruleMuted}
            snoozing={snoozing}
            onSnoozing={onSnoozing}
          />
          <AlertEvidence alert={alert} />
          <AlertSteps detail={detail} title={alert.title} />
          <AlertRating alert={alert} />
        </>
      )}
    </article>
  )
}
