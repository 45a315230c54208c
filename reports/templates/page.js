// Filter, walk, card, tabs, light and dark. Everything can be read without it.
const root = document.documentElement
root.classList.add('js')
const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)]
const HITS = JSON.parse($('#hits').textContent)
const card = $('#card'), articles = $$('.art'), marks = $$('.art .m')
const narrow = () => innerWidth <= 900
let current = null, walking = null, shown = articles[0]?.dataset.text
let on = () => true // whether a hit is shown and walked

const textOf = m => m.closest('.art').dataset.text
const hitsOf = m => m.dataset.hits.split(' ').map(n => HITS[textOf(m)][n])
const partsOf = m => marks.filter(x => x.dataset.hit === m.dataset.hit && textOf(x) === textOf(m))
const begins = new Map() // mark: the hits that begin in it
const begun = new Set()
for (const m of marks) {
  const fresh = hitsOf(m).filter(h => !begun.has(h))
  fresh.forEach(h => begun.add(h))
  begins.set(m, fresh)
}
const letters = ms => [...new Set(ms.flatMap(m => begins.get(m).filter(h => on(h)).map(h => h.letter)))].join('')
const belongs = h => !walking || ['group:' + h.group, h.marker].includes(walking)
const pressed = name => new Set($$(`.chip[data-${name}][aria-pressed=true]`).map(b => b.dataset[name]))

function filter() {
  const groups = pressed('group'), voices = pressed('voice')
  on = h => groups.has(h.group) && voices.has(h.voice) && belongs(h)
  for (const m of marks) {
    const own = HITS[textOf(m)][m.dataset.hit], wears = on(own) ? own : hitsOf(m).find(on)
    m.className = 'm ' + (wears ? wears.letter : 'off') + (m.classList.contains('cur') ? ' cur' : '')
  }
  for (const line of $$('.ln')) $('.lt', line).textContent = letters($$('.m', line))
  margin()
}

function margin() { // narrow: lines wrap anew, so letters follow the marks
  $$('.ml').forEach(e => e.remove())
  if (!narrow()) return
  for (const article of articles) {
    const at = new Map()
    for (const m of $$('.m', article)) at.set(m.offsetTop, [...(at.get(m.offsetTop) || []), m])
    for (const [top, ms] of at) {
      const e = document.createElement('span')
      e.className = 'ml'; e.ariaHidden = 'true'; e.style.top = top + 'px'; e.textContent = letters(ms)
      article.append(e)
    }
  }
}

function element(name, text) { const e = document.createElement(name); e.textContent = text; return e }

function describe(h) {
  const list = document.createElement('dl')
  for (const [term, value] of [['Words', `“${h.match}”`], ['Entry', h.entry], ['Voice', h.said], ['Where', h.where], ['Marks', h.construct]])
    if (value) list.append(element('dt', term), element('dd', value))
  return [element('h4', `${h.letter} ${h.group_label}: ${h.label}`), list]
}

function show(m, focus) {
  if (current) partsOf(current).forEach(x => x.classList.remove('cur'))
  current = m
  partsOf(m).forEach(x => x.classList.add('cur'))
  marks.forEach(x => { x.tabIndex = -1 })
  m.tabIndex = 0
  turn(textOf(m))
  card.replaceChildren(...hitsOf(m).filter(belongs).flatMap(describe))
  if (focus) { m.focus({ preventScroll: true }); m.scrollIntoView({ block: 'center' }) }
  card.classList.add('on')
  const box = m.getClientRects()[0]
  card.style.left = Math.max(12, Math.min(box.left + scrollX, innerWidth - card.offsetWidth - 16)) + 'px'
  const below = box.bottom + scrollY + 8
  card.style.top = (box.bottom + card.offsetHeight + 16 > innerHeight ? box.top + scrollY - card.offsetHeight - 8 : below) + 'px'
  if (walking) {
    const all = live(), h = hitsOf(m).find(on), row = rowOf(walking)
    $('#walk-t').textContent = `${row ? row.dataset.name : `${h.letter} ${h.label}`}: hit ${all.indexOf(m) + 1} of ${all.length} in the voices shown. ${h.where}.`
  }
}

