// The HTML of the whole body, to look at and to mend by hand.
import { Extension } from "django-prose-editor/editor"
import { ask } from "desk-editor/dialog"
import { say } from "desk-editor/words"

const ENDS_OF_BLOCKS = /<\/(?:p|h[234]|ul|ol|li|blockquote|figure|caption|tr|table)>|<hr>/g

export const HTML = Extension.create({
  name: "html",

  addMenuItems({ buttons, menu }) {
    const command = (editor) => editor.commands.editHTML()
    menu.defineItem({ name: "html", groups: "utility", button: buttons.text("HTML"), command })
  },

  addCommands() {
    return {
      editHTML:
        () =>
        ({ editor }) => {
          const value = editor.getHTML().replace(ENDS_OF_BLOCKS, "$&\n")
          const field = { name: "html", label: say(editor, "htmlHelp"), tag: "textarea", rows: 20, value }
          ask(editor, say(editor, "html"), [field]).then((answer) => {
            if (answer) editor.chain().focus().setContent(answer.html).run()
          })
          return true
        },
    }
  },
})
