// The reader: a captured text with its claims marked. Python has cut the text into pieces, [start, words, kind, marks,
// reference]; here each becomes a run of text content, so that nothing in it can be markup. Offsets are code points of that text.
const UNREAD = 1
const KINDS = ["", "unread", "heading", "furniture"]
const ASTRAY = 44 // pixels that a note may slip below its line before it is only counted
const rooms = new WeakMap()

function made(tag, style, text) {
  const element = document.createElement(tag)
  if (style) element.className = style
  if (text !== undefined) element.textContent = text
  return element
}

// The symbol is drawn by the style sheet from an attribute: the text's own text content stays the captured letters.
function symbol(name) {
  const element = made("i", "symbol")
  element.dataset.icon = name
  element.setAttribute("aria-hidden", "true")
  return element
}

const length = (words) => {
  let count = 0
  for (const _ of words) count += 1
  return count
}

const asked = (name) => new URLSearchParams(window.location.search).get(name)

class Room {
  constructor(sheet, data, root) {
    Object.assign(this, { sheet, data, root, open: -1, starts: new WeakMap(), nodes: [], over: data.marks.map(() => []) })
    this.signs = data.marks.map(() => null)
    this.linked = data.links.map(() => [])
    this.endings = []
    this.furnish()
    this.write()
    this.listen()
  }

  furnish() {
    const { words } = this.data
    this.bar = made("div", "bar")
    this.toggle = made("button", "quiet")
    this.toggle.type = "button"
    this.toggle.append(symbol("visibility"), made("span", "", words.unread))
    this.count = made("span", "small muted", words.count)
    this.help = made("button", "quiet right")
    this.help.type = "button"
    this.help.append(symbol("keyboard"), made("span", "", words.keys))
    this.help.setAttribute("aria-expanded", "false")
    this.help.setAttribute("aria-label", words.keys)
    this.bar.append(this.toggle, this.count, this.help)

    this.list = made("dl", "keys")
    this.list.hidden = true
    for (const [key, does] of words.list) this.list.append(made("dt", "", key), made("dd", "", does))

    this.frame = made("div", "frame")
    this.pane = made("div", "pane")
    this.pane.tabIndex = 0
    this.pane.setAttribute("role", "region")
    this.pane.setAttribute("aria-label", words.region)
    this.column = made("div", "column")
    this.text = made("div", "text")
    if (this.data.lang) this.text.lang = this.data.lang
    this.notes = made("div", "notes")
    this.notes.setAttribute("aria-hidden", "true")
    this.make = made("button", "make", words.make)
    this.make.type = "button"
    this.make.hidden = true
    this.column.append(this.text, this.notes, this.make)
    this.pane.append(this.column)
    this.overview = made("div", "overview")
    this.overview.setAttribute("aria-hidden", "true")
    this.frame.append(this.pane, this.overview)
    this.said = made("div", "unseen")
    this.said.setAttribute("role", "status")
    this.sheet.replaceChildren(this.bar, this.list, this.frame, this.said)
  }

  write() {
    for (const page of this.data.pages) {
      const paragraph = made("p")
      for (const [start, words, kind, over, link] of page) {
        for (const mark of [...over].reverse()) {
          if (!this.signs[mark]) paragraph.append(this.sign(mark))
        }
        const node = document.createTextNode(words)
        this.starts.set(node, start)
        this.nodes.push(node)
        if (kind || over.length || link >= 0) {
          const piece = made("span", over.length ? `piece ${KINDS[kind]}` : KINDS[kind])
          if (over.length) this.underline(piece, over)
          if (link >= 0) this.dot(piece, link)
          piece.append(node)
          paragraph.append(piece)
        } else paragraph.append(node)
      }
      this.text.append(paragraph)
    }
  }

  sign(mark) {
    const [ref, label, , says] = this.data.marks[mark]
    const [word, icon] = this.data.labels[label]
    const sign = made("a", "sign")
    sign.dataset.icon = icon
    sign.dataset.mark = mark
    sign.href = this.address(mark)
    sign.style.setProperty("--shade", `var(--shade-${label})`)
    sign.setAttribute("aria-label", `${ref}, ${word}: ${says}`)
    sign.onclick = follow
    this.signs[mark] = sign
    return sign
  }

