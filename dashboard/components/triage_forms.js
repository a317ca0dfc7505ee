// The two forms of the triage page: a draft's fields to be put right, and its words to be cut in two.

function make(tag, style, ...children) {
  const element = document.createElement(tag)
  if (style) element.className = style
  element.append(...children.filter((child) => child !== null && child !== undefined))
  return element
}

function labelled(text, field, style) {
  return make("label", style ? `field ${style}` : "field", make("span", "name", text), field)
}

function pressable(words, key, deed, style) {
  const button = make("button", style ? `deed ${style}` : "deed", ...(key ? [make("span", "key", key)] : []), make("span", "", words))
  button.type = "button"
  if (key) button.setAttribute("aria-keyshortcuts", key)
  button.onclick = deed
  return button
}

// A statement is one sentence or a few, so the Enter key is free to save it.
function statementField(value) {
  const area = document.createElement("textarea")
  area.rows = 2
  area.value = value
  const grow = () => {
    area.style.height = "auto"
    area.style.height = `${area.scrollHeight + 2}px`
  }
  area.grow = grow
  area.addEventListener("input", grow)
  requestAnimationFrame(grow)
  return area
}

function typesField(types, value) {
  const select = document.createElement("select")
  for (const [code, word] of types) {
    const option = document.createElement("option")
    option.value = code
    option.textContent = word
    option.selected = code === value
    select.append(option)
  }
  return select
}

function lineField(value, hint, list) {
  const line = document.createElement("input")
  line.type = "text"
  line.autocomplete = "off"
  line.value = value
  if (hint) line.placeholder = hint
  if (list) line.setAttribute("list", list)
  return line
}

// The form of a draft's fields. Tells what was changed when it is saved; what is typed so far is told at every letter.
function editForm(draft, typed, data, { save, leave, typing }) {
  const words = data.words
  const form = make("form", "editing")
  const fields = {}
  const names = `speakers-${Math.random().toString(36).slice(2)}`
  const known = make("datalist", "", ...data.speakers.map((name) => {
    const option = document.createElement("option")
    option.value = name
    return option
  }))
  known.id = names
  for (const [name, label] of Object.entries(words.fields)) {
    const value = typed?.[name] ?? draft.fields[name]
    if (name === "statement") fields[name] = statementField(value)
    else if (name === "claim_type") fields[name] = typesField(data.choices.types, value)
    else fields[name] = lineField(value, name === "said_on" ? words.date_hint : "", name === "speaker_as_named" ? names : "")
    form.append(labelled(label, fields[name], name === "statement" ? "whole" : ""))
  }
  const entered = () => Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.value]))
  const changes = () => Object.fromEntries(Object.entries(entered()).filter(([name, value]) => value !== draft.fields[name]))
  form.append(known, make("div", "deeds",
    pressable(words.save, "Enter", () => save(changes()), "first"),
    pressable(words.back, "Esc", leave)))
  form.oninput = () => typing(entered())
  form.onsubmit = (event) => event.preventDefault()
  form.onkeydown = (event) => {
    if (event.isComposing) return
    if (event.key === "Escape") leave()
    else if (event.key === "Enter" && !event.shiftKey && event.target.tagName !== "BUTTON") save(changes())
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return { element: form, begin: () => { fields.statement.focus(); fields.statement.setSelectionRange(0, 0) } }
}

function sentence(words, leading) {
  const cut = words.map((word) => word[2]).join("").replace(new RegExp(leading, "i"), "").trim().replace(/[,;:—–\s]+$/, "")
  if (!cut) return ""
  return cut[0].toUpperCase() + cut.slice(1) + (/[.!?”"]$/.test(cut) ? "" : ".")
}

// The form that cuts a draft's words in two; offsets are those that Python counts in.
function splitForm(draft, typed, data, { save, leave, typing }) {
  const words = data.words
  const cutWords = draft.cut_words
  const starts = cutWords.map((word) => word[0])
  const likely = draft.cuts.map((at) => starts.indexOf(at)).filter((at) => at > 0)
  const held = typed ?? { cut: likely[0] ?? Math.max(1, Math.floor(cutWords.length / 2)), own: [null, null] }
  const form = make("form", "splitting")
  const line = make("p", "literal bar cutting")
  line.tabIndex = 0
  line.setAttribute("role", "slider")
  line.setAttribute("aria-label", words.cut_here)
  line.setAttribute("aria-valuemin", "1")
  line.setAttribute("aria-valuemax", String(cutWords.length - 1))
  const areas = [0, 1].map((part) => {
    const area = statementField("")
    area.addEventListener("input", () => {
      held.own[part] = area.value
      typing(held)
    })
    return area
  })
  const read = (part) => sentence(part === 0 ? cutWords.slice(0, held.cut) : cutWords.slice(held.cut), words.leading)
  const show = () => {
    const spans = cutWords.map((word, at) => {
      const span = make("span", at < held.cut ? "one" : "two", word[1])
      span.onclick = () => move(at)
      return span
    })
    spans.splice(held.cut, 0, make("span", "cut", ""))
    line.replaceChildren(...spans)
    line.setAttribute("aria-valuenow", String(held.cut))
    const written = (from, to) => cutWords.slice(from, to).map((word) => word[1]).join("").trim()
    line.setAttribute("aria-valuetext", `${written(0, held.cut)} / ${written(held.cut)}`)
    areas.forEach((area, part) => {
      area.value = held.own[part] ?? read(part)
      area.grow()
    })
  }
  const move = (to) => {
    held.cut = Math.max(1, Math.min(cutWords.length - 1, to))
    typing(held)
    show()
  }
  const jump = (by) => {
    const sorted = [...likely].sort((one, other) => one - other)
    const to = by > 0 ? sorted.find((at) => at > held.cut) : sorted.reverse().find((at) => at < held.cut)
    if (to !== undefined) move(to)
  }
  line.onkeydown = (event) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.shiftKey) jump(by)
    else move(held.cut + by)
    event.preventDefault()
    event.stopPropagation()
  }
  const pieces = () => [
    { start: 0, end: starts[held.cut], statement: areas[0].value },
    { start: starts[held.cut], end: draft.length, statement: areas[1].value },
  ]
  form.append(
    make("p", "small muted", words.cut_hint),
    line,
    labelled(words.first_part, areas[0], "whole"),
    labelled(words.second_part, areas[1], "whole"),
    make("div", "deeds", pressable(words.split_now, "Enter", () => save(pieces()), "first"), pressable(words.back, "Esc", leave)),
  )
  form.onsubmit = (event) => event.preventDefault()
  form.onkeydown = (event) => {
    if (event.isComposing) return
    if (event.key === "Escape") leave()
    else if (event.key === "Enter" && !event.shiftKey && event.target.tagName !== "BUTTON") save(pieces())
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  show()
  return { element: form, begin: () => line.focus() }
}