function hide() {
  card.classList.remove('on')
  if (current) partsOf(current).forEach(x => x.classList.remove('cur'))
}

const rows = $$('[data-key]')
const rowOf = key => rows.find(r => r.dataset.key === key)
const live = () => marks.filter(m => begins.get(m).some(h => on(h)))
function step(by) {
  const all = live()
  if (all.length) show(all[(all.indexOf(current) + by + all.length) % all.length], true)
}

function walk(key, from = 0) {
  walking = key
  rows.forEach(r => r.setAttribute('aria-pressed', r.dataset.key === key))
  $('#walk')?.classList.toggle('on', !!key)
  filter(); hide()
  if (!key) return
  const all = live(), row = rowOf(key)
  if (all.length) show(all[Math.min(from, all.length - 1)], true)
  else if (row) $('#walk-t').textContent = `${row.dataset.name}: no hit in the voices shown.`
}

function turn(text) {
  if (!text) return
  shown = text
  articles.forEach(a => a.classList.toggle('away', narrow() && a.dataset.text !== text))
  $$('.tab button').forEach(b => { const on = b.dataset.show === text; b.setAttribute('aria-selected', on); b.tabIndex = on ? 0 : -1 })
  margin()
}

function point(hash) {
  const line = document.getElementById(hash.slice(1))
  if (!line?.classList.contains('ln')) return
  turn(line.closest('.art').dataset.text)
  $$('.ln.hit').forEach(l => l.classList.remove('hit'))
  line.classList.add('hit'); line.scrollIntoView({ block: 'center' })
}

function theme(dark) {
  const button = $('#theme')
  root.dataset.theme = dark ? 'dark' : 'light'
  button.setAttribute('aria-pressed', dark); button.textContent = dark ? 'Light' : 'Dark'
}

for (const row of rows) row.onclick = () => walk(walking === row.dataset.key ? null : row.dataset.key)
for (const chip of $$('.chip')) chip.onclick = () => { chip.setAttribute('aria-pressed', chip.getAttribute('aria-pressed') !== 'true'); filter() }
for (const m of marks) {
  const open = () => { if (!m.classList.contains('off')) show(m) }
  m.onclick = m.onfocus = open
  m.onmouseenter = () => { if (!walking && !narrow() && matchMedia('(hover:hover)').matches) open() }
  m.onmouseleave = () => { if (!walking && document.activeElement !== m) hide() }
}
for (const tab of $$('.tab button')) {
  tab.onclick = () => { hide(); turn(tab.dataset.show) }
  tab.onkeydown = e => {
    const all = $$('.tab button'), by = { ArrowRight: 1, ArrowLeft: -1 }[e.key]
    if (by) { const next = all[(all.indexOf(tab) + by + all.length) % all.length]; turn(next.dataset.show); next.focus() }
  }
}
if ($('#walk')) { $('#next').onclick = () => step(1); $('#prev').onclick = () => step(-1); $('#stop').onclick = () => walk(null) }
addEventListener('keydown', e => {
  if (e.target.matches('input,textarea') || e.ctrlKey || e.metaKey || e.altKey) return
  if (e.key === 'n') step(1)
  else if (e.key === 'p') step(-1)
  else if (e.key === 'Enter' && e.target.matches('.m')) show(e.target)
  else if (e.key === 'Escape') { hide(); if (walking) walk(null) }
})
for (const a of $$('.jump')) a.onclick = e => { e.preventDefault(); history.replaceState(null, '', a.hash); point(a.hash) }
new ResizeObserver(() => requestAnimationFrame(() => turn(shown))).observe(document.body)
document.fonts?.ready.then(margin)
$('#theme').onclick = () => theme(root.dataset.theme !== 'dark')
theme(matchMedia('(prefers-color-scheme:dark)').matches)
filter(); turn(shown)
if (marks[0]) marks[0].tabIndex = 0
const state = new URLSearchParams(location.hash.slice(1))
if (state.get('theme')) theme(state.get('theme') === 'dark')
if (state.get('walk')) walk(state.get('walk'), (+state.get('hit') || 1) - 1)
else point(location.hash)