  // A reference is dotted, quieter than any claim; it is a way to its panel, never to the foreign address itself. Within
  // a claim its words lead there, too: the claim has its sign and its other words.
  dot(piece, link) {
    const [number, says] = this.data.links[link]
    piece.classList.add("linked")
    piece.dataset.link = number
    piece.title = says
    this.linked[link].push(piece)
    piece.tabIndex = this.linked[link].length > 1 ? -1 : 0
    piece.setAttribute("role", "link")
    piece.onkeydown = (event) => event.key === "Enter" && goTo(this.linkTo(number))
  }

  linkTo(number) {
    return `${this.data.base}&reference=${number}`
  }

  // Each mark's underline keeps its lane from its first letter to its last.
  underline(piece, over) {
    const lines = over.map((mark) => {
      const [, label, lane] = this.data.marks[mark]
      return { label, lane, outlined: this.data.labels[label][4] }
    })
    const lowest = Math.max(...lines.map((line) => line.lane))
    piece.style.paddingBottom = `${2 + 4 * lowest}px`
    piece.style.backgroundImage = lines
      .map(({ label, outlined }) => {
        const shade = `var(--shade-${label})`
        return outlined
          ? `repeating-linear-gradient(90deg, ${shade} 0 4px, transparent 4px 7px)`
          : `linear-gradient(${shade}, ${shade})`
      })
      .join(", ")
    piece.style.backgroundSize = lines.map(({ outlined }) => `100% ${outlined ? 1 : 2}px`).join(", ")
    piece.style.backgroundPosition = lines.map(({ lane }) => `0 calc(100% - ${4 * (lowest - lane)}px)`).join(", ")
    piece.style.setProperty("--shade", `var(--shade-${lines[0].label})`)
    if (lines[0].outlined) piece.classList.add("pale")
    piece.dataset.mark = over[0]
    for (const mark of over) this.over[mark].push(piece)
  }

  // In a long text every change of a style on the sheet is dear: nothing is set anew that is so already.
  colour() {
    const dark = isDark(this.root.host ?? this.root)
    if (this.dark === dark) return
    this.dark = dark
    this.sheet.classList.toggle("dark", dark)
    this.sheet.classList.toggle("light", !dark)
    this.data.labels.forEach(([, , light, slate], number) => {
      this.sheet.style.setProperty(`--shade-${number}`, dark ? slate : light)
    })
  }

  address(mark) {
    const { base, marks } = this.data
    return mark < 0 ? base : `${base}&mark=${marks[mark][0]}`
  }

  on(target, event, deed, options) {
    target.addEventListener(event, deed, options)
    this.endings.push(() => target.removeEventListener(event, deed, options))
  }

  listen() {
    this.toggle.onclick = () => this.showUnread(!this.sheet.classList.contains("looking"))
    this.help.onclick = () => this.showKeys(this.list.hidden)
    this.sheet.onkeydown = (event) => this.key(event)
    this.text.onclick = (event) => {
      const piece = event.target.closest?.(".piece, .linked")
      if (!piece || event.button !== 0 || this.selected()) return
      const { link, mark } = piece.dataset
      goTo(link ? this.linkTo(link) : this.address(Number(mark)))
    }
    this.notes.onclick = (event) => {
      const note = event.target.closest?.("[data-mark]")
      if (note) goTo(this.address(Number(note.dataset.mark)))
    }
    this.make.onpointerdown = (event) => event.preventDefault()
    this.make.onclick = () => this.chooseWords()
    this.pane.onscroll = () => this.soon("scroll", () => this.showWindow())
    this.overview.onpointerdown = (event) => this.drag(event)
    for (const place of [this.text, this.overview, this.notes]) {
      place.onpointerover = (event) => this.hint(event.target.closest?.("[data-mark]"))
      place.onpointerleave = () => this.hint(null)
      place.onfocusin = (event) => this.hint(event.target.closest?.("[data-mark]"))
      place.onfocusout = () => this.hint(null)
    }
    this.on(document, "selectionchange", () => this.soon("selection", () => this.offer(), 150))
    this.on(window, "popstate", () => this.follow())
    const resized = new ResizeObserver(() => this.soon("layout", () => this.layout(), 60))
    resized.observe(this.pane)
    this.endings.push(() => resized.disconnect())
    document.fonts?.ready.then(() => this.soon("layout", () => this.layout(), 60))
  }

