/** Turns a plain link into a button-like one that copies its address and says so. Without a clipboard it stays a link. */
class CopyLink extends HTMLElement {
  connectedCallback() {
    this.link = this.querySelector("a");
    if (!this.link || !navigator.clipboard) return;
    this.status = document.createElement("span");
    this.status.className = "copy-link__status";
    this.status.setAttribute("role", "status");
    this.append(this.status);
    this.name(this.dataset.label);
    this.link.addEventListener("click", (event) => this.copy(event));
  }

  name(text) {
    this.link.setAttribute("aria-label", text);
    this.link.title = text;
  }

  async copy(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    try {
      await navigator.clipboard.writeText(this.link.href);
      this.status.textContent = this.dataset.done;
      setTimeout(() => (this.status.textContent = ""), 4000);
    } catch {
      location.assign(this.link.href);
    }
  }
}

customElements.define("copy-link", CopyLink);
