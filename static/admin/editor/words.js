// What the editor says: every label comes from the server in the language of the desk.
import { Extension } from "django-prose-editor/editor"

/** The label called `name`, in the language of the desk. */
export const say = (editor, name) => editor.storage.words.labels[name]

const nameTheText = (editor, textarea) => {
  const text = editor.view.dom
  text.setAttribute("aria-multiline", "true")
  if (textarea.hasAttribute("aria-describedby")) {
    text.setAttribute("aria-describedby", textarea.getAttribute("aria-describedby"))
  }
  // A text that begins with a figure has no caret of its own when the Tab key enters it.
  text.addEventListener("focus", () => {
    setTimeout(() => getSelection().type === "None" && editor.view.focus())
  })
  const [label] = textarea.labels
  if (label) {
    label.id ||= `${textarea.id}_label`
    label.addEventListener("click", () => editor.commands.focus())
    text.setAttribute("aria-labelledby", label.id)
  }
}

const nameTheButtons = (editor, bar) => {
  bar.setAttribute("role", "toolbar")
  bar.setAttribute("aria-label", say(editor, "toolbar"))
  const buttons = [...bar.querySelectorAll("[data-name]")]
  for (const button of buttons) {
    button.title = say(editor, button.dataset.name)
    button.setAttribute("aria-label", button.title)
  }
  const tellState = () => {
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.classList.contains("active")))
      button.setAttribute("aria-disabled", String(button.classList.contains("disabled")))
    }
  }
  editor.on("transaction", tellState)
  tellState()
}

export const Words = Extension.create({
  name: "words",
  priority: 1, // after the menu, which makes its buttons in the same event

  addOptions() {
    return { labels: {} }
  },

  addStorage() {
    return { labels: this.options.labels }
  },

  // The browser's own way to the beginning and the end stops at figures.
  addKeyboardShortcuts() {
    return {
      "Mod-Home": () => this.editor.commands.focus("start"),
      "Mod-End": () => this.editor.commands.focus("end"),
    }
  },

  onCreate() {
    const frame = this.editor.view.dom.closest(".prose-editor")
    nameTheText(this.editor, frame.querySelector("textarea"))
    nameTheButtons(this.editor, frame.querySelector(".prose-menubar"))
  },
})
