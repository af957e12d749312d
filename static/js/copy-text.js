/** Makes the button beside a readonly textarea copy its text and say so. Without it, the text is selected by hand. */
class CopyText extends HTMLElement {
  connectedCallback() {
    this.text = this.querySelector("textarea");
    this.status = this.querySelector("[role=status]");
    this.querySelector("button")?.addEventListener("click", () => this.copy());
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
