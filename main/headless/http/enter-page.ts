/**
 * Where a one-time link leads. The code stands behind # and so never reaches a log or another site's Referer; the script hands it in with a POST,
 * since a GET changes nothing here.
 */
export const enterPage = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Thanos Operator</title>
  <script type="module" src="/enter.js"></script>
  <p id="say">Opening…</p>
</html>
`

export const enterScript = `const code = location.hash.slice(1)
history.replaceState(null, '', '/enter')
const answer = await fetch('/session', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Thanos-Request': '1' },
  body: JSON.stringify({ code }),
})
if (answer.ok) location.replace('/')
else document.getElementById('say').textContent = 'This link was used already or is too old. thanos link gives a new one.'
`