  // Does a deed once, a little later, however often it is asked for meanwhile.
  soon(name, deed, wait = 16) {
    this.waiting ??= {}
    clearTimeout(this.waiting[name])
    this.waiting[name] = setTimeout(() => this.sheet.isConnected && deed(), wait)
  }

  leave() {
    for (const ending of this.endings.splice(0)) ending()
    for (const timer of Object.values(this.waiting ?? {})) clearTimeout(timer)
    globalThis.CSS?.highlights?.delete("firsthand-chosen")
  }

  // The address says which claim is open, which words are chosen, and whether unread sentences are asked for.
  follow() {
    const ref = asked("mark")
    this.show(ref ? this.data.marks.findIndex((mark) => mark[0] === ref.toUpperCase()) : -1)
    if (!asked("words")) globalThis.CSS?.highlights?.delete("firsthand-chosen")
    if (asked("show") === "unread") this.showUnread(true)
    this.point(this.data.links.findIndex(([number]) => String(number) === asked("reference")))
  }

  // Shows where the reference that is open stands.
  point(link) {
    if (link === this.pointed) return
    for (const piece of this.linked[this.pointed] ?? []) piece.classList.remove("open")
    for (const piece of this.linked[link] ?? []) piece.classList.add("open")
    this.pointed = link
    if (this.linked[link]?.length) this.bring(this.linked[link][0])
  }

  show(mark) {
    if (mark === this.open) return
    for (const [number, on] of [[this.open, false], [mark, true]]) {
      if (number < 0) continue
      for (const piece of this.over[number]) piece.classList.toggle("open", on)
      if (on) this.signs[number]?.setAttribute("aria-current", "true")
      else this.signs[number]?.removeAttribute("aria-current")
    }
    this.open = mark
    if (mark >= 0) this.reveal(mark)
  }

  // Scrolls the pane, and nothing around it, until a mark stands in its upper half.
  reveal(mark) {
    if (this.signs[mark]) this.bring(this.signs[mark])
  }

  bring(element) {
    const top = this.topOf(element)
    const { scrollTop, clientHeight } = this.pane
    if (top < scrollTop + 24 || top > scrollTop + clientHeight - 96) this.pane.scrollTop = top - clientHeight / 3
  }

  topOf(element) {
    return element.getBoundingClientRect().top - this.column.getBoundingClientRect().top
  }

  showUnread(on) {
    if (on === this.sheet.classList.contains("looking")) return
    this.sheet.classList.toggle("looking", on)
    this.toggle.setAttribute("aria-pressed", String(on))
    this.overlook()
  }

  showKeys(on) {
    this.list.hidden = !on
    this.help.setAttribute("aria-expanded", String(on))
  }

  key(event) {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const onMark = event.target.classList.contains("sign")
    const deeds = {
      j: () => this.step(1),
      k: () => this.step(-1),
      ArrowDown: onMark && (() => this.step(1)),
      ArrowRight: onMark && (() => this.step(1)),
      ArrowUp: onMark && (() => this.step(-1)),
      ArrowLeft: onMark && (() => this.step(-1)),
      n: () => this.chooseWords(),
      u: () => this.showUnread(!this.sheet.classList.contains("looking")),
      "?": () => this.showKeys(this.list.hidden),
      Escape: () => this.close(),
    }
    const deed = Object.hasOwn(deeds, event.key) && deeds[event.key]
    if (!deed) return
    event.preventDefault()
    event.stopPropagation()
    deed()
  }

  close() {
    this.hint(null)
    if (!this.list.hidden) this.showKeys(false)
    else if (this.open >= 0 || asked("words") || asked("reference")) goTo(this.data.base)
  }

  step(by) {
    const { signs } = this
    const at = signs.indexOf(this.root.activeElement)
    const from = at >= 0 ? at : this.open
    let next = from + by
    if (from < 0) {
      const below = signs.findIndex((sign) => sign && this.topOf(sign) >= this.pane.scrollTop)
      next = by > 0 ? below : below - 1
    }
    if (!signs[next]) return
    this.reveal(next)
    signs[next].focus()
  }

