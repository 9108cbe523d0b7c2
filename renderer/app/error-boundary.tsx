import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { Message } from '../ui/message.tsx'
import { appStrings as words } from './strings.ts'

type Props = { readonly children: ReactNode }
type State = { readonly broken: boolean }

/** One screen's failure stays on that screen. A class, for React has no other way to catch what drawing throws. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false }

  static getDerivedStateFromError(): State {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Message words={words.broken} tone="problem">
        <Button kind="primary" onClick={() => this.setState({ broken: false })}>
          {words.reopen}
        </Button>
      </Message>
    )
  }
}
