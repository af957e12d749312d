// Text from word processors: they write emphasis as styles, which the desk's Content-Security-Policy takes away unread.
import { Extension, Plugin } from "django-prose-editor/editor"

/** Which element says the same as a declaration. */
const MEANINGS = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, "strong"],
  [/font-style:\s*(?:italic|oblique)/i, "em"],
  [/text-decoration[^;]*:[^;]*line-through/i, "s"],
  [/vertical-align:\s*sub/i, "sub"],
  [/vertical-align:\s*super/i, "sup"],
]

const NO_EMPHASIS = /font-(?:weight:\s*(?:normal|400)|style:\s*normal)/i

const wrapContent = (element, name) => {
  const wrapper = element.ownerDocument.createElement(name)
  wrapper.append(...element.childNodes)
  element.append(wrapper)
}

/** Pasted HTML with elements in the place of styles, and without handlers of events. */
const withoutStyles = (html) => {
  // Renamed before it is parsed: even a document that is never shown reports what its policy forbids.
  const tag = (text) => text.replace(/([\s"'/])(style|on[a-z]+)(?=\s*=)/gi, "$1data-$2")
  const renamed = html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, tag)
  const { body } = new DOMParser().parseFromString(renamed, "text/html")
  for (const element of body.querySelectorAll("[data-style]")) {
    const style = element.dataset.style
    element.removeAttribute("data-style")
    // Google's documents come inside a <b> that says it isn't bold.
    if (element.matches("b, strong, i, em") && NO_EMPHASIS.test(style)) {
      element.replaceWith(...element.childNodes)
    } else if (element.matches("span, p, li, td, th, font, a")) {
      for (const [pattern, name] of MEANINGS) if (pattern.test(style)) wrapContent(element, name)
    }
  }
  return body.innerHTML
}

export const Paste = Extension.create({
  name: "deskPaste",

  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: withoutStyles } })]
  },
})