  // Where the selection begins and ends in the captured text, with its words; null where it is empty or elsewhere.
  selected() {
    const selection = this.root.getSelection?.() ?? document.getSelection()
    let range = null
    try {
      range = document.getSelection().getComposedRanges?.({ shadowRoots: [this.root] })[0] ?? null
    } catch {
      // An older browser takes the roots one by one, and lets the selection see into them as well.
    }
    if (!range || !this.text.contains(range.startContainer)) {
      range = selection?.rangeCount ? selection.getRangeAt(0) : null
    }
    if (!range || !this.text.contains(range.startContainer)) return null
    const whole = this.endOf(this.nodes.length - 1)
    let start = this.offset(range.startContainer, range.startOffset)
    let end = this.text.contains(range.endContainer) ? this.offset(range.endContainer, range.endOffset) : whole
    const letters = Array.from(this.between(start, end))
    while (letters.length && /\s/.test(letters.at(-1))) letters.pop() && (end -= 1)
    while (letters.length && /\s/.test(letters[0])) letters.shift() && (start += 1)
    return letters.length ? { start, end, text: letters.join(""), range } : null
  }

  endOf(number) {
    const node = this.nodes[number]
    return node ? this.starts.get(node) + length(node.data) : 0
  }

  offset(container, place) {
    if (this.starts.has(container)) return this.starts.get(container) + length(container.data.slice(0, place))
    const point = document.createRange()
    point.setStart(container, place)
    const after = this.nodes.find((node) => point.comparePoint(node, 0) >= 0)
    return after ? this.starts.get(after) : this.endOf(this.nodes.length - 1)
  }

  between(start, end) {
    let words = ""
    let at = start
    for (const node of this.nodes) {
      const from = this.starts.get(node)
      if (from >= end) break
      const letters = Array.from(node.data)
      if (from + letters.length <= start) continue
      if (from > at) words += "\n".repeat(from - at)
      words += letters.slice(Math.max(0, start - from), end - from).join("")
      at = Math.min(end, from + letters.length)
    }
    return words + "\n".repeat(end - at)
  }

  offer() {
    const chosen = this.selected()
    this.make.hidden = !chosen
    if (!chosen) return
    const range = this.rangeOf(chosen)
    const last = [...range.getClientRects()].at(-1) ?? range.getBoundingClientRect()
    const column = this.column.getBoundingClientRect()
    const width = this.make.offsetWidth
    this.make.style.top = `${last.bottom - column.top + 6}px`
    this.make.style.left = `${Math.max(0, Math.min(last.right - column.left - width / 2, column.width - width - 4))}px`
  }

  rangeOf({ range: { startContainer, startOffset, endContainer, endOffset } }) {
    const range = document.createRange()
    range.setStart(startContainer, startOffset)
    range.setEnd(endContainer, endOffset)
    return range
  }

  chooseWords() {
    const chosen = this.selected()
    this.said.textContent = chosen ? "" : this.data.words.select
    if (!chosen) return
    const { start, end, text } = chosen
    // The words stay marked while the form is filled in; a browser that cannot do so keeps them selected.
    if (globalThis.CSS?.highlights && globalThis.Highlight) {
      CSS.highlights.set("firsthand-chosen", new Highlight(this.rangeOf(chosen)))
      ;(this.root.getSelection?.() ?? document.getSelection()).removeAllRanges()
    }
    this.make.hidden = true
    this.show(-1)
    this.tell({ start, end, text })
  }

  // The margin names each mark's status beside its line; where many begin together the rest are counted. Everything is
  // measured at once and then put in its place, since a text that is measured in between is laid out again each time.
  layout() {
    if (!this.sheet.isConnected) return
    const column = this.column.getBoundingClientRect()
    this.tops = this.signs.map((sign) => sign && sign.getBoundingClientRect().top - column.top)
    const notes = this.data.marks.map(([, label], mark) => {
      const [word, , , , outlined] = this.data.labels[label]
      const note = made("div", outlined ? "note pale" : "note", word)
      note.dataset.mark = mark
      note.style.setProperty("--shade", `var(--shade-${label})`)
      return note
    })
    this.notes.replaceChildren(...notes)
    const heights = notes.map((note) => note.offsetHeight)
    const kept = []
    let free = 0
    notes.forEach((note, mark) => {
      const top = this.tops[mark]
      const at = Math.max(top ?? 0, free)
      if (top === null || (kept.length && at - top > ASTRAY)) {
        const last = kept.at(-1)
        if (last) last.dataset.more = `+${Number(last.dataset.more ?? 0) + 1}`
        return
      }
      note.style.top = `${at}px`
      free = at + heights[mark] + 2
      kept.push(note)
    })
    this.notes.replaceChildren(...kept)
    this.overlook()
  }

