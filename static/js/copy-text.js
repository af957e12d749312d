/** Gives a readonly textarea a button that copies its text and says so. Without it, the text is selected by hand. */
class CopyText extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    if (!this.text || this.querySelector("button")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = this.dataset.label;
    button.setAttribute("aria-describedby", this.text.getAttribute("aria-labelledby"));
    button.addEventListener("click", () => this.copy());
    this.status = document.createElement("span");
    this.status.className = "copy__status";
    this.status.setAttribute("role", "status");
    this.text.after(button, this.status);
  }

  async copy() {
    this.text.select();
    try {
      await navigator.clipboard.writeText(this.text.value);
      this.status.textContent = this.dataset.done;
    } catch {
      // Browsers refuse the clipboard where the page is not secure; the selection is there all the same.
      this.text.focus();
      this.status.textContent = this.dataset.failed;
    }
    setTimeout(() => (this.status.textContent = ""), 4000);
  }
}

customElements.define("copy-text", CopyText);
