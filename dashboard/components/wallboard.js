// The wall: what Python describes, over the whole window, and a line that says when it was drawn last. A wall that is
// not drawn again in time says so by itself, since nobody who could is talking to it any more.
const walls = new WeakMap()
const CLOCK = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" })
const STEPS = [0, 3, 6, 3, 0, -3, -6, -3] // pixels; no line of the picture stays in one place for good

function told(wall, data) {
  const late = Date.now() - wall.drawn > 2500 * data.every + 5000
  const failed = late || Boolean(data.problem)
  const words = failed ? `${data.words.stale} ${wall.good ? CLOCK.format(wall.good) : "–"}` : `${data.words.refreshed} ${CLOCK.format(wall.good)}`
  wall.foot.className = failed ? "foot failed" : "foot"
  const said = failed ? `${words}. ${data.problem ? `${data.problem} ` : ""}${data.words.trying}` : words
  if (wall.foot.textContent !== said) wall.foot.textContent = said
}

export default function (component) {
  const { data, parentElement } = component
  let wall = walls.get(parentElement)
  if (!wall) {
    const sheet = sheetIn(parentElement)
    const inner = document.createElement("main")
    const foot = document.createElement("p")
    foot.setAttribute("role", "status")
    sheet.replaceChildren(inner, foot)
    wall = { sheet, inner, foot, good: null, turn: 0 }
    walls.set(parentElement, wall)
  }
  wall.sheet.className = "sheet dark wall"
  wall.drawn = Date.now()
  if (!data.problem) {
    wall.good = new Date(data.at)
    wall.turn += 1
    wall.inner.replaceChildren(...data.nodes.map((node) => drawn(node)))
    wall.inner.style.transform = `translate(${STEPS[wall.turn % STEPS.length]}px, ${STEPS[(wall.turn + 2) % STEPS.length]}px)`
  }
  told(wall, data)
  clearInterval(wall.clock)
  wall.clock = setInterval(() => told(wall, data), 1000)
  return () => clearInterval(wall.clock)
}
