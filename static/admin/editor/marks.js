// What text can carry: links, footnotes, code. The other marks are the library's own.
import { Code as BaseCode, Link as BaseLink, Mark } from "django-prose-editor/editor"
import { ask } from "desk-editor/dialog"
import { say } from "desk-editor/words"

/** Code may be bold, in a link or in a note, like any other text. */
export const Code = BaseCode.extend({ excludes: "" })

const isFollowed = (address, schemes) => {
  if (!address || address.startsWith("//") || address.includes("\\")) return false
  const [, scheme] = /^([^/?#:]*):/.exec(address) ?? []
  return scheme === undefined || schemes.includes(scheme.toLowerCase())
}

/** "example.org/page" and "desk@example.org" as people type them, as addresses. */
const completed = (address) => {
  if (/^[^\s/?#:@]+@[^\s/?#:@]+$/.test(address)) return `mailto:${address}`
  return /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(address) ? `https://${address}` : address
}

export const Link = BaseLink.extend({
  addOptions() {
    return { ...this.parent?.(), schemes: [], autolink: false, defaultProtocol: "https" }
  },

  addAttributes() {
    return { href: { default: null } }
  },

  parseHTML() {
    const getAttrs = (link) => isFollowed(link.getAttribute("href"), this.options.schemes) && null
    return [{ tag: "a[href]", getAttrs }]
  },

  renderHTML({ HTMLAttributes }) {
    return ["a", HTMLAttributes, 0]
  },

  addCommands() {
    return {
      ...this.parent?.(),
      addLink:
        () =>
        ({ editor }) => {
          if (editor.state.selection.empty && !editor.isActive("link")) return false
          const check = (value) => {
            return !value || isFollowed(completed(value), this.options.schemes) ? "" : say(editor, "badAddress")
          }
          const value = editor.getAttributes("link").href ?? ""
          const field = { name: "address", label: say(editor, "address"), value, check }
          ask(editor, say(editor, "link"), [field]).then((answer) => {
            if (!answer) return
            const chain = editor.chain().focus().extendMarkRange("link")
            if (answer.address) chain.setLink({ href: completed(answer.address) }).run()
            else chain.unsetLink().run()
          })
          return true
        },
    }
  },
})

/** A note at its place in the text, written out there; the page moves it to the foot and numbers it. */
export const Footnote = Mark.create({
  name: "footnote",
  priority: 1100, // around links and all other marks, so that a note stays one element
  inclusive: false,
  keepOnSplit: false,

  parseHTML() {
    return [{ tag: "span.footnote" }]
  },

  renderHTML() {
    return ["span", { class: "footnote" }, 0]
  },

  addCommands() {
    return {
      editFootnote:
        () =>
        ({ editor }) => {
          if (editor.isActive("footnote")) {
            return editor.chain().focus().unsetMark("footnote", { extendEmptyMarkRange: true }).run()
          }
          if (!editor.state.selection.empty) return editor.chain().focus().setMark("footnote").run()
          const field = { name: "text", label: say(editor, "footnoteText"), tag: "textarea", rows: 4, required: true }
          ask(editor, say(editor, "footnote"), [field]).then((answer) => answer && insertNote(editor, answer.text))
          return true
        },
    }
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "footnote",
      groups: "insert",
      button: buttons.text("[1]"),
      command: (editor) => editor.commands.editFootnote(),
      active: (editor) => editor.isActive("footnote"),
    })
  },
})

const insertNote = (editor, text) => {
  const before = editor.state.selection.$from.nodeBefore
  const followsNote = before?.marks.some((mark) => mark.type.name === "footnote")
  const note = { type: "text", text: text.replace(/\s+/g, " "), marks: [{ type: "footnote" }] }
  // Notes that touch would become one.
  const content = followsNote ? [{ type: "text", text: " " }, note] : [note]
  editor.chain().focus().insertContent(content).run()
}
