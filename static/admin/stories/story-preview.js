// The draft in the readers' template, beside the form and live while typing; the version in the other language as it is saved.

class StoryPreview extends HTMLElement {
  connectedCallback() {
    this.panel = this.closest("[data-tab]")
    this.links = [...this.querySelectorAll("[data-version]")]
    this.links.forEach((link) => link.addEventListener("click", (event) => this.choose(event, link)))
    this.panel.addEventListener("panel-shown", () => this.open())
    document.addEventListener("story-typed", () => this.refresh())
    if (!this.panel.hidden && this.panel.getAttribute("role") === "tabpanel") this.open()
  }

  open() {
    if (this.frame) return this.refresh()
    this.frame = document.createElement("iframe")
    this.frame.title = this.dataset.title
    this.frame.addEventListener("load", () => this.loaded())
    this.said = document.createElement("p")
    this.said.setAttribute("role", "status")
    this.append(this.said, this.frame)
    this.turnTo(this.links[0])
  }

  choose(event, link) {
    if (!this.frame || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    this.turnTo(link)
  }

  turnTo(link) {
    this.own = link.dataset.version === "own"
    for (const one of this.links) {
      if (one === link) one.setAttribute("aria-current", "true")
      else one.removeAttribute("aria-current")
    }
    this.ready = false
    this.shown = ""
    this.frame.src = link.href
  }

  loaded() {
    this.ready = true
    // Readers' pages refuse to be framed: what the preview links to opens beside it.
    this.frame.contentDocument.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]")
      if (!link || link.getAttribute("href").startsWith("#")) return
      event.preventDefault()
      window.open(link.href, "_blank", "noopener,noreferrer")
    })
    this.refresh()
  }

  async refresh() {
    if (!this.ready || !this.own || this.panel.hidden) return
    this.asking?.abort()
    this.asking = new AbortController()
    try {
      const answer = await fetch(this.dataset.live, {
        method: "POST",
        body: new FormData(document.querySelector("#article_form")),
        signal: this.asking.signal,
      })
      if (!answer.ok || answer.redirected) throw new Error(answer.statusText)
      this.show(await answer.text())
      this.said.textContent = ""
    } catch (error) {
      if (error.name !== "AbortError") this.said.textContent = this.dataset.failed
    }
  }

  show(html) {
    if (this.shown === html || !this.own) return
    this.shown = html
    const page = new DOMParser().parseFromString(html, "text/html")
    const here = this.frame.contentDocument
    const [left, top] = [this.frame.contentWindow.scrollX, this.frame.contentWindow.scrollY]
    here.title = page.title
    here.body.replaceChildren(...[...page.body.childNodes].map((node) => here.importNode(node, true)))
    this.frame.contentWindow.scrollTo(left, top)
  }
}

customElements.define("story-preview", StoryPreview)
