// What stands beside the story form: its panels as tabs, and word to them when somebody has stopped typing.

const QUIET = 1000 // milliseconds without a key until the panels look again

/** Take the eye and the keyboard to a field, also to one that another control stands in for. */
const goTo = (field) => {
  const [label] = field.labels ?? []
  const chooser = field.parentElement?.querySelector(".select2-selection")
  field.scrollIntoView({ block: "center" })
  if (field.classList.contains("select2-hidden-accessible") && chooser) chooser.focus()
  else if (!field.offsetParent && label) label.click()
  else if (field.matches("fieldset, section")) field.querySelector("input:not([type=hidden]), select, textarea")?.focus()
  else field.focus()
  label?.scrollIntoView({ block: "center" })
}

class StoryBeside extends HTMLElement {
  connectedCallback() {
    this.form = document.querySelector("#article_form")
    this.panels = [...this.querySelectorAll("[data-tab]")]
    if (this.panels.length > 1) this.makeTabs()
    this.listen()
    document.addEventListener("click", (event) => this.follow(event))
    this.addEventListener("notes-changed", () => this.tell())
    this.addEventListener("part-shown", (event) => this.count(event.target.closest("[data-tab]")))
    this.goWhereTheAddressSays()
  }

  makeTabs() {
    this.bar = document.createElement("div")
    this.bar.className = "beside__tabs"
    this.bar.setAttribute("role", "tablist")
    this.tabs = this.panels.map((panel) => {
      const tab = document.createElement("button")
      Object.assign(tab, { type: "button", id: `${panel.id}-tab`, textContent: panel.dataset.tab })
      tab.setAttribute("role", "tab")
      tab.setAttribute("aria-controls", panel.id)
      panel.setAttribute("role", "tabpanel")
      panel.setAttribute("aria-labelledby", tab.id)
      tab.addEventListener("click", () => this.show(panel))
      return tab
    })
    this.bar.append(...this.tabs)
    this.bar.addEventListener("keydown", (event) => this.step(event))
    this.panels[0].before(this.bar)
    this.show(this.panels[0])
  }

  /** How many things wait behind a tab stands on it. */
  count(panel) {
    const number = Number(panel?.querySelector("[data-count]")?.dataset.count ?? 0)
    const tab = this.tabs?.[this.panels.indexOf(panel)]
    if (tab) tab.textContent = panel.dataset.tab + (number ? ` (${number})` : "")
  }

  show(chosen) {
    this.panels.forEach((panel, number) => {
      const is = panel === chosen
      panel.hidden = !is
      this.tabs[number].setAttribute("aria-selected", String(is))
      this.tabs[number].tabIndex = is ? 0 : -1
    })
    this.parentElement.classList.toggle("story-desk--previewing", chosen.id === "preview")
    chosen.dispatchEvent(new CustomEvent("panel-shown", { bubbles: true }))
  }

  step(event) {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    const at = this.tabs.indexOf(document.activeElement)
    const next = this.tabs.at((at + by) % this.tabs.length)
    next.focus()
    next.click()
  }

  listen() {
    const typed = () => {
      clearTimeout(this.timer)
      this.timer = setTimeout(() => this.tell(), QUIET)
    }
    this.form?.addEventListener("input", typed)
    this.form?.addEventListener("change", typed)
    // Fields that search tell of a choice by jQuery alone.
    if (this.form && window.django?.jQuery) django.jQuery(this.form).on("change", typed)
  }

  tell() {
    document.dispatchEvent(new CustomEvent("story-typed", { detail: this.form }))
  }

  follow(event) {
    const link = event.target.closest?.("a[href*='#']")
    if (!link || link.pathname !== location.pathname) return
    const field = document.getElementById(link.hash.slice(1))
    if (!field || !(this.form.contains(field) || this.contains(field))) return
    event.preventDefault()
    const panel = this.panels.find((one) => one === field || one.contains(field))
    if (panel && this.tabs) this.show(panel)
    goTo(field)
  }

  goWhereTheAddressSays() {
    const panel = this.panels.find((one) => one.id === location.hash.slice(1))
    if (panel && this.tabs) this.show(panel)
  }
}

customElements.define("story-beside", StoryBeside)
