// The picture of sources: lines and frames are drawn as SVG beneath, the boxes are links above, so that the keyboard,
// a screen reader and a middle click find what they know. All words are text content.
const SVG = "http://www.w3.org/2000/svg"
const CURVE = 8

function shape(tag, attributes) {
  const made = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value))
  return made
}

// A way from corner to corner, its corners rounded.
function way(points) {
  const steps = [`M ${points[0][0]} ${points[0][1]}`]
  for (let at = 1; at < points.length; at += 1) {
    const [x, y] = points[at]
    const next = points[at + 1]
    if (!next) {
      steps.push(`L ${x} ${y}`)
      break
    }
    const [fromX, fromY] = points[at - 1]
    const bend = Math.min(CURVE, Math.hypot(x - fromX, y - fromY) / 2, Math.hypot(next[0] - x, next[1] - y) / 2)
    const toward = ([ax, ay]) => {
      const far = Math.hypot(ax - x, ay - y) || 1
      return [x + ((ax - x) / far) * bend, y + ((ay - y) / far) * bend]
    }
    const [inX, inY] = toward([fromX, fromY])
    const [outX, outY] = toward(next)
    steps.push(`L ${inX} ${inY} Q ${x} ${y} ${outX} ${outY}`)
  }
  return steps.join(" ")
}

// The tip of a line: a small triangle in the direction of its last step.
function tipOf(points) {
  const [x, y] = points.at(-1)
  const down = points.at(-2)[1] < y ? -1 : 1
  return `M ${x} ${y} l -4 ${7 * down} l 8 0 Z`
}

function node(words, [, x, y], [width, height]) {
  const box = drawn({
    tag: "a",
    class: `box${words.here ? " here" : ""}${words.described ? " described" : ""}`,
    href: words.href,
    title: words.title,
    children: [
      { tag: "span", class: "name", children: [words.title] },
      { tag: "span", class: "from", children: [words.about] },
    ],
  })
  if (words.here) box.setAttribute("aria-current", "page")
  Object.assign(box.style, { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` })
  return box
}

function picture(data, chosen) {
  const stage = document.createElement("div")
  stage.className = "stage"
  stage.style.width = `${chosen.width}px`
  stage.style.height = `${chosen.height}px`
  const under = shape("svg", { width: chosen.width, height: chosen.height, "aria-hidden": "true" })
  for (const [x, y, width, height] of chosen.frames) {
    under.append(shape("rect", { class: "frame", x, y, width, height, rx: 8 }))
    const title = shape("text", { class: "origin", x: x + 12, y: y + 17 })
    title.textContent = data.origin
    under.append(title)
  }
  for (const [, points] of chosen.lines) {
    under.append(shape("path", { class: "line", d: way(points) }), shape("path", { class: "end", d: tipOf(points) }))
  }
  for (const [number, , [x, y]] of chosen.lines) {
    const word = shape("text", { class: "word", x, y, "text-anchor": "middle" })
    word.textContent = data.words[number]
    under.append(word)
  }
  stage.append(under, ...chosen.boxes.map((box) => node(data.nodes[box[0]], box, data.box)))
  return stage
}

export default function (component) {
  const { data, parentElement } = component
  if (!data?.pictures) return
  const sheet = sheetIn(parentElement)
  sheet.setAttribute("role", "group")
  sheet.setAttribute("aria-label", data.name)
  let shown = null
  const fit = () => {
    const room = sheet.clientWidth
    const fitting = data.pictures.filter((one) => one.width <= room)
    const chosen = fitting.sort((one, other) => other.width - one.width || one.height - other.height)[0] ?? data.pictures[0]
    if (chosen === shown) return
    shown = chosen
    sheet.replaceChildren(picture(data, chosen))
  }
  fit()
  const watching = new ResizeObserver(fit)
  watching.observe(sheet)
  return () => watching.disconnect()
}
