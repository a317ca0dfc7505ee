// Going through drafts: one is in focus, the others are listed beside it. Every deed has a key, and a key is answered
// at once: the next draft is shown while Python still writes the deed down. What was asked for is asked for again with
// everything asked after it, until Python says that it has heard it.
const instances = new WeakMap()
const ICONS = { waiting: "radio_button_unchecked", kept: "check_circle", away: "block", saving: "hourglass_empty" }

export default function (component) {
  const { data, parentElement, setStateValue } = component
  const sheet = sheetIn(parentElement)
  const begun = () => ({
    tab: Math.random().toString(36).slice(2),
    asked: 0, told: 0, pending: [], later: [], saving: new Set(), undoing: new Set(), typed: new Map(), current: null, marked: null, mode: "view", said: null,
  })
  const going = instances.get(parentElement) ?? begun()
  instances.set(parentElement, going)
  const words = data.words
  const root = parentElement.getRootNode()

  const draftOf = (ref) => data.drafts.find((draft) => draft.ref === ref)
  const fateOf = (draft) => (going.saving.has(draft.ref) ? "saving" : draft.fate)
  const waiting = () => data.drafts.filter((draft) => fateOf(draft) === "waiting")
  const current = () => draftOf(going.current)
  const here = () => root.host !== undefined && document.activeElement === root.host
  const nothingHasFocus = () => !document.activeElement || document.activeElement === document.body

  // What Python has told since the last drawing.
  if (data.tab === going.tab) {
    going.pending = going.pending.filter((act) => act.n > data.heard)
    for (const told of data.told.filter((told) => told.number > going.told)) {
      going.told = told.number
      going.said = told
      if (told.done) going.typed.delete(told.ref)
      if (told.ref && (!told.done || going.undoing.has(told.number))) going.current = told.ref
      if (!told.done && going.typed.has(told.ref)) going.mode = going.typed.get(told.ref).mode
    }
  }
  going.saving = new Set(going.pending.filter((act) => act.away).map((act) => act.away))
  if (!draftOf(going.marked)) going.marked = null
  if (!current()) going.current = (waiting()[0] ?? data.drafts[0]).ref

  const tell = () => setStateValue("acts", { tab: going.tab, acts: going.pending.map(({ away, refs, ...act }) => act) })

  // A draft that is being written down has a new version soon: what is wanted with it next has to wait for that.
  const ask = (refs, act, away) => {
    const busy = (ref) => going.pending.some((one) => one.refs.includes(ref))
    if (refs.some(busy)) {
      going.later.push(() => ask(refs, act, away))
      return
    }
    going.asked += 1
    const versions = Object.fromEntries(refs.slice(0, 1).map((ref) => ["version", draftOf(ref).version]))
    if (refs.length > 1 && act.deed === "merge") versions.other_version = draftOf(refs[1]).version
    going.pending.push({ n: going.asked, ...act, ...(refs.length ? { ref: refs[0] } : {}), ...versions, refs, away })
    if (away) going.saving.add(away)
    if (act.deed === "undo") going.undoing.add(going.asked)
    tell()
  }

  const nextWaiting = () => {
    const at = data.drafts.indexOf(current())
    const turned = [...data.drafts.slice(at + 1), ...data.drafts.slice(0, at + 1)]
    return turned.find((draft) => fateOf(draft) === "waiting")
  }

  const goTo_ = (draft) => {
    if (!draft) return
    going.current = draft.ref
    going.mode = "view"
    show(true)
  }
  const walk = (by) => {
    const at = data.drafts.indexOf(current())
    goTo_(data.drafts[Math.max(0, Math.min(data.drafts.length - 1, at + by))])
  }
  const judged = (draft, act) => {
    ask([draft.ref], act, draft.ref)
    going.mode = "view"
    going.current = nextWaiting()?.ref ?? going.current
    show(true)
  }
  const enter = (mode) => {
    going.mode = mode
    show(true)
  }

  // The draft that this one is merged with: the marked one, or else the next of the text that may be.
  const partner = (draft) => {
    const fits = (other) => other && other.ref !== draft.ref && other.early && !going.saving.has(other.ref)
    const marked = draftOf(going.marked)
    if (fits(marked)) return marked
    const order = data.in_text.slice(data.in_text.indexOf(draft.ref) + 1).map(draftOf)
    return order.find((other) => fits(other) && other.fate === "waiting")
  }

  const merge = (draft) => {
    const other = partner(draft)
    if (!other) return
    if (other.ref === going.marked) going.marked = null
    ask([draft.ref, other.ref], { deed: "merge", other: other.ref }, other.ref)
    show(true)
  }
  const mark = (draft) => {
    going.marked = going.marked === draft.ref ? null : draft.ref
    show(true)
  }

  const deeds = (draft) => {
    if (!draft || !data.may) return []
    const fate = fateOf(draft)
    if (fate === "saving") return []
    if (going.mode === "reasons") {
      return [
        ...data.choices.reasons.map(([code, word], at) => [String(at + 1), word, () => judged(draft, { deed: "away", reason: code })]),
        ["Escape", words.back, () => enter("view"), "", "Esc"],
      ]
    }
    const other = draft.early ? partner(draft) : null
    return [
      ...(fate === "kept" ? [] : [["k", words.keep, () => judged(draft, { deed: "keep" }), "first"]]),
      ...(draft.early ? [["e", words.edit, () => enter("edit")]] : []),
      ...(draft.early ? [["n", words.away, () => enter("reasons")]] : []),
      ...(other ? [["m", other.ref === going.marked ? words.merge_marked : words.merge, () => merge(draft), "", null, other.line]] : []),
      ...(draft.early ? [["x", going.marked === draft.ref ? words.unmark : words.mark, () => mark(draft)]] : []),
      ...(draft.early && draft.cut_words.length > 1 ? [["s", words.split, () => enter("split")]] : []),
      ["z", words.undo, undo],
    ]
  }
  const undo = () => {
    ask([], { deed: "undo" })
    show(true)
  }

  const saved = (draft, act, typed) => {
    going.typed.set(draft.ref, typed)
    judged(draft, act)
  }
  const forms = {
    edit: (draft) => editForm(draft, going.typed.get(draft.ref)?.edit, data, {
      save: (changes) => saved(draft, { deed: "keep", changes }, { ...going.typed.get(draft.ref), mode: "edit" }),
      leave: () => enter("view"),
      typing: (entered) => going.typed.set(draft.ref, { mode: "edit", edit: entered }),
    }),
    split: (draft) => splitForm(draft, going.typed.get(draft.ref)?.split, data, {
      save: (pieces) => saved(draft, { deed: "split", pieces }, { ...going.typed.get(draft.ref), mode: "split" }),
      leave: () => enter("view"),
      typing: (held) => going.typed.set(draft.ref, { mode: "split", split: held }),
    }),
  }

  function wordingsDrawn(draft) {
    return draft.wordings.map((wording, at) => make("div", "wording",
      make("div", "small muted", `${words.other_wording}, ${words.by_model} ${wording.by}`),
      make("div", "plain", wording.statement),
      data.may && draft.early ? pressable(words.use_wording, at === 0 ? "w" : "", () => reword(draft, at), "small") : null))
  }
  const reword = (draft, at) => {
    if (draft.wordings[at]) ask([draft.ref], { deed: "reword", number: draft.wording_numbers[at] })
  }
  const compare = (draft, other, same) => ask([draft.ref], { deed: "compare", other, same })

  function earlierDrawn(draft) {
    if (!draft.earlier.length) return null
    const open = draft.earlier.find((row) => !row.decided)
    return make("div", "before", make("div", "small muted", words.seen_before), ...draft.earlier.map((row) => make("div", "one",
      drawn(row.node),
      data.may && !row.decided ? make("div", "deeds",
        pressable(words.same, row === open ? "y" : "", () => compare(draft, row.ref, true), "small"),
        pressable(words.different, row === open ? "d" : "", () => compare(draft, row.ref, false), "small")) : null)))
  }

  function cardDrawn(draft) {
    const card = make("section", `card ${fateOf(draft)}`)
    card.tabIndex = -1
    card.setAttribute("aria-label", `${words.draft_in_focus}: ${draft.ref}`)
    const form = forms[going.mode]?.(draft)
    const statement = make("h2", draft.statement ? "statement plain" : "statement muted", draft.statement || words.no_statement)
    const bar = make("div", "deeds bar-below", ...deeds(draft).map(([key, name, deed, style, shown, about]) => {
      const button = pressable(name, shown ?? key, deed, style)
      if (about) button.title = about
      return button
    }))
    if (going.mode === "reasons") bar.prepend(make("span", "strong", words.why_not))
    const following = form ? null : nextOf(draft)
    card.append(...[
      drawn(draft.head),
      form ? null : statement,
      going.mode === "split" ? null : drawn(draft.words),
      form?.element,
      form || !data.may ? null : bar,
      ...(form ? [] : wordingsDrawn(draft)),
      form ? null : earlierDrawn(draft),
      draft.notes && !form ? drawn(draft.notes) : null,
      following ? make("p", "small muted following", `${words.comes_next} `, make("span", "plain", following.line)) : null,
    ].filter(Boolean))
    card.begin = form?.begin
    return card
  }
  const nextOf = (draft) => {
    const next = nextWaiting()
    return next && next.ref !== draft.ref ? next : null
  }

  function lineDrawn(draft) {
    const fate = fateOf(draft)
    const icon = make("i", "icon", ICONS[fate])
    icon.setAttribute("aria-hidden", "true")
    const line = make("li", `line ${fate}`, icon, make("span", "says plain", draft.line),
      draft.ref === going.marked ? make("span", "tag", words.marked) : null,
      make("span", "unseen", fate === "saving" ? words.saving : draft.fate_word))
    line.setAttribute("role", "option")
    line.setAttribute("aria-selected", String(draft.ref === going.current))
    line.title = draft.fate_word
    line.dataset.ref = draft.ref
    line.onclick = () => goTo_(draft)
    return line
  }

  function listDrawn() {
    const list = make("ol", "list", ...data.drafts.map(lineDrawn))
    list.setAttribute("role", "listbox")
    list.setAttribute("aria-label", words.list)
    list.tabIndex = 0
    list.onkeydown = (event) => {
      const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (by) walk(by)
    }
    return list
  }

  function saidDrawn() {
    const said = going.said
    if (!said) return []
    if (said.done) return [make("span", "", said.sentence)]
    return [make("strong", "", said.sentence), ...(said.missing.length ? [make("ul", "", ...said.missing.map((line) => make("li", "", line)))] : [])]
  }

  function doneDrawn() {
    return make("div", "finished", make("strong", "", words.done), make("span", "", ` ${words.done_about} `),
      drawn({ tag: "a", href: words.to_queue, children: [words.kept_in_queue] }), " ",
      drawn({ tag: "a", href: words.to_articles, children: [words.next_article] }))
  }

  // The page is drawn once and its parts are filled: a live region speaks only where it was there before.
  if (!going.parts?.page.isConnected) {
    const part = (name, tag = "div") => make(tag, name)
    const parts = { head: part("top"), said: part("said"), card: part("in-focus"), list: part("beside", "aside"), keys: part("keys-line", "p"), page: part("triage") }
    parts.said.setAttribute("role", "status")
    parts.said.setAttribute("aria-live", "polite")
    parts.page.append(parts.head, make("div", "columns", make("div", "main", parts.said, parts.card, parts.keys), parts.list))
    sheet.replaceChildren(parts.page)
    going.parts = parts
    going.drawnCard = null
  }

  function show(moved) {
    const parts = going.parts
    const held = here() || nothingHasFocus()
    const inList = root.activeElement?.classList?.contains("list")
    const draft = current()
    parts.head.replaceChildren(...data.head.map(drawn), ...(data.may ? [] : [make("p", "muted", words.read_only)]),
      ...(waiting().length === 0 && going.pending.length === 0 ? [doneDrawn()] : []))
    parts.said.className = going.said && !going.said.done ? "said refused" : "said"
    parts.said.replaceChildren(...saidDrawn())
    const key = `${draft.ref} ${draft.version} ${going.mode}`
    const typing = going.mode === "edit" || going.mode === "split"
    if (!(typing && going.drawnCard === key)) {
      const card = cardDrawn(draft)
      parts.card.replaceChildren(card)
      going.drawnCard = key
      if (held && !inList && (moved || typing)) {
        if (card.begin) card.begin()
        else card.focus({ preventScroll: true })
        if (card.getBoundingClientRect().top < 60) card.scrollIntoView({ block: "start" })
      } else if (held && !inList && here()) card.focus({ preventScroll: true })
    }
    const scrolled = parts.list.firstChild?.scrollTop ?? 0
    parts.list.replaceChildren(listDrawn())
    const list = parts.list.firstChild
    list.scrollTop = scrolled
    if (inList) list.focus({ preventScroll: true })
    const line = list.querySelector("[aria-selected=true]")
    if (line && list.scrollHeight > list.clientHeight) {
      if (line.offsetTop < list.scrollTop) list.scrollTop = line.offsetTop
      else if (line.offsetTop + line.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = line.offsetTop + line.offsetHeight - list.clientHeight
    }
    parts.keys.replaceChildren(make("span", "muted", `${words.keys_label}: `), ...words.keys.flatMap(([keys, does]) => [
      make("span", "does", ...keys.map((key) => make("span", "key", key)), does), " "]))
  }

  show(false)
  for (const act of going.later.splice(0)) act()

  const pressed = (event) => {
    if (!(here() || nothingHasFocus()) || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('[role="dialog"]')) return
    const target = event.composedPath()[0]
    if (["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)) return
    const draft = current()
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
    const deed = deeds(draft).find(([shortcut]) => shortcut === key)
    const open = draft?.earlier.find((row) => !row.decided)
    const editing = going.mode === "edit" || going.mode === "split"
    if (editing && key !== "Escape") return
    if (key === "Escape" && going.mode !== "view") enter("view")
    else if (deed) deed[2]()
    else if (key === "j" || (key === "ArrowDown" && here() && !event.shiftKey)) walk(1)
    else if (key === "p" || (key === "ArrowUp" && here() && !event.shiftKey)) walk(-1)
    else if (data.may && key === "u") undo()
    else if (data.may && key === "z") undo()
    else if (data.may && key === "w" && draft?.early) reword(draft, 0)
    else if (data.may && open && key === "y") compare(draft, open.ref, true)
    else if (data.may && open && key === "d") compare(draft, open.ref, false)
    else return
    event.preventDefault()
  }
  document.removeEventListener("keydown", going.pressed)
  going.pressed = pressed
  document.addEventListener("keydown", pressed)
  return () => document.removeEventListener("keydown", going.pressed)
}
