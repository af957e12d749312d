// <story-presence>: tells the desk that this form is open, and its reader who else has the story open.

class StoryPresence extends HTMLElement {
  #since = new Map() // name → when they came, "" if they were there before us
  #timer = null

  connectedCallback() {
    this.form = this.closest("form")
    document.addEventListener("story-saved", ({ detail }) => {
      this.dataset.address = detail.addresses.presence
      this.querySelector(".presence__newer").textContent = ""
      this.#begin()
    })
    document.addEventListener("desk-signed-in", () => this.#begin())
    addEventListener("pagehide", () => {
      if (!this.dataset.address) return
      const data = this.#data()
      data.set("gone", "1")
      navigator.sendBeacon(this.dataset.address, data)
    })
    addEventListener("pageshow", (event) => event.persisted && this.#tell())
    this.#begin()
  }

  disconnectedCallback() {
    clearInterval(this.#timer)
  }

  #begin() {
    if (this.#timer || !this.dataset.address) return
    this.#timer = setInterval(() => this.#tell(), this.dataset.every * 1000)
    this.#tell({ first: true })
  }

  #data() {
    const data = new FormData()
    data.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value)
    return data
  }

  async #tell({ first = false } = {}) {
    try {
      const headers = { Accept: "application/json" }
      const answer = await fetch(this.dataset.address, { method: "POST", body: this.#data(), headers })
      if (answer.ok) this.#show(await answer.json(), first)
      else if ([401, 403].includes(answer.status)) {
        // A late answer to an ended session could take the cookie of the next one away.
        this.#timer = clearInterval(this.#timer) ?? null
        document.dispatchEvent(new CustomEvent("desk-refused"))
      }
    } catch {
      // Saving says that there is no connection; who is there is not worth a second sentence.
    }
  }

  #show({ others, now, version, text }, first) {
    const known = this.#since
    this.#since = new Map(others.map((name) => [name, known.get(name) ?? (first ? "" : now)]))
    const named = [...this.#since].map(([name, since]) =>
      since ? this.dataset.since.replace("{name}", name).replace("{time}", since) : name,
    )
    this.#put(".presence__others", named.length ? this.dataset.others.replace("{names}", named.join(", ")) : "")
    const saving = document.querySelector("story-saving")
    if (!saving?.busy) this.#put(".presence__newer", version > this.form.elements.version.value ? text : "")
  }

  #put(selector, text) {
    const line = this.querySelector(selector)
    if (line.textContent !== text) line.textContent = text
  }
}

customElements.define("story-presence", StoryPresence)
