/** Proposes names and headlines while somebody types (the combobox pattern of ARIA). Without it the form is a form. */
class SearchBox extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input")
    if (!this.input || !this.dataset.source) return
    this.list = document.createElement("ul")
    this.list.className = "search__list"
    this.list.id = "search-suggestions"
    this.list.hidden = true
    this.list.setAttribute("role", "listbox")
    this.list.setAttribute("aria-label", this.dataset.label)
    this.status = document.createElement("span")
    this.status.className = "search__status"
    this.status.setAttribute("role", "status")
    this.append(this.list, this.status)
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) {
      this.input.setAttribute(name, value)
    }
    this.input.addEventListener("input", () => this.wait())
    this.input.addEventListener("keydown", (event) => this.press(event))
    this.addEventListener("focusout", (event) => this.contains(event.relatedTarget) || this.close())
    // Not click: the field would lose the focus first, and the list with it.
    this.list.addEventListener("mousedown", (event) => event.preventDefault())
    this.list.addEventListener("click", (event) => this.open(event.target.closest("[role=option]")))
  }

  wait() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.ask(), 120)
  }

  async ask() {
    const asked = this.input.value
    this.request?.abort()
    if (asked.trim().length < 2) return this.close()
    this.request = new AbortController()
    try {
      const address = `${this.dataset.source}?${new URLSearchParams({ q: asked })}`
      const answer = await fetch(address, { signal: this.request.signal, credentials: "omit" })
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] }
      if (this.input.value === asked && document.activeElement === this.input) this.show(suggestions)
    } catch {
      this.close()
    }
  }

  show(suggestions) {
    this.list.replaceChildren(
      ...suggestions.map(({ name, kind, path }, number) => {
        const option = document.createElement("li")
        option.className = "search__option"
        option.id = `search-suggestion-${number}`
        option.dataset.path = path
        option.setAttribute("role", "option")
        option.setAttribute("aria-selected", "false")
        option.append(name)
        if (kind) {
          const told = document.createElement("span")
          told.textContent = kind
          option.append(told)
        }
        return option
      }),
    )
    this.list.hidden = !suggestions.length
    this.input.setAttribute("aria-expanded", String(suggestions.length > 0))
    this.choose(-1)
    this.status.textContent = suggestions.length ? this.dataset.found : ""
  }

  close() {
    clearTimeout(this.timer)
    this.show([])
  }

  choose(number) {
    const options = [...this.list.children]
    this.chosen = options.length ? (number + options.length + 1) % (options.length + 1) : -1
    if (this.chosen === options.length || number === -1) this.chosen = -1
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === this.chosen)))
    if (this.chosen < 0) this.input.removeAttribute("aria-activedescendant")
    else this.input.setAttribute("aria-activedescendant", options[this.chosen].id)
  }

  press(event) {
    if (this.list.hidden) return
    const last = this.list.children.length - 1
    if (event.key === "ArrowDown") this.choose(this.chosen + 1)
    else if (event.key === "ArrowUp") this.choose(this.chosen < 0 ? last : this.chosen - 1)
    else if (event.key === "Escape") this.close()
    else if (event.key === "Enter" && this.chosen >= 0) this.open(this.list.children[this.chosen])
    else return
    event.preventDefault()
  }

  open(option) {
    if (option) location.assign(option.dataset.path)
  }
}

customElements.define("search-box", SearchBox)
