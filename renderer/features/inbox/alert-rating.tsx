import type { AlertView } from '../../../shared/model/alert.ts'
import { useFeature } from '../../app/services.tsx'
import { Button } from '../../ui/button.tsx'
import { inboxStrings as words } from './strings.ts'

const ratings = ['useful', 'wrong', 'known'] as const

export function AlertRating({ alert }: { readonly alert: AlertView }) {
  const rate = useFeature('inbox', (inbox) => inbox.rate)
  return (
    <section>
      <h3 id="rating" className="mb-2 text-s font-medium text-ink-3">
        {words.rightToTell}
      </h3>
      <div role="group" aria-labelledby="rating" className="flex flex-wrap gap-1.5">
        {ratings.map((rating) => (
          <Button
            key={rating}
            kind="chip"
            size="s"
            aria-pressed={alert.rating === rating}
            onClick={() => void rate(alert, alert.rating === rating ? null : rating)}
          >
            {words.ratings[rating]}
          </Button>
        ))}
      </div>
    </section>
  )
}
