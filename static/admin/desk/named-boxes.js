// Fields that search as you type are drawn by select2, which names its box by the chosen value alone: an empty one has no name.
// The box takes the name of the field that it stands for.

const nameBoxes = () => {
  for (const field of document.querySelectorAll("select.admin-autocomplete")) {
    const name = field.getAttribute("aria-label") || field.labels[0]?.textContent.trim()
    const boxes = field.nextElementSibling?.querySelectorAll(".select2-selection__rendered, .select2-search__field")
    for (const box of name ? (boxes ?? []) : []) box.setAttribute("aria-label", name)
  }
}

// Asked of the library that draws the boxes, so that they are there by then.
window.addEventListener("load", () => window.django.jQuery(nameBoxes))
