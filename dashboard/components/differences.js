// What differs between two texts, with a walk from change to change: two buttons, or the keys n and p.
function wander(sheet, words) {
  const bar = sheet.querySelector(".walking")
  const changes = [...sheet.querySelectorAll(".change")]
  if (!bar || changes.length === 0) return
  let at = -1
  const count = document.createElement("span")
  count.className = "small muted"
  count.setAttribute("role", "status")
  const tell = () => { count.textContent = `${Math.max(at, 0) + (at < 0 ? 0 : 1)} ${words.of}` }
  const step = (by) => {
    at = Math.min(Math.max(at + by, 0), changes.length - 1)
    changes[at].focus({ preventScroll: true })
    changes[at].scrollIntoView({ block: "center" })
    tell()
  }
  const button = (symbol, word, by) => {
    const made = document.createElement("button")
    made.type = "button"
    made.append(drawn({ tag: "i", class: "icon", children: [symbol], hidden: true }), word)
    made.onclick = () => step(by)
    return made
  }
  const keys = document.createElement("span")
  keys.className = "small muted"
  keys.textContent = words.keys
  bar.append(button("arrow_upward", words.previous, -1), button("arrow_downward", words.next, 1), count, keys)
  tell()
  changes.forEach((change, number) => {
    change.tabIndex = -1
    change.onfocus = () => { at = number; tell() }
  })
  sheet.onkeydown = (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key]
    if (!by) return
    event.preventDefault()
    step(by)
  }
}

export default function (component) {
  const { data, parentElement } = component
  const sheet = sheetIn(parentElement)
  sheet.replaceChildren(...(data?.nodes ?? []).map((node) => drawn(node)))
  if (data?.words) wander(sheet, data.words)
}
