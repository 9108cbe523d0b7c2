/** As many characters as `apply` takes as arguments without fail. */
const piece = 32_768

export function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  for (let from = 0; from < bytes.length; from += piece) text += String.fromCharCode(...bytes.subarray(from, from + piece))
  return btoa(text)
}
