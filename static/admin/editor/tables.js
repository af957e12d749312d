// Tables with a caption and with header cells that say what they head.
import { pm, Table as BaseTable, TableCell as BaseCell, TableHeader as BaseHeader } from "django-prose-editor/editor"
import { NESTED } from "desk-editor/blocks"
import { ask } from "desk-editor/dialog"
import { say } from "desk-editor/words"

const { DOMParser, DOMSerializer, Fragment } = pm.model
const SPANS = { colspan: { default: 1 }, rowspan: { default: 1 } }

export const TableCell = BaseCell.extend({
  content: `${NESTED}+`,
  addAttributes: () => SPANS,
})

export const TableHeader = BaseHeader.extend({
  content: `${NESTED}+`,
  addAttributes: () => ({ ...SPANS, scope: { default: null } }),
})

// The caption is a value of the table, for the library counts every child of a table as a row: its inline content
// as JSON, so that links and emphasis in it survive.
const readCaption = (table, schema) => {
  const caption = table.querySelector(":scope > caption")
  const topNode = schema.nodes.caption.create()
  return caption && DOMParser.fromSchema(schema).parse(caption, { topNode }).content.toJSON()
}

const fragment = ({ attrs, type }) => Fragment.fromJSON(type.schema, attrs.caption)
const writeCaption = (node, element) =>
  element.replaceChildren(DOMSerializer.fromSchema(node.type.schema).serializeFragment(fragment(node)))
const captionText = (node) => fragment(node).textBetween(0, fragment(node).size, " ", " ")

const tableAround = ({ $from }) => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type.name === "table") return { node: $from.node(depth), at: $from.before(depth) }
  }
  return null
}

const nodesBetween = (content, from, to) => {
  const found = []
  content.nodesBetween(Math.max(from, 0), Math.min(to, content.size), (node) => void found.push(node))
  return found
}

// The new words among the old ones: what stands before and after the change keeps its links and emphasis, and so does
// what stands in place of words that had them.
const reworded = (content, text, schema) => {
  const before = content.textBetween(0, content.size, " ", " ")
  if (before.length !== content.size) return text ? Fragment.from(schema.text(text)) : Fragment.empty
  const shorter = Math.min(before.length, text.length)
  let start = 0
  while (start < shorter && before[start] === text[start]) start += 1
  let end = 0
  while (end < shorter - start && before.at(-1 - end) === text.at(-1 - end)) end += 1
  const stop = before.length - end
  const words = text.slice(start, text.length - end)
  const around = start < stop ? nodesBetween(content, start, stop) : nodesBetween(content, start - 1, start + 1)
  const marks = (around[0]?.marks ?? []).filter((mark) => around.every((node) => mark.isInSet(node.marks)))
  const middle = words ? Fragment.from(schema.text(words, marks)) : Fragment.empty
  return content.cut(0, start).append(middle).append(content.cut(stop))
}

const askCaption = async (editor) => {
  const { node, at } = tableAround(editor.state.selection)
  const value = captionText(node)
  const label = say(editor, "caption")
  const answer = await ask(editor, say(editor, "table:caption"), [{ name: "text", label, value }])
  if (!answer || answer.text === value) return
  const caption = reworded(fragment(node), answer.text, editor.schema).toJSON()
  editor
    .chain()
    .focus()
    .command(({ tr }) => Boolean(tr.setNodeAttribute(at, "caption", caption)))
    .run()
}

const askSize = async (editor) => {
  const size = { type: "number", min: 1, max: 50, required: true }
  const answer = await ask(editor, say(editor, "table"), [
    { ...size, name: "rows", label: say(editor, "rows"), value: 3 },
    { ...size, name: "cols", label: say(editor, "columns"), value: 3 },
  ])
  if (!answer) return
  const [rows, cols] = [Number(answer.rows), Number(answer.cols)]
  editor.chain().focus().insertTable({ rows, cols, withHeaderRow: true }).run()
}

export const Table = BaseTable.extend({
  addAttributes() {
    return { caption: { default: null, rendered: false, parseHTML: () => null } }
  },

  parseHTML() {
    return [
      { tag: "table", getAttrs: (table) => ({ caption: readCaption(table, this.editor.schema) }) },
      { tag: "caption", ignore: true },
    ]
  },

  renderHTML({ node }) {
    const dom = document.createElement("table")
    if (node.attrs.caption) writeCaption(node, dom.createCaption())
    return { dom, contentDOM: dom.createTBody() }
  },

  addNodeView() {
    const makeView = this.parent()
    return (properties) => {
      const view = makeView(properties)
      const caption = view.table.createCaption()
      caption.contentEditable = "false"
      writeCaption(properties.node, caption)
      const update = view.update
      view.update = (node) => {
        if (!update(node)) return false
        writeCaption(node, caption)
        return true
      }
      return view
    }
  },

  addCommands() {
    return {
      ...this.parent?.(),
      insertTableWithOptions:
        () =>
        ({ editor }) => {
          askSize(editor)
          return true
        },
    }
  },

  addMenuItems(tools) {
    this.parent(tools)
    tools.menu.defineItem({
      name: "table:caption",
      groups: "table",
      button: tools.buttons.material("subtitles"),
      hidden: (editor) => !editor.isActive("table"),
      command: askCaption,
    })
  },
})
