// The sheet of a claim's page. What a person has unfolded stays so when the page is drawn anew.
const unfolded = new Map()

function keepUnfolded(sheet) {
  for (const fold of sheet.querySelectorAll("details[class^='fold-']")) {
    fold.open = unfolded.get(fold.className) ?? false
    fold.addEventListener("toggle", () => unfolded.set(fold.className, fold.open))
  }
}

// Leads eye and keyboard to what was opened last: with what it is about above it, and the next Tab inside it.
function leadTo(sheet) {
  const heading = sheet.querySelector("h2, h3") ?? sheet
  heading.tabIndex = -1
  requestAnimationFrame(() => {
    heading.focus({ preventScroll: true })
    const { top } = heading.getBoundingClientRect()
    if (top < 72 || top > window.innerHeight * 0.6) sheet.scrollIntoView({ block: "start" })
  })
}

export default function (component) {
  const { data, parentElement } = component
  const sheet = sheetIn(parentElement)
  sheet.replaceChildren(...(data?.nodes ?? []).map((node) => drawn(node)))
  keepUnfolded(sheet)
  if (data?.lead && sheet.dataset.lead !== data.lead) {
    sheet.dataset.lead = data.lead
    leadTo(sheet)
  }
}
