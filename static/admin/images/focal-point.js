// <focal-point>: the point of a picture that crops keep in view, set by a click or with the arrow keys.
// It fills the two number fields that its data-x and data-y name, and shows what crops will look like.

const STEP = 0.01 // of the picture's width or height
const STRIDE = 0.1

const MOVES = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

const inside = (fraction) => Math.round(Math.min(Math.max(fraction, 0), 1) * 100) / 100

/** Where a crop begins, in percent of the room it has along one side: as near the focal point as the edges allow. */
const offset = (whole, part, focal) => {
  const room = whole - part
  return room > 0 ? (Math.min(Math.max(whole * focal - part / 2, 0), room) / room) * 100 : 50
}

class FocalPoint extends HTMLElement {
  connectedCallback() {
    this.fields = [this.dataset.x, this.dataset.y].map((id) => document.getElementById(id))
    if (!this.fields.every(Boolean)) return // somebody who may only look
    this.picture = this.querySelector(".focal-point__picture img")
    this.marker = this.querySelector(".focal-point__marker")
    this.marker.hidden = this.querySelector(".focal-point__crops").hidden = false

    this.picture.addEventListener("click", (event) => {
      const box = this.picture.getBoundingClientRect()
      this.#set((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
      this.marker.focus()
    })
    this.marker.addEventListener("keydown", (event) => {
      const move = MOVES[event.key]
      if (!move) return
      event.preventDefault()
      const step = event.shiftKey ? STRIDE : STEP
      const [x, y] = this.#point
      this.#set(x + move[0] * step, y + move[1] * step)
    })
    for (const field of this.fields) field.addEventListener("input", () => this.#show())
    this.#show()
  }

  get #point() {
    return this.fields.map((field) => inside(Number(field.value)))
  }

  #set(...point) {
    for (const [place, field] of this.fields.entries()) {
      field.value = inside(point[place])
      field.dispatchEvent(new Event("change", { bubbles: true }))
    }
    this.#show()
  }

  #show() {
    const [x, y] = this.#point
    this.marker.style.left = `${x * 100}%`
    this.marker.style.top = `${y * 100}%`
    const values = { x: Math.round(x * 100), y: Math.round(y * 100) }
    this.marker.ariaLabel = this.dataset.position.replace(/\{(\w+)\}/g, (_all, name) => values[name])
    const [width, height] = [this.picture.width, this.picture.height].map(Number)
    for (const crop of this.querySelectorAll(".focal-point__crop")) {
      const ratio = crop.clientWidth / crop.clientHeight
      const across = offset(width, Math.min(width, height * ratio), x)
      const down = offset(height, Math.min(height, width / ratio), y)
      crop.style.objectPosition = `${across}% ${down}%`
    }
  }
}

customElements.define("focal-point", FocalPoint)
