import type { Message } from '../../domain/message.ts'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

export function plainText({ title, body }: Pick<Message, 'title' | 'body'>): string {
  return body === '' ? `${title}\n` : `${title}\n\n${body}\n`
}

/** No image, link, style sheet or script: nothing that a mail program loads or blocks. */
export function safeHtml({ title, body }: Pick<Message, 'title' | 'body'>): string {
  const paragraphs = body.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  const html = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`).join('')
  return `<!doctype html><html><body><p><strong>${escapeHtml(title)}</strong></p>${html}</body></html>`
}
