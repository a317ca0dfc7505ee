// Draws a tree of elements that Python describes. Every word is set as text content, every attribute is one of a few:
// nothing that is drawn here can become markup, a script or a request to a foreign place.
const TAGS = new Set(["div", "p", "span", "a", "h1", "h2", "h3", "ol", "ul", "li", "dl", "dt", "dd", "time", "del", "ins", "table", "tbody", "thead", "tr", "th", "td", "i"])

function inside(address) {
  return typeof address === "string" && /^(\.\/|[a-z]+)(\?[\w%=&.+-]*)?$/.test(address)
}

function outside(address) {
  return typeof address === "string" && /^https?:\/\//i.test(address)
}

function drawn(node) {
  if (typeof node === "string") return document.createTextNode(node)
  const element = document.createElement(TAGS.has(node.tag) ? node.tag : "span")
  if (node.class) element.className = node.class
  if (node.title) element.title = node.title
  if (node.hidden) element.setAttribute("aria-hidden", "true")
  if (node.lang) element.lang = node.lang
  if (node.at) element.dateTime = node.at
  if (node.light) element.style.setProperty("--light", node.light)
  if (node.dark) element.style.setProperty("--dark", node.dark)
  if (node.share) element.style.flexGrow = String(Number(node.share))
  if (inside(node.href)) {
    element.href = node.href
    // Streamlit follows the browser's history: a step in it opens the page in one run, and going back leads back.
    element.onclick = (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      event.preventDefault()
      event.stopPropagation()
      window.history.pushState({}, "", element.href)
      window.dispatchEvent(new PopStateEvent("popstate", { state: {} }))
    }
  } else if (outside(node.href)) {
    element.href = node.href
    element.target = "_blank"
    element.rel = "noopener noreferrer nofollow"
    element.referrerPolicy = "no-referrer"
  }
  for (const child of node.children ?? []) element.append(drawn(child))
  return element
}

function isDark(element) {
  const colour = getComputedStyle(element).getPropertyValue("--st-background-color").trim()
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16))
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128
}

export default function (component) {
  const { data, parentElement } = component
  let sheet = parentElement.querySelector(".sheet")
  if (!sheet) {
    sheet = document.createElement("div")
    parentElement.append(sheet)
  }
  sheet.className = isDark(parentElement.host ?? parentElement) ? "sheet dark" : "sheet light"
  sheet.replaceChildren(...(data?.nodes ?? []).map((node) => drawn(node)))
}
