// Keys for what is done a hundred times a day. The list in the page says which; a tick turns them off for good.

const KEPT = "desk-keys-off"

/** Rows of a list that are walked through, and where the walk goes on after a deed has loaded the list anew. */
const ROWS = "#result_list tbody .field-excerpt a"
const PLACE = "desk-keys-row"

const wanted = (row) => {
  const parts = row.dataset.keys.split("+")
  const key = parts.at(-1)
  return { key, mod: parts.includes("mod"), shift: parts.includes("shift"), row }
}

const writes = (element) => element.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable=true]")

class DeskKeys extends HTMLElement {
  connectedCallback() {
    this.keys = [...this.querySelectorAll("[data-keys]")].map(wanted)
    this.tick = this.querySelector("input[type=checkbox]")
    this.tick.checked = localStorage.getItem(KEPT) === null
    this.tick.addEventListener("change", () => this.keep())
    // Before the editor, which has a use of its own for some of them.
    document.addEventListener("keydown", (event) => this.hear(event), { capture: true })
    this.goOn()
  }

  /** After a deed: the outcome is read out, and the row that has moved up is where the person goes on. */
  goOn() {
    const outcome = document.querySelector(".messagelist")
    if (outcome) {
      outcome.setAttribute("role", "status")
      const said = [...outcome.childNodes]
      setTimeout(() => outcome.replaceChildren(...said), 100)
    }
    const place = sessionStorage.getItem(PLACE)
    sessionStorage.removeItem(PLACE)
    const rows = document.querySelectorAll(ROWS)
    if (place !== null && rows.length) rows[Math.min(Number(place), rows.length - 1)].focus()
  }

  keep() {
    if (this.tick.checked) localStorage.removeItem(KEPT)
    else localStorage.setItem(KEPT, "1")
  }

  hear(event) {
    if (!this.tick.checked || event.altKey || event.isComposing) return
    const mod = event.ctrlKey || event.metaKey
    const found = this.keys.find((one) => one.key === event.key.toLowerCase() && one.mod === mod && this.fits(one, event))
    if (!found || !this.act(found.row.dataset)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** A sign that is typed on its own, with Shift on some keyboards, is no command where somebody writes. */
  fits(one, event) {
    if (one.mod) return one.shift === event.shiftKey
    const { within } = one.row.dataset
    const here = !within || event.target === document.body || event.target.closest(within)
    return here && !writes(event.target)
  }

  act({ press, open, focus, step, choose, show }) {
    if (step) return this.step(Number(step))
    if (choose) return this.choose(choose)
    const target = document.querySelector(press || open || focus || show)
    if (!target) return false
    if (open) this.openDialog(target)
    else if (show) this.toggle(target)
    else if (focus) target.focus()
    else target.click()
    return true
  }

  toggle(details) {
    details.open = !details.open
    details.querySelector("summary").focus()
  }

  /** To the next row of the list, or the one before; from outside, to the first. */
  step(by) {
    const rows = [...document.querySelectorAll(ROWS)]
    const row = document.activeElement.closest("tr")
    const place = rows.findIndex((link) => link.closest("tr") === row)
    const next = rows[place < 0 ? 0 : place + by]
    next?.focus()
    return Boolean(next)
  }

  /** Do one of the list's actions with the ticked rows; if there are none, with the one that has the focus. */
  choose(action) {
    const form = document.querySelector("#changelist-form")
    const row = document.activeElement.closest("#result_list tbody tr")
    const ticked = form?.querySelector("input.action-select:checked")
    const select = form?.querySelector("select[name=action]")
    if (!select || (!row && !ticked)) return false
    if (!ticked) row.querySelector("input.action-select").click()
    if (row) sessionStorage.setItem(PLACE, [...row.parentElement.children].indexOf(row))
    select.value = action
    form.requestSubmit(form.querySelector("button[name=index]"))
    return true
  }

  openDialog(dialog) {
    if (dialog.open) return
    dialog.querySelector("[data-close]").onclick = () => dialog.close()
    dialog.showModal()
  }
}

customElements.define("desk-keys", DeskKeys)