  overlook() {
    const height = this.column.scrollHeight || 1
    const long = height > this.pane.clientHeight + 4
    this.overview.classList.toggle("needless", !long)
    this.window = made("div", "window")
    const parts = []
    if (long && this.sheet.classList.contains("looking")) {
      const { top } = this.column.getBoundingClientRect()
      for (const piece of this.text.querySelectorAll(".unread")) {
        const box = piece.getBoundingClientRect()
        const gap = made("div", "gap")
        gap.style.top = `${(100 * (box.top - top)) / height}%`
        gap.style.height = `${(100 * box.height) / height}%`
        parts.push(gap)
      }
    }
    const ticks = (this.tops ?? []).flatMap((top, mark) => (long && top !== null ? [this.tick(mark, top / height)] : []))
    const pale = ticks.filter((tick) => tick.classList.contains("pale"))
    const coloured = ticks.filter((tick) => !tick.classList.contains("pale"))
    this.overview.replaceChildren(...parts, ...pale, ...coloured, this.window)
    this.showWindow()
  }

  tick(mark, share) {
    const label = this.data.marks[mark][1]
    const tick = made("div", this.data.labels[label][4] ? "tick pale" : "tick")
    tick.dataset.mark = mark
    tick.style.top = `${100 * share}%`
    tick.style.setProperty("--shade", `var(--shade-${label})`)
    return tick
  }

  showWindow() {
    this.hint(null)
    if (!this.window) return
    const { scrollTop, clientHeight, scrollHeight } = this.pane
    this.window.style.top = `${(100 * scrollTop) / scrollHeight}%`
    this.window.style.height = `${(100 * clientHeight) / scrollHeight}%`
  }

  drag(event) {
    if (event.button !== 0) return
    event.preventDefault()
    const tick = event.target.closest?.(".tick")
    if (tick) {
      this.reveal(Number(tick.dataset.mark))
      return
    }
    const box = this.overview.getBoundingClientRect()
    const move = (moved) => {
      const share = (moved.clientY - box.top) / box.height
      this.pane.scrollTop = share * this.pane.scrollHeight - this.pane.clientHeight / 2
    }
    move(event)
    this.overview.setPointerCapture(event.pointerId)
    this.overview.onpointermove = move
    this.overview.onpointerup = () => {
      this.overview.onpointermove = null
    }
  }

  hint(target) {
    const mark = target ? Number(target.dataset.mark) : -1
    if (target && this.tip && this.hinted === target) return
    this.tip?.remove()
    this.tip = null
    for (const piece of this.hot ?? []) piece.classList.remove("hot")
    this.hot = this.over[mark]
    if (mark < 0) return
    const [ref, label, , says] = this.data.marks[mark]
    const [word, icon] = this.data.labels[label]
    this.hinted = target
    for (const piece of this.hot) piece.classList.add("hot")
    this.tip = made("div", "tip")
    const head = made("div", "tiphead")
    head.append(symbol(icon), made("span", "", `${word}  ${ref}`))
    this.tip.append(head, made("div", "", says))
    this.sheet.append(this.tip)
    const [word_, tip] = [(target.getClientRects()[0] ?? target.getBoundingClientRect()), this.tip.getBoundingClientRect()]
    const above = word_.top - tip.height - 6
    this.tip.style.left = `${Math.max(8, Math.min(word_.left, window.innerWidth - tip.width - 8))}px`
    this.tip.style.top = `${above > 8 ? above : word_.bottom + 8}px`
  }
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const held = rooms.get(parentElement)
  let room = held?.room
  if (!room || held.version !== data.version || held.base !== data.base) {
    const scrolled = held?.base === data.base ? room.pane.scrollTop : 0
    const looking = room?.sheet.classList.contains("looking") ?? false
    room?.leave()
    const sheet = sheetIn(parentElement)
    sheet.classList.add("reading")
    sheet.classList.toggle("looking", looking)
    room = new Room(sheet, data, parentElement)
    room.toggle.setAttribute("aria-pressed", String(looking))
    rooms.set(parentElement, { room, version: data.version, base: data.base })
    room.pane.scrollTop = scrolled
  }
  room.colour()
  room.tell = (words) => setTriggerValue("chosen", words)
  room.follow()
  return () => {
    room.leave()
    rooms.delete(parentElement)
  }
}
