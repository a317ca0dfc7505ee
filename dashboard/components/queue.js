// The queue: a grid of claims. One row is the current one and takes the focus; the keys act on it, or on what is
// selected. Python hears of a selection a moment after it changed, and of a deed at once.
const OPENED = "firsthand-queue-opened"
const FORMS = { e: "evidence", m: "comment", u: "return", s: "signature" }
const instances = new WeakMap()

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component
  const sheet = sheetIn(parentElement)
  const list = instances.get(parentElement) ?? { selected: new Map(), current: null, anchor: null, turn: data.turn }
  instances.set(parentElement, list)
  if (list.turn !== data.turn) {
    list.turn = data.turn
    list.selected.clear()
  }

  const root = parentElement.getRootNode()
  const rows = () => [...sheet.querySelectorAll("[data-ref]")]
  const rowOf = (ref) => rows().find((row) => row.dataset.ref === ref)
  const here = () => root.host !== undefined && document.activeElement === root.host

  const nothingHasFocus = () => !document.activeElement || document.activeElement === document.body

  const tell = () => {
    clearTimeout(list.later)
    const claims = [...list.selected].map(([ref, version]) => ({ ref, version }))
    list.later = setTimeout(() => setStateValue("selected", { turn: list.turn, claims }), 150)
  }

  const show = () => {
    const all = rows()
    if (!all.some((row) => row.dataset.ref === list.current)) list.current = all[0]?.dataset.ref ?? null
    for (const row of all) {
      const chosen = list.selected.has(row.dataset.ref)
      const current = row.dataset.ref === list.current
      row.setAttribute("aria-selected", String(chosen))
      row.querySelector("input").checked = chosen
      row.tabIndex = current ? 0 : -1
      for (const inner of row.querySelectorAll("a, input")) inner.tabIndex = current ? 0 : -1
    }
    const every = sheet.querySelector(".every")
    if (every) {
      const count = all.filter((row) => list.selected.has(row.dataset.ref)).length
      every.checked = count > 0 && count === all.length
      every.indeterminate = count > 0 && count < all.length
    }
  }

  const goOn = (row) => {
    if (!row) return
    list.current = row.dataset.ref
    show()
    row.focus({ preventScroll: true })
    row.scrollIntoView({ block: "nearest" })
  }

  // A claim is selected as it was seen then: what somebody else makes of it later is not what was chosen.
  const choose = (row, chosen) => {
    if (!chosen) list.selected.delete(row.dataset.ref)
    else if (!list.selected.has(row.dataset.ref)) list.selected.set(row.dataset.ref, Number(row.dataset.version))
  }

  const toggle = (row) => {
    list.anchor = row.dataset.ref
    choose(row, !list.selected.has(row.dataset.ref))
    show()
    tell()
  }

  const chooseTo = (row) => {
    const all = rows()
    const [from, to] = [all.findIndex((one) => one.dataset.ref === list.anchor), all.indexOf(row)]
    for (const one of all.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)) choose(one, true)
    show()
    tell()
  }

  const chooseNone = () => {
    if (list.selected.size === 0) return
    list.selected.clear()
    show()
    tell()
  }

  const open = (ref, form) => {
    sessionStorage.setItem(OPENED, ref)
    goTo(`claim?claim=${ref}${form ? `&do=${form}` : ""}`)
  }

  function cell(...children) {
    const element = document.createElement("div")
    element.setAttribute("role", "gridcell")
    element.append(...children)
    return element
  }

  function box(name, style) {
    const element = document.createElement("input")
    element.type = "checkbox"
    element.className = style
    element.setAttribute("aria-label", name)
    return element
  }

  function rowDrawn(described) {
    const row = document.createElement("div")
    row.className = "row"
    row.setAttribute("role", "row")
    row.dataset.ref = described.ref
    row.dataset.version = String(described.version)
    const chosen = box(described.select, "pick")
    chosen.onclick = (event) => {
      list.current = row.dataset.ref
      if (event.shiftKey && list.anchor) chooseTo(row)
      else toggle(row)
    }
    const pick = cell(chosen)
    pick.className = "picking"
    row.append(pick, ...described.cells.map((node) => cell(drawn(node))))
    row.addEventListener("focusin", () => {
      list.current = row.dataset.ref
      show()
    })
    row.onclick = (event) => {
      const link = event.target.closest("a")
      if (link) sessionStorage.setItem(OPENED, row.dataset.ref)
      else if (event.target.closest("input") === null && String(getSelection()) === "") goOn(row)
    }
    return row
  }

  function headsDrawn() {
    const row = document.createElement("div")
    row.className = "heads"
    row.setAttribute("role", "row")
    const every = box(data.words.all, "every")
    every.onclick = () => {
      for (const one of rows()) choose(one, every.checked)
      show()
      tell()
    }
    const first = cell(every)
    first.className = "picking"
    const said = document.createElement("span")
    said.className = "said-narrow"
    said.setAttribute("aria-hidden", "true")
    said.textContent = data.words.all
    first.append(said)
    row.append(first)
    for (const word of data.words.heads) {
      const head = document.createElement("div")
      head.setAttribute("role", "columnheader")
      head.append(drawn(word))
      row.append(head)
    }
    return row
  }

  function groupDrawn(described) {
    const group = document.createElement("div")
    group.setAttribute("role", "rowgroup")
    if (described.head) {
      group.setAttribute("aria-label", described.name)
      const row = document.createElement("div")
      row.className = "grouphead"
      row.setAttribute("role", "row")
      row.append(cell(drawn(described.head)))
      group.append(row)
    }
    group.append(...described.rows.map(rowDrawn))
    return group
  }

  const described = JSON.stringify([data.groups, data.words])
  if (list.described !== described) {
    const [before, held] = [rows(), here()]
    const at = before.findIndex((row) => row.dataset.ref === list.current)
    list.described = described
    const grid = document.createElement("div")
    grid.className = "queue"
    grid.setAttribute("role", "grid")
    grid.setAttribute("aria-label", data.words.list)
    grid.setAttribute("aria-multiselectable", "true")
    grid.append(headsDrawn(), ...data.groups.map(groupDrawn))
    sheet.replaceChildren(grid)
    for (const ref of [...list.selected.keys()]) if (!rowOf(ref)) list.selected.delete(ref)
    if (list.acted && list.selected.has(list.acted)) {
      list.selected.set(list.acted, Number(rowOf(list.acted).dataset.version))
      tell()
    }
    list.acted = null
    if (!rowOf(list.current) && at >= 0) list.current = rows()[Math.min(at, rows().length - 1)]?.dataset.ref ?? null
    const opened = sessionStorage.getItem(OPENED)
    if (before.length === 0 && opened && rowOf(opened)) {
      list.current = opened
      if (nothingHasFocus()) goOn(rowOf(opened))
    } else if (held) goOn(rowOf(list.current))
    if (before.length === 0) sessionStorage.removeItem(OPENED)
    const turned = before.length > 0 && !before.some((row) => rowOf(row.dataset.ref))
    if (turned && grid.getBoundingClientRect().top < 0) grid.scrollIntoView()
  }
  show()

  const pressed = (event) => {
    if (!(here() || nothingHasFocus()) || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (document.querySelector('[role="dialog"]')) return
    const target = event.composedPath()[0]
    const all = rows()
    const current = rowOf(list.current)
    const at = all.indexOf(current)
    const step = (by) => (here() ? all[Math.max(0, Math.min(all.length - 1, at + by))] : current ?? all[0])
    const walk = (by) => {
      const to = step(by)
      if (event.shiftKey && here() && to) {
        list.anchor ??= list.current
        if (!list.selected.has(list.anchor)) list.anchor = list.current
        choose(rowOf(list.anchor), true)
        chooseTo(to)
      }
      goOn(to)
    }
    const key = event.key
    const arrows = here() && !event.altKey
    let done = true
    if (key === "j" || key === "J" || (arrows && key === "ArrowDown")) walk(1)
    else if (key === "k" || key === "K" || (arrows && key === "ArrowUp")) walk(-1)
    else if (arrows && key === "Home") goOn(all[0])
    else if (arrows && key === "End") goOn(all.at(-1))
    else if (key === "/") document.querySelector(`.${CSS.escape(data.search)} input`)?.focus()
    else if (key === "?") setTriggerValue("help", { asked: Date.now() })
    else if (key === "b") document.querySelector(`.${CSS.escape(data.bar)} :is(input, button)`)?.focus()
    else if (key === "Escape") chooseNone()
    else if (!current || event.shiftKey) done = false
    else if (key === "o" || (key === "Enter" && here() && !target.closest("a"))) open(list.current)
    else if (key === "x" || (key === " " && target === current)) toggle(current)
    else if (key === "a") {
      list.acted = list.current
      setTriggerValue("act", { deed: "assign", ref: list.current, version: Number(current.dataset.version) })
    } else if (Object.hasOwn(FORMS, key)) open(list.current, FORMS[key])
    else done = false
    if (done) event.preventDefault()
  }
  document.removeEventListener("keydown", list.pressed)
  list.pressed = pressed
  document.addEventListener("keydown", pressed)
  return () => {
    clearTimeout(list.later)
    document.removeEventListener("keydown", list.pressed)
  }
}
