/** The icons of this page; the build draws them into it under these names. */
export type IconName =
  | 'calendar-days'
  | 'circle-check'
  | 'heart-handshake'
  | 'lightbulb'
  | 'list-checks'
  | 'notebook-text'
  | 'sticky-note'
  | 'user-round'
