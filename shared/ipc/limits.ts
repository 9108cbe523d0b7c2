/** Characters of base64 that one imported file may have: an export of many years has a third of it. Apart from the schemas: the window needs none to say it. */
export const mostImported = 64_000_000
