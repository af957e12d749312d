// Figures: a picture of the image library, or a page of another site that the reader may choose to load.
import { Node, pm } from "django-prose-editor/editor"
import { ask, make } from "desk-editor/dialog"
import { say } from "desk-editor/words"

const { NodeSelection } = pm.state

/** The words under a figure; left empty, none are stored. */
export const Caption = Node.create({
  name: "caption",
  content: "inline*",
  selectable: false,
  priority: 1000, // its keys come before those of lists and paragraphs

  parseHTML() {
    return [{ tag: "figcaption", context: "picture/|embed/" }]
  },

  renderHTML() {
    return ["figcaption", 0]
  },

  addNodeView() {
    return ({ editor }) => {
      const dom = make("figcaption")
      dom.dataset.placeholder = say(editor, "caption")
      return { dom, contentDOM: dom }
    }
  },

  addKeyboardShortcuts() {
    const inCaption = () => this.editor.state.selection.$from.parent.type === this.type
    return {
      Enter: () => {
        if (!inCaption()) return false
        const after = this.editor.state.selection.$from.after(-1)
        return this.editor
          .chain()
          .insertContentAt(after, { type: "paragraph" })
          .setTextSelection(after + 1)
          .run()
      },
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection
        if (!inCaption() || !empty || $from.parentOffset > 0) return false
        return this.editor.commands.setNodeSelection($from.before(-1))
      },
    }
  },
})

/** Where a figure goes: at the cursor, yet without leaving an empty half of a paragraph behind. */
const place = ({ $from, from, to }) => {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (["picture", "embed"].includes($from.node(depth).type.name)) return $from.after(depth)
  }
  if (from === to && $from.parent.isTextblock && $from.parent.content.size) {
    if ($from.parentOffset === 0) return $from.before()
    if ($from.parentOffset === $from.parent.content.size) return $from.after()
  }
  return { from, to }
}

const insert = (editor, type, attrs) => {
  const { selection } = editor.state
  const where = selection instanceof NodeSelection ? selection.to : place(selection)
  editor
    .chain()
    .focus()
    .insertContentAt(where, { type, attrs, content: [{ type: "caption" }] })
    .run()
}

/** A figure with one attribute; `face` makes what the desk sees of it above the caption. */
const figure = ({ name, key, attribute, face, ...rest }) =>
  Node.create({
    name,
    group: "block",
    content: "caption",
    isolating: true,

    addAttributes() {
      return {
        [key]: {
          default: null,
          parseHTML: (element) => element.getAttribute(attribute),
          renderHTML: (attributes) => ({ [attribute]: attributes[key] }),
        },
      }
    },

    parseHTML() {
      return [{ tag: `figure[${attribute}]` }]
    },

    renderHTML({ HTMLAttributes }) {
      return ["figure", HTMLAttributes, 0]
    },

    addNodeView() {
      return ({ node, editor }) => {
        const contentDOM = make("div")
        const shown = make("div", { className: "body-figure__face", contentEditable: "false" })
        shown.append(...face(node.attrs[key], this.options, editor))
        const dom = make("figure", { className: `body-figure body-figure--${name}` }, shown, contentDOM)
        const update = (next) => next.type === node.type && next.attrs[key] === node.attrs[key]
        return { dom, contentDOM, update, ignoreMutation: (mutation) => shown.contains(mutation.target) }
      }
    },

    ...rest,
  })

export const Picture = figure({
  name: "picture",
  key: "image",
  attribute: "data-image",

  face: (image, { library }, editor) => {
    const name = `${say(editor, "picture")} ${image}`
    const source = `${library}${encodeURIComponent(image)}/thumbnail/`
    return [make("img", { src: source, alt: name, draggable: false }), make("span", { textContent: name })]
  },

  addOptions() {
    return { library: "" }
  },

  addStorage() {
    return { lookup: null }
  },

  // The admin's pop-up of a related model writes its answer into an input that it finds by the link's id.
  onCreate() {
    const frame = this.editor.view.dom.closest(".prose-editor")
    const id = `${frame.querySelector("textarea").id}_picture`
    const input = make("input", { type: "hidden", id })
    const href = `${this.options.library}?_to_field=id`
    this.storage.lookup = make("a", { id: `lookup_${id}`, href, hidden: true })
    frame.append(input, this.storage.lookup)
    window.django.jQuery(input).on("change", () => {
      if (/^\d+$/.test(input.value)) insert(this.editor, "picture", { image: input.value })
      input.value = ""
    })
  },

  addMenuItems({ buttons, menu }) {
    menu.defineItem({
      name: "picture",
      groups: "insert",
      button: buttons.material("image"),
      command: () => window.showRelatedObjectLookupPopup(this.storage.lookup),
    })
  },
})

const parsed = (address) => {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

export const Embed = figure({
  name: "embed",
  key: "address",
  attribute: "data-embed",

  face: (address, { hosts }, editor) => {
    const host = parsed(address)?.host
    return [make("b", { textContent: hosts[host] ?? say(editor, "embed") }), make("span", { textContent: address })]
  },

  addOptions() {
    return { hosts: {} }
  },

  addMenuItems({ buttons, menu }) {
    const problem = (editor) => (value) => {
      const url = parsed(value)
      const allowed = url?.protocol === "https:" && !url.username && Object.hasOwn(this.options.hosts, url.host)
      return allowed ? "" : say(editor, "badEmbed")
    }
    const command = async (editor) => {
      const field = { name: "address", label: say(editor, "embedAddress"), type: "url", check: problem(editor) }
      const answer = await ask(editor, say(editor, "embed"), [field])
      if (answer) insert(editor, "embed", { address: parsed(answer.address).href })
    }
    menu.defineItem({ name: "embed", groups: "insert", button: buttons.material("play_circle_outline"), command })
  },
})
