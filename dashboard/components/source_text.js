// A text in a frame of its own that scrolls; the passage that the address names is brought into view, once.
export default function (component) {
  const { data, parentElement } = component
  const sheet = sheetIn(parentElement)
  const before = sheet.querySelector(".pane")
  const pane = document.createElement("div")
  pane.className = "pane"
  pane.tabIndex = 0
  pane.setAttribute("role", "region")
  pane.setAttribute("aria-label", data?.name ?? "")
  pane.append(...(data?.nodes ?? []).map((node) => drawn(node)))
  const height = before?.scrollTop
  sheet.replaceChildren(pane)
  const wanted = pane.querySelector(".wanted")
  if (wanted && sheet.dataset.brought !== String(data.wanted)) {
    sheet.dataset.brought = String(data.wanted)
    pane.scrollTop = wanted.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3
    pane.scrollIntoView({ block: "nearest" })
  } else if (height) {
    pane.scrollTop = height
  }
}
