// <desk-sign-in>: signs in without leaving the page, by the desk's own sign-in page behind the scenes.

class DeskSignIn extends HTMLElement {
  connectedCallback() {
    this.dialog = this.querySelector("dialog")
    this.form = this.querySelector("form")
    this.problem = this.querySelector("[role=alert]")
    this.other = this.querySelector(".sign-in__other")
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#send()
    })
    this.querySelector("[data-do=as-other]").addEventListener("click", () => this.#end(this.found))
    for (const button of this.querySelectorAll("[data-do=leave]")) button.addEventListener("click", () => this.#end(null))
    this.dialog.addEventListener("close", () => this.#end(null))
    // Somebody may have signed in in another tab meanwhile.
    addEventListener("focus", () => this.dialog.open && this.#look())
  }

  /** Asks until `writer` (a key) is signed in, or somebody else who says so. The session, or null if it was left. */
  ask(writer) {
    this.writer = writer
    this.#tell("")
    this.#offer(null)
    if (!this.dialog.open) this.dialog.showModal()
    this.form.elements.password.value = ""
    const { username, password } = this.form.elements
    ;(username.value ? password : username).focus()
    this.#look()
    return new Promise((resolve) => (this.resolve = resolve))
  }

  #end(session) {
    this.form.elements.password.value = ""
    this.resolve?.(session)
    this.resolve = null
    if (this.dialog.open) this.dialog.close()
  }

  #tell(text) {
    this.problem.hidden = !text
    this.problem.textContent = text
  }

  #offer(session) {
    this.found = session
    this.other.hidden = !session
    if (!session) return
    const filled = (words) => words.replace("{name}", session.name)
    this.other.querySelector("p").textContent = filled(this.dataset.other)
    this.other.querySelector("button").textContent = filled(this.dataset.asOther)
  }

  #found(session) {
    if (String(session.user) === this.writer) this.#end(session)
    else if (session.user) this.#offer(session)
  }

  async #look() {
    try {
      const answer = await fetch(this.dataset.session, { headers: { Accept: "application/json" } })
      if (answer.ok) this.#found(await answer.json())
    } catch {
      this.#tell(this.dataset.unreachable)
    }
  }

  async #send() {
    try {
      const { token } = await (await fetch(this.dataset.session, { headers: { Accept: "application/json" } })).json()
      const data = new FormData(this.form)
      data.set("csrfmiddlewaretoken", token)
      data.set("next", this.dataset.session)
      const answer = await fetch(this.dataset.login, { method: "POST", body: data })
      if (answer.headers.get("Content-Type")?.includes("json")) {
        const session = await answer.json()
        if (session.user) return this.#found(session)
        return this.#tell(this.dataset.refused) // signed in, but the browser keeps no cookie of ours
      }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html")
      const said = page.querySelector(".errornote, .errorlist li, #content-main h2")
      this.#tell(said?.textContent.trim() || this.dataset.refused)
      this.form.elements.password.select()
    } catch {
      this.#tell(this.dataset.unreachable)
    }
  }
}

customElements.define("desk-sign-in", DeskSignIn)
