// A panel that is a page of its own: shown here as a part, and its forms answered without leaving the story form.

class DeskPart extends HTMLElement {
  connectedCallback() {
    this.addEventListener("submit", (event) => this.send(event))
    this.fetch(this.dataset.address)
  }

  async send(event) {
    event.preventDefault()
    const { target: form, submitter } = event
    submitter?.setAttribute("aria-disabled", "true")
    if (await this.fetch(form.action, { method: "POST", body: new FormData(form, submitter) })) {
      if (this.dataset.tells) this.dispatchEvent(new CustomEvent(this.dataset.tells, { bubbles: true }))
      this.rest(submitter)
    } else form.submit() // the page itself says what is wrong
  }

  async fetch(address, options = {}) {
    try {
      const answer = await fetch(address, { ...options, headers: { "X-Part": "1" } })
      if (!answer.ok || answer.redirected) return false
      this.innerHTML = await answer.text()
      this.dispatchEvent(new CustomEvent("part-shown", { bubbles: true }))
      return true
    } catch {
      return false
    }
  }

  /** The button that was pressed is gone: the keyboard goes on from the same one, or from the first thing here. */
  rest(submitter) {
    const same = submitter?.name && `button[name="${submitter.name}"][value="${submitter.value}"]`
    const next = (same && this.querySelector(same)) || this.querySelector("button, input:not([type=hidden]), textarea")
    next?.focus()
  }
}

customElements.define("desk-part", DeskPart)
