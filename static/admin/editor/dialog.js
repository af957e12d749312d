// One small dialog for everything that the editor has to ask.
import { say } from "desk-editor/words"

/** A new element with these properties and children. */
export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/**
 * Ask for values in a modal dialog.
 *
 * A field is {name, label, value, tag, check} plus any property of its element (type, min, required); `tag` is
 * "input" unless told. `check` turns a value into what is wrong with it, or "". Resolves to {name: value} when every
 * check passes, or to null when the dialog is left.
 */
export const ask = (editor, title, fields) =>
  new Promise((resolve) => {
    const inputs = fields.map(({ tag = "input", label, check, ...properties }) => {
      const input = make(tag, properties)
      input.addEventListener("input", () => input.setCustomValidity(""))
      return input
    })
    const rows = fields.map(({ label }, place) =>
      make("label", { className: "prose-editor-dialog-field" }, label, inputs[place]),
    )
    const leave = make("button", { type: "button", textContent: say(editor, "cancel") })
    const apply = make("button", { type: "submit", textContent: say(editor, "apply") })
    const form = make("form", {}, make("h2", { textContent: title }), ...rows, apply, leave)
    // Outside the page's own form: forms don't nest.
    const dialog = make("dialog", { className: "prose-editor-dialog body-dialog", ariaLabel: title }, form)
    document.body.append(dialog)

    let answer = null
    leave.addEventListener("click", () => dialog.close())
    dialog.addEventListener("close", () => {
      dialog.remove()
      resolve(answer)
    })
    form.noValidate = true
    form.addEventListener("submit", (event) => {
      event.preventDefault()
      fields.forEach(({ check }, place) => inputs[place].setCustomValidity(check?.(inputs[place].value.trim()) ?? ""))
      if (!form.reportValidity()) return
      answer = Object.fromEntries(inputs.map((input) => [input.name, input.value.trim()]))
      dialog.close()
    })
    dialog.showModal()
    inputs[0].focus()
    inputs[0].select()
  })
