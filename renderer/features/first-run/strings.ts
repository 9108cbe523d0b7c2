export const firstRunStrings = {
  title: 'Welcome',
  windowTitle: 'Welcome, Thanos Operator',
  step: (number: number, all: number) => `Step ${number} of ${all}`,
  next: 'Next',
  skip: 'Skip',
  back: 'Back',
  done: 'Open the inbox',
  watches: {
    title: 'It watches three things, and speaks up once',
    body: 'Everything stays on this computer. It tells you early, says why, and keeps quiet at night unless it is critical.',
    items: [
      ['Your body', 'Readiness, sleep, heart-rate variability and stress, against what is usual for you.'],
      ['Your work', 'Tasks, deadlines and what you promised to whom.'],
      ['The patterns between', 'Putting things off, falling energy, taking on too much.'],
    ],
  },
  data: {
    title: 'Give it something to look at',
    body: 'Connect what you have, or look around with a clearly marked fortnight of sample data. One click removes it.',
    connect: 'Set up a source',
    connectBody: 'Oura, your tasks database, or files you import.',
    sample: 'Use the sample data',
    sampleBody: 'A fortnight that goes downhill, with alerts to try everything on.',
    sampleIn: 'The sample data is in.',
    own: 'Start with your own tasks',
    ownBody: 'Write them in Tasks; nothing needs to be connected.',
  },
  desktop: {
    title: 'Make it yours',
    body: 'All of this is in Settings too.',
  },
}
