// Paragraph-like blocks, holding exactly what a stored body lets them hold.
import {
  Blockquote as BaseBlockquote,
  Heading as BaseHeading,
  ListItem as BaseListItem,
  OrderedList as BaseOrderedList,
} from "django-prose-editor/editor"
import { ask } from "desk-editor/dialog"
import { say } from "desk-editor/words"

/** What quotes, list items and table cells may hold. */
export const NESTED = "(paragraph | bulletList | orderedList | blockquote | picture | embed)"

/** Pasted headings of other levels become the nearest one that a story has. */
export const Heading = BaseHeading.extend({
  parseHTML() {
    const others = { h1: 2, h5: 4, h6: 4 }
    return [...this.parent(), ...Object.entries(others).map(([tag, level]) => ({ tag, attrs: { level } }))]
  },
})

export const ListItem = BaseListItem.extend({ content: `${NESTED}+` })

export const OrderedList = BaseOrderedList.extend({
  addNodeView: null, // the library's is there for list types, which a stored body doesn't have

  addAttributes() {
    return { start: { default: null } }
  },

  renderHTML({ HTMLAttributes }) {
    return ["ol", HTMLAttributes, 0]
  },

  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "orderedList:start",
      groups: "lists",
      button: buttons.text("1→"),
      hidden: (editor) => !editor.isActive("orderedList"),
      command: (editor) => {
        const value = editor.getAttributes("orderedList").start ?? 1
        const field = { name: "start", label: say(editor, "firstNumber"), type: "number", min: 0, max: 9999, value }
        ask(editor, say(editor, "orderedList:start"), [{ ...field, required: true }]).then((answer) => {
          if (answer) editor.chain().focus().updateAttributes("orderedList", answer).run()
        })
      },
    })
  },
})

const isQuote = (editor, pullQuote) => editor.isActive("blockquote", { pullQuote })

const toggleQuote = (editor, pullQuote) => {
  const chain = editor.chain().focus()
  if (isQuote(editor, pullQuote)) chain.lift("blockquote").run()
  else if (editor.isActive("blockquote")) chain.updateAttributes("blockquote", { pullQuote }).run()
  else chain.wrapIn("blockquote", { pullQuote }).run()
}

const canQuote = (editor) => editor.isActive("blockquote") || editor.can().wrapIn("blockquote")

/** A quotation, or a pull-quote: the story's own words, set large. */
export const Blockquote = BaseBlockquote.extend({
  content: `${NESTED}+`,

  addAttributes() {
    return {
      pullQuote: {
        default: false,
        parseHTML: (element) => element.classList.contains("pull-quote"),
        renderHTML: ({ pullQuote }) => (pullQuote ? { class: "pull-quote" } : {}),
      },
    }
  },

  addMenuItems({ menu, buttons }) {
    const define = (name, pullQuote, button) =>
      menu.defineItem({
        name,
        groups: "nodes",
        button,
        enabled: canQuote,
        active: (editor) => isQuote(editor, pullQuote),
        command: (editor) => toggleQuote(editor, pullQuote),
      })
    define("blockquote", false, buttons.material("format_quote"))
    define("pullQuote", true, buttons.svg(PULL_QUOTE))
  },
})

const PULL_QUOTE = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" aria-hidden="true">
  <path d="M3 4h18M3 20h18"/><path fill="currentColor" stroke="none" d="M6 8h5v5l-2 4H6.500l1.500-4H6zm7 0h5v5l-2 4h-2.500
  l1.500-4h-2z"/></svg>`
