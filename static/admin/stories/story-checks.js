// The findings of the gate on what is on the form at this moment. Without this, a link leads to those on the last save.

class StoryChecks extends HTMLElement {
  connectedCallback() {
    this.said = document.createElement("p")
    this.said.className = "visually-hidden"
    this.said.setAttribute("role", "status")
    this.after(this.said)
    this.heard = () => this.ask()
    document.addEventListener("story-typed", this.heard)
    // The editor fills its field when it is ready; asking a moment later spares a second question.
    setTimeout(this.heard, 300)
  }

  disconnectedCallback() {
    document.removeEventListener("story-typed", this.heard)
  }

  async ask() {
    const form = document.querySelector("#article_form")
    this.asking?.abort()
    this.asking = new AbortController()
    try {
      const answer = await fetch(this.dataset.address, {
        method: "POST",
        body: new FormData(form),
        headers: { "X-Part": "1" },
        signal: this.asking.signal,
      })
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText)
      this.show(await answer.text())
    } catch (error) {
      if (error.name === "AbortError") return
      this.classList.add("checks--old")
      this.tell(this.dataset.failed)
    }
  }

  show(html) {
    this.classList.remove("checks--old")
    if (this.shown === html) return
    this.shown = html
    const focused = this.contains(document.activeElement) && document.activeElement.getAttribute("href")
    this.innerHTML = html
    this.dispatchEvent(new CustomEvent("part-shown", { bubbles: true }))
    if (focused) this.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus()
    const verdict = this.querySelector("[data-verdict]").textContent.trim()
    this.tell(verdict)
    for (const place of document.querySelectorAll("[data-findings]")) place.textContent = verdict
  }

  tell(text) {
    if (this.said.textContent !== text) this.said.textContent = text
  }
}

customElements.define("story-checks", StoryChecks)
