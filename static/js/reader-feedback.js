/**
 * Keeps a vote, a question or a form in its place: what the page would have shown next takes its place, and the focus
 * goes there. Without this script every form and link works by itself. Counts characters as the server does.
 */
const LONGEST = 16; // code points of one character; see articles/feedback/counting.py
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]/gu;
const BREAK = /\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]/u;

export function characters(text) {
  const lines = text.split(BREAK).map((line) => line.replaceAll("\ufeff", "").replace(/[^\S\u00a0]|\u001f/gu, " ").replace(UNSEEN, ""));
  const readable = lines.join("\n").normalize("NFC").trim();
  const clusters = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(readable);
  let count = 0;
  for (const { segment } of clusters) count += 1 + Math.max(0, [...segment].length - LONGEST);
  return count;
}

class ReaderFeedback extends HTMLElement {
  connectedCallback() {
    if (this.status) return;
    this.status = document.createElement("p");
    this.status.className = "feedback__status";
    this.status.setAttribute("role", "status");
    this.append(this.status);
    this.addEventListener("submit", (event) => this.send(event));
    this.addEventListener("click", (event) => this.open(event));
    this.addEventListener("input", (event) => this.count(event.target));
    for (const area of this.querySelectorAll("textarea[data-longest]")) this.count(area);
  }

  send(event) {
    const form = event.target;
    event.preventDefault();
    if (this.busy) return; // a double click
    const typed = new FormData(form, event.submitter);
    this.ask(form.action, { method: "POST", body: new URLSearchParams(typed) });
  }

  open(event) {
    const link = event.target.closest("a[data-in-place]");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    const other = document.querySelector("#feedback-text");
    if (other && !this.contains(other)) return; // one form on a page: here the link leads to a page of its own
    event.preventDefault();
    if (!this.busy) this.ask(link.href, {});
  }

  async ask(address, options) {
    this.busy = true;
    this.status.textContent = this.dataset.sending;
    try {
      const answer = await fetch(address, { ...options, cache: "no-store" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.querySelector("main .feedback");
      if (!next) throw new TypeError("not a page of feedback");
      // A refusal has no form in it: what was typed must stay.
      if (!answer.ok && !next.querySelector("form") && this.querySelector("textarea")) this.explain(next);
      else this.show(next, page.title);
    } catch {
      this.status.textContent = this.dataset.failed;
    } finally {
      this.busy = false;
    }
  }

  explain(refusal) {
    this.status.textContent = refusal.querySelector("p").textContent;
  }

  show(next, title) {
    const alone = Boolean(this.querySelector("h1"));
    for (const part of next.querySelectorAll("[data-elsewhere]")) if (!alone) part.remove();
    for (const list of next.querySelectorAll("ul")) if (!list.children.length) list.remove();
    const heading = next.querySelector("h1");
    if (alone) document.title = title;
    else {
      const lower = document.createElement("h2");
      lower.append(...heading.childNodes);
      heading.replaceWith(lower);
    }
    const target = next.querySelector("[role=alert]") ?? next.querySelector("h1, h2");
    target.tabIndex = -1;
    target.removeAttribute("autofocus");
    this.replaceChildren(document.adoptNode(next), this.status);
    this.status.textContent = "";
    for (const area of this.querySelectorAll("textarea[data-longest]")) this.count(area);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "nearest" });
    // What has the focus is read out; whoever doesn't follow the focus hears its first line.
    if (target.role !== "alert") this.status.textContent = next.querySelector("p")?.textContent.trim() ?? "";
  }

  count(area) {
    if (!area.dataset?.longest) return;
    const left = area.dataset.longest - characters(area.value);
    const hint = document.getElementById(`${area.id}-hint`);
    hint.classList.toggle("feedback__hint--over", left < 0);
    const words = left < 0 ? this.dataset.over : this.dataset.left;
    hint.textContent = words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang));
  }
}

customElements.define("reader-feedback", ReaderFeedback);
