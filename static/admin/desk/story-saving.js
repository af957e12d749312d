// <story-saving>: stores what is on the form it stands in while somebody types, and says so in a quiet line.
//
// Nothing is kept in the browser: the machine may be taken away. What could not be sent stays on the form, is tried
// again, and leaving the page warns. A request whose answer was lost is repeated word for word, so that it counts once.
// Tells the page by the event "story-saved" where the story is and which version it has.

const AFTER_PAUSE = 2000 // milliseconds without a keystroke until what was typed is sent,
const AT_LATEST = 5000 // and while somebody types without pause
const RETRIES = [3000, 5000, 10000, 20000]
const OF_THE_PAGE = new Set(["csrfmiddlewaretoken", "version", "base", "writer", "spoken"])

class StorySaving extends HTMLElement {
  #saved = "" // what the server has
  #seen = "" // what was on the form when we looked last
  #changedAt = 0
  #firstAt = 0
  #payload = null // what is being sent, or was sent without an answer
  #sending = null // the promise of its answer
  #failures = 0
  #quietUntil = 0
  #refused = null // what the server would not take: only something else is worth sending
  #touched = false // until somebody does something, changes are the editor setting itself up
  #stopped = false
  #signedOut = false
  #leaving = false

  connectedCallback() {
    this.form = this.closest("form")
    this.status = this.querySelector("[role=status]")
    this.notice = this.querySelector(".saving__notice")
    this.#saved = this.#seen = this.#written()
    for (const kind of ["keydown", "pointerdown", "paste", "drop", "beforeinput"])
      this.form.addEventListener(kind, (event) => (this.#touched ||= event.isTrusted), { capture: true })
    this.querySelector("[data-do=sign-in]").addEventListener("click", () => this.#signIn())
    this.form.addEventListener("submit", (event) => this.#submit(event))
    addEventListener("beforeunload", (event) => {
      if (!this.#leaving && this.dirty) event.preventDefault()
    })
    addEventListener("online", () => (this.#quietUntil = 0))
    addEventListener("focus", () => this.#signedOut && this.#resume())
    document.addEventListener("desk-refused", () => this.#resume())
    document.addEventListener("visibilitychange", () => {
      const idle = !this.#stopped && !this.#signedOut && !this.submitting && !this.#leaving
      if (document.hidden && this.#touched && this.dirty && idle) this.#send()
    })
    setInterval(() => this.#look(), 500)
  }

  /** Whether the form holds something that the server doesn't. */
  get dirty() {
    return this.#written() !== this.#saved
  }

  /** Whether an answer is on its way. */
  get busy() {
    return Boolean(this.#payload)
  }

  #field(name) {
    return this.form.elements[name]
  }

  #written() {
    const entries = [...new FormData(this.form)].filter(([name, value]) => !OF_THE_PAGE.has(name) && value.slice)
    return JSON.stringify(entries)
  }

  #look() {
    const written = this.#written()
    const now = Date.now()
    if (!this.#touched) this.#saved = written
    if (written !== this.#seen) {
      this.#seen = written
      this.#changedAt = now
    }
    if (written === this.#saved) {
      this.#firstAt = 0
      return
    }
    this.#firstAt ||= now
    if (this.#stopped || this.#signedOut || this.#sending || now < this.#quietUntil) return
    // An autosave that overtakes the button's own save would be a conflict with oneself.
    if (this.submitting || this.#leaving) return
    if (written === this.#refused) return
    if (now - this.#changedAt >= AFTER_PAUSE || now - this.#firstAt >= AT_LATEST) this.#send()
  }

  #say(text, { wrong = false } = {}) {
    if (this.status.textContent !== text) this.status.textContent = text
    this.status.classList.toggle("saving__status--wrong", wrong)
  }

  #warn(text, button) {
    this.notice.hidden = !text
    this.notice.querySelector("span").textContent = text
    for (const choice of this.notice.querySelectorAll("[data-do]")) choice.hidden = choice.dataset.do !== button
    if (text) this.#say("")
  }

  #send() {
    this.#sending ??= this.#exchange().finally(() => (this.#sending = null))
    return this.#sending
  }

  async #exchange() {
    this.#payload ??= { written: this.#written(), data: new FormData(this.form) }
    this.#payload.data.set("csrfmiddlewaretoken", this.#field("csrfmiddlewaretoken").value)
    this.#payload.data.set("writer", this.#field("writer").value)
    const headers = { Accept: "application/json" }
    let answer = null
    let said = {}
    try {
      answer = await fetch(this.dataset.autosave, { method: "POST", body: this.#payload.data, headers })
      if (answer.headers.get("Content-Type")?.includes("json")) said = await answer.json()
      else if (answer.ok) answer = null // no answer of ours
    } catch {
      answer = null
    }
    if (!answer || answer.status >= 500) return this.#failed()
    const { written } = this.#payload
    this.#payload = null
    this.#failures = 0
    if (answer.ok) return this.#stored(said, written)
    if (answer.status === 401) return this.#ended()
    if (said.stale_token) return this.#resume()
    if (said.conflict) this.#stop(said.text, "compare")
    else if (said.other_writer) this.#stop(said.text, "sign-in")
    else {
      this.#refused = written
      this.#say(said.text ?? this.dataset.refused, { wrong: true })
    }
  }

  #stored(said, written) {
    this.#saved = written
    this.#firstAt = 0
    this.#field("version").value = said.version
    this.#field("base").value = said.base
    this.dataset.autosave = said.addresses.autosave
    if (location.pathname !== said.addresses.form) this.#settle(said.addresses.form)
    this.#say(said.text, { wrong: said.problems.length > 0 })
    document.dispatchEvent(new CustomEvent("story-saved", { detail: said }))
  }

  /** A story that was new has an address now, and its language stays. */
  #settle(address) {
    history.replaceState(history.state, "", address)
    const language = this.#field("language")
    if (language) language.disabled = true
    this.#saved = this.#saved === this.#seen ? this.#written() : this.#saved
  }

  #failed() {
    const wait = RETRIES[Math.min(this.#failures, RETRIES.length - 1)]
    this.#failures += 1
    this.#quietUntil = Date.now() + wait
    this.#say(this.dataset.unreachable, { wrong: true })
  }

  #stop(text, button) {
    this.#stopped = true
    this.#warn(text, button)
  }

  #ended() {
    this.#signedOut = true
    this.#warn(this.dataset.signedOut, "sign-in")
  }

  /** Who is signed in now; null if the desk can't be reached. */
  async #session() {
    try {
      const answer = await fetch(this.dataset.session, { headers: { Accept: "application/json" } })
      return answer.ok ? await answer.json() : null
    } catch {
      return null
    }
  }

  /** Go on under the session that there is now, if it is the same person's. */
  async #resume() {
    const session = await this.#session()
    if (session && String(session.user) === this.#field("writer").value) return this.#adopt(session)
    if (session) this.#ended()
  }

  #adopt(session) {
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = session.token
    this.#field("writer").value = session.user
    this.#signedOut = this.#stopped = false
    this.#refused = null
    this.#warn("")
    document.dispatchEvent(new CustomEvent("desk-signed-in"))
  }

  async #signIn() {
    const session = await document.querySelector("desk-sign-in").ask(this.#field("writer").value)
    if (session) this.#adopt(session)
    return session
  }

  /** Let the form go only when it will arrive: with a living session, its token, and the version of the last autosave. */
  async #submit(event) {
    if (this.#leaving) return
    event.preventDefault()
    if (this.submitting) return
    this.submitting = true
    try {
      if (this.#sending || (this.#payload && !this.#signedOut)) await this.#send()
      let session = await this.#session()
      if (session && String(session.user) !== this.#field("writer").value) session = await this.#signIn()
      else if (!session) this.#say(this.dataset.unreachable, { wrong: true })
      if (!session) return
      this.#adopt(session)
      this.#leaving = true
      this.form.requestSubmit(event.submitter)
      // Should the answer never come, the form is a form again.
      setTimeout(() => (this.#leaving = false), 15000)
    } finally {
      this.submitting = false
    }
  }
}

customElements.define("story-saving", StorySaving)
