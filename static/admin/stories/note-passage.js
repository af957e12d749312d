// Puts the passage that is selected in the story's text into a new note.

class NotePassage extends HTMLElement {
  connectedCallback() {
    this.passage = ""
    document.addEventListener("selectionchange", () => this.remember())
    this.addEventListener("focusin", (event) => this.quote(event.target))
  }

  remember() {
    const selection = getSelection()
    const node = selection.anchorNode
    const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node
    if (element?.closest?.(".ProseMirror")) this.passage = selection.toString().trim().slice(0, 300)
  }

  quote(target) {
    const field = this.querySelector("[name=note-passage]")
    if (!field || target.name !== "note-text" || field.value || !this.passage) return
    field.value = this.passage
    this.passage = ""
  }
}

customElements.define("note-passage", NotePassage)
