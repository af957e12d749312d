// Says beside a date and time in the newsroom's zone what it is in UTC, and when the clock shows it twice or never.

/** What a clock in `zone` shows at a moment, as a number that grows with it. */
const wall = (moment, zone) => {
  const format = new Intl.DateTimeFormat("en", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  })
  const said = Object.fromEntries(format.formatToParts(moment).map((part) => [part.type, Number(part.value)]))
  return Date.UTC(said.year, said.month - 1, said.day, said.hour, said.minute, said.second)
}

/** The moments at which a clock in `zone` shows this: one, or none or two on the days when it is put forward or back. */
const moments = (shown, zone) => {
  const day = 24 * 60 * 60 * 1000
  const offsets = new Set([-day, 0, day].map((step) => wall(shown + step, zone) - (shown + step)))
  return [...new Set([...offsets].map((offset) => shown - offset))].filter((moment) => wall(moment, zone) === shown)
}

class NewsroomHour extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input")
    this.said = this.querySelector("output")
    this.field.addEventListener("input", () => this.tell())
    this.tell()
  }

  tell() {
    const shown = Date.parse(`${this.field.value}Z`)
    if (Number.isNaN(shown)) {
      this.said.textContent = ""
      return
    }
    const { zone, twice, never } = this.dataset
    const found = moments(shown, zone)
    this.classList.toggle("hour--wrong", found.length !== 1)
    this.said.textContent = found.length === 1 ? this.inWords(found[0]) : found.length ? twice : never
  }

  inWords(moment) {
    const language = document.documentElement.lang || "en"
    const format = new Intl.DateTimeFormat(language, {
      timeZone: "UTC",
      hourCycle: "h23",
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      ...(moment % 60000 && { second: "2-digit" }),
    })
    return `${format.format(moment)} UTC`
  }
}

customElements.define("newsroom-hour", NewsroomHour)
