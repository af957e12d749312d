// Fields that search as you type are drawn by select2, which names its box by the chosen value alone: an empty one has no name.
// The box takes the name of the field that it stands for.

const nameBoxes = () => {
  for (const field of document.querySelectorAll("select.admin-autocomplete")) {
    const box = field.nextElementSibling?.querySelector(".select2-selection")
    const name = field.getAttribute("aria-label") || field.labels[0]?.textContent.trim()
    if (!box || !name) continue
    const value = box.getAttribute("aria-labelledby")
    const chosen = value && document.getElementById(value)?.textContent.trim()
    box.setAttribute("aria-label", chosen ? `${name}: ${chosen}` : name)
    box.removeAttribute("aria-labelledby")
  }
}

window.addEventListener("load", nameBoxes)
