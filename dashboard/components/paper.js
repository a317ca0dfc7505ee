// The paper: a sheet with what Python describes, or a step to another page.
export default function (component) {
  const { data, parentElement } = component
  const sheet = sheetIn(parentElement)
  sheet.replaceChildren(...(data?.nodes ?? []).map((node) => drawn(node)))
  if (data?.go) goTo(data.go)
}
