import type { RulePrecision } from '../../../shared/model/alert.ts'
import { useFormats } from '../../app/use-formats.tsx'
import { settingHref } from '../settings/setting-place.ts'
import { ruleNames } from '../inbox/rule-names.ts'
import { settingWords } from '../settings/setting-words.ts'
import { patternsStrings } from './strings.ts'

const words = patternsStrings.precision

/** How often each rule was right, as its owner rated it, with what can be said for sure; and, where it was wrong too often, a milder setting to take or leave. */
export function PrecisionSection({ rules }: { readonly rules: readonly RulePrecision[] }) {
  const formats = useFormats()
  const percent = (share: number) => `${formats.number(share * 100, 0)} %`
  return (
    <section aria-labelledby="precision" className="max-w-[64rem] border-t border-line pt-6">
      <h2 id="precision" className="text-l font-semibold">
        {words.title}
      </h2>
      {rules.length === 0 ? (
        <p className="mt-1 text-m text-ink-2">{words.none}</p>
      ) : (
        <table className="mt-3 w-full text-left text-m">
          <thead className="text-s text-ink-3">
            <tr>
              {words.columns.map((column) => (
                <th key={column} scope="col" className="py-1.5 pr-4 font-normal">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line tabular-nums">
            {rules.map((rule) => (
              <tr key={rule.rule} className="align-top">
                <th scope="row" className="py-2 pr-4 font-normal">
                  {ruleNames[rule.rule] ?? rule.rule}
                  {rule.proposal !== null && (
                    <p className="mt-0.5 text-s text-ink-2">
                      {proposalWords(rule.proposal)}{' '}
                      <a href={settingHref(rule.proposal.path)} className="whitespace-nowrap text-accent hover:underline">
                        {words.toSetting}
                      </a>
                    </p>
                  )}
                </th>
                <td className="py-2 pr-4">{rule.useful}</td>
                <td className="py-2 pr-4">{rule.known}</td>
                <td className="py-2 pr-4">{rule.wrong}</td>
                <td className="py-2 pr-4">{words.share(percent(rule.right), percent(rule.low), percent(rule.high))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

/** In the words of the setting; a list of rules has none of its own, and the operator's sentence says it. */
function proposalWords({ from, path, sentence, to }: NonNullable<RulePrecision['proposal']>): string {
  const label = settingWords[path]?.label
  return label === undefined ? sentence : words.proposal(label, to, from)
}
