// <image-drop>: several pictures at once into the image library, each described before it is sent.
// Files are chosen or dropped anywhere on the page. They are sent one after the other; what is refused stays, with its
// reason, and can be mended and sent again.

const carriesFiles = (event) => event.dataTransfer?.types.includes("Files")

const filled = (words, values) => words.replace(/\{(\w+)\}/g, (_all, name) => values[name])

class ImageDrop extends HTMLElement {
  #files = new Map() // list item → file

  connectedCallback() {
    this.form = this.querySelector("form")
    this.list = this.querySelector(".image-drop__files")
    this.work = this.querySelector(".image-drop__work")
    this.said = this.querySelector(".image-drop__said")
    this.hidden = false

    const chooser = this.querySelector("[type=file]")
    chooser.addEventListener("change", () => {
      this.#add(chooser.files)
      chooser.value = ""
    })
    document.addEventListener("dragover", (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      this.classList.add("image-drop--over")
    })
    document.addEventListener("dragleave", (event) => {
      if (!event.relatedTarget) this.classList.remove("image-drop--over")
    })
    document.addEventListener("drop", (event) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      this.classList.remove("image-drop--over")
      this.#add(event.dataTransfer.files)
    })
    this.form.addEventListener("submit", (event) => {
      event.preventDefault()
      this.#send()
    })
  }

  #add(files) {
    for (const file of files) {
      const item = this.querySelector("template").content.cloneNode(true).firstElementChild
      const picture = item.querySelector("img")
      picture.src = URL.createObjectURL(file)
      picture.addEventListener("error", () => picture.remove()) // the server will say what is wrong with it
      item.querySelector(".image-drop__name").textContent = file.name
      item.querySelector(".image-drop__leave").addEventListener("click", () => this.#drop(item))
      this.#files.set(item, file)
      this.list.append(item)
    }
    this.work.hidden = !this.#files.size
    this.list.lastElementChild?.querySelector("input").scrollIntoView({ block: "nearest" })
    this.list.querySelector("input:invalid")?.focus()
  }

  #drop(item) {
    URL.revokeObjectURL(item.querySelector("img")?.src)
    this.#files.delete(item)
    item.remove()
    this.work.hidden = !this.#files.size
  }

  async #send() {
    const waiting = [...this.#files]
    const button = this.form.querySelector("[type=submit]")
    let stored = 0
    button.disabled = true
    for (const [place, [item, file]] of waiting.entries()) {
      this.said.textContent = filled(this.dataset.busy, { n: place + 1, of: waiting.length })
      const problems = await this.#sendOne(item, file)
      this.#complain(item, problems)
      if (problems.length) continue
      stored += 1
      this.#drop(item)
    }
    button.disabled = false
    const values = { stored, of: waiting.length }
    this.said.textContent = filled(stored === waiting.length ? this.dataset.done : this.dataset.partly, values)
    if (stored === waiting.length) location.reload()
  }

  /** Why a picture was refused; nothing if it is stored. */
  async #sendOne(item, file) {
    const data = new FormData(this.form)
    data.set(`alt_${data.get("language")}`, item.querySelector("input").value)
    data.set("upload", file)
    try {
      const answer = await fetch(this.form.action, { method: "POST", body: data })
      if (answer.ok) return []
      if (answer.status === 422) return (await answer.json()).problems
    } catch {
      // Said below, like an answer that is none of ours.
    }
    return [this.dataset.unreachable]
  }

  #complain(item, problems) {
    const shown = item.querySelector(".errorlist")
    shown.hidden = !problems.length
    shown.replaceChildren(
      ...problems.map((problem) => Object.assign(document.createElement("li"), { textContent: problem })),
    )
  }
}

customElements.define("image-drop", ImageDrop)
