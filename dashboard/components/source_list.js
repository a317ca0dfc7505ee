// The list of sources on paper, with a button on each that has an address: one click has it fetched.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const sheet = sheetIn(parentElement)
  sheet.replaceChildren(...(data?.nodes ?? []).map((node) => drawn(node)))
  const numbers = data?.numbers ?? []
  sheet.querySelectorAll(".capture-one").forEach((place, number) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "capture-one"
    button.setAttribute("aria-label", place.getAttribute("aria-label"))
    button.append(...place.childNodes)
    button.onclick = () => {
      button.disabled = true
      setTriggerValue("capture", numbers[number])
    }
    place.replaceWith(button)
  })
}
