// Keys for what is done a hundred times a day. The list in the page says which; a tick turns them off for good.

const KEPT = "desk-keys-off"

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
    return one.mod ? one.shift === event.shiftKey : !writes(event.target)
  }

  act({ press, open, focus }) {
    const target = document.querySelector(press || open || focus)
    if (!target) return false
    if (open) this.openDialog(target)
    else if (focus) target.focus()
    else target.click()
    return true
  }

  openDialog(dialog) {
    if (dialog.open) return
    dialog.querySelector("[data-close]").onclick = () => dialog.close()
    dialog.showModal()
  }
}

customElements.define("desk-keys", DeskKeys)
