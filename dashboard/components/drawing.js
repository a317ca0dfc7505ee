// Draws a tree of elements that Python describes. Every word is set as text content, every attribute is one of a few:
// nothing that is drawn here can become markup, a script or a request to a foreign place.
const TAGS = new Set(["div", "p", "span", "a", "h1", "h2", "h3", "ol", "ul", "li", "dl", "dt", "dd", "time", "del", "ins", "table", "caption", "details", "summary", "tbody", "thead", "tr", "th", "td", "i"])
// The Swedish way of writing a moment is the plain one: 2026-03-02 13:05.
const MOMENT = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" })

function inside(address) {
  return typeof address === "string" && /^(\.\/|[a-z]+)(\?[\w%=&.+~-]*)?$/.test(address)
}

function outside(address) {
  return typeof address === "string" && /^https?:\/\//i.test(address)
}

// Streamlit follows the browser's history: a step in it opens the page in one run, and going back leads back.
function goTo(address) {
  if (!inside(address)) return
  window.history.pushState({}, "", new URL(address, document.baseURI).href)
  window.dispatchEvent(new PopStateEvent("popstate", { state: {} }))
}

function follow(event) {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
  event.preventDefault()
  event.stopPropagation()
  goTo(event.currentTarget.getAttribute("href"))
}

// A word's explanation shows while the pointer or the keyboard is on it, and goes with Escape.
function explain(element, words) {
  let shown = null
  const hide = () => {
    shown?.remove()
    shown = null
    element.removeAttribute("aria-describedby")
  }
  const show = () => {
    if (shown) return
    shown = document.createElement("span")
    shown.className = "tip"
    shown.id = `tip-${Math.random().toString(36).slice(2)}`
    shown.setAttribute("role", "tooltip")
    shown.textContent = words
    const sheet = element.closest(".sheet") ?? element.parentNode
    sheet.append(shown)
    element.setAttribute("aria-describedby", shown.id)
    const word = element.getBoundingClientRect()
    const tip = shown.getBoundingClientRect()
    const left = Math.max(8, Math.min(word.left, window.innerWidth - tip.width - 8))
    const above = word.top - tip.height - 6
    shown.style.left = `${left}px`
    shown.style.top = `${above > 8 ? above : word.bottom + 6}px`
  }
  element.addEventListener("pointerenter", show)
  element.addEventListener("pointerleave", hide)
  element.addEventListener("focus", show)
  element.addEventListener("blur", hide)
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide()
  })
}

function drawn(node) {
  if (typeof node === "string") return document.createTextNode(node)
  const element = document.createElement(TAGS.has(node.tag) ? node.tag : "span")
  if (node.class) element.className = node.class
  if (node.title) element.title = node.title
  if (node.name) element.setAttribute("aria-label", node.name)
  if (node.role) element.setAttribute("role", node.role)
  if (node.current) element.setAttribute("aria-current", "page")
  if (node.hidden) element.setAttribute("aria-hidden", "true")
  if (node.lang) element.lang = node.lang
  if (node.light) element.style.setProperty("--light", node.light)
  if (node.dark) element.style.setProperty("--dark", node.dark)
  if (node.share) element.style.flexGrow = String(Number(node.share))
  if (node.focus) element.tabIndex = 0
  if (inside(node.href)) {
    element.href = node.href
    element.onclick = follow
  } else if (outside(node.href)) {
    element.href = node.href
    element.target = "_blank"
    element.rel = "noopener noreferrer nofollow"
    element.referrerPolicy = "no-referrer"
  }
  for (const child of node.children ?? []) element.append(drawn(child))
  if (node.at) {
    element.dateTime = node.at
    element.textContent = MOMENT.format(new Date(node.at))
  }
  if (node.tip) explain(element, node.tip)
  return element
}

function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim()
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}

// Finds or makes the sheet that everything is drawn on, in the colours of the theme.
function sheetIn(parentElement) {
  let sheet = parentElement.querySelector(".sheet")
  if (!sheet) {
    sheet = document.createElement("div")
    parentElement.append(sheet)
  }
  sheet.className = isDark(parentElement.host ?? parentElement) ? "sheet dark" : "sheet light"
  return sheet
}
