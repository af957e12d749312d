/* What the tour asks of a loaded page; see tour.py. */
globalThis.tour = {
  // What readers may scroll sideways by itself, and what is off the page on purpose.
  APART: ".table, textarea, .skip, .feedback__bait",
  // All that a sheet of paper should hold: not what asks for a click.
  WORTH_PRINTING: "h1, main :is(h2, h3, p, li, td, figcaption):not(:is(.site-header__bar, .parts, .helpful, .donation, .comments, .related, .about-strip, .search, .pagination, .share) *, .pagination)",
  moved: 0,

  /** Scroll to the end so that every picture comes; how far things moved meanwhile, and what the pictures are. */
  async scrolled() {
    const pictures = [...document.images].map((image) => ({
      image,
      below: image.getBoundingClientRect().top > innerHeight,
    }));
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise(requestAnimationFrame);
    }
    await Promise.all(pictures.map(({ image }) => image.decode()));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    scrollTo(0, 0);
    return {
      moved: this.moved,
      pictures: pictures.map(({ image, below }) => ({
        below,
        file: image.currentSrc,
        lazy: image.loading === "lazy",
        sized: ["width", "height"].every((name) => Number(image.getAttribute(name)) > 0),
        shown: image.naturalWidth > 0,
        described: image.hasAttribute("alt"),
      })),
    };
  },

  /** How many characters a line of each long paragraph holds, leaving out its last line. */
  lines() {
    return [...document.querySelectorAll(".prose > p")]
      .filter((paragraph) => paragraph.textContent.length > 400)
      .map((paragraph) => {
        const range = document.createRange();
        range.selectNodeContents(paragraph);
        const tops = new Set([...range.getClientRects()].map((line) => Math.round(line.bottom)));
        range.setStart(paragraph.firstChild, 0);
        const text = paragraph.firstChild;
        const last = Math.max(...tops);
        let end = text.length;
        for (let place = text.length - 1; place > 0; place -= 1) {
          range.setStart(text, place);
          range.setEnd(text, place + 1);
          if (Math.round(range.getBoundingClientRect().bottom) < last) break;
          end = place;
        }
        return end / (tops.size - 1);
      });
  },

  /** Everything that would move: its animations, and how long its transitions take. */
  moving() {
    const elements = [...document.querySelectorAll("*")].filter((element) =>
      getComputedStyle(element).transitionDuration.split(", ").some((duration) => duration !== "0s"),
    );
    return [...elements.map((element) => element.outerHTML.slice(0, 80)), ...document.getAnimations().map(String)];
  },

  words(selector) {
    return [...document.querySelectorAll(selector)].flatMap((element) =>
      element.checkVisibility() ? element.innerText.toUpperCase().split(/\s+/).filter(Boolean) : [],
    );
  },

  /** What lies beyond the sides of the window, with the text at `percent` of its size. */
  outside(percent) {
    document.documentElement.style.fontSize = percent === 100 ? "" : `${percent}%`;
    const width = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll("*")].filter((element) => {
      if (element.closest(this.APART) || element.closest("svg")?.contains(element.parentElement)) return false;
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    const found = beyond.map((element) => `${element.outerHTML.slice(0, 100)} in ${width}`);
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    document.documentElement.style.fontSize = "";
    return found;
  },
};

new PerformanceObserver((entries) => {
  for (const entry of entries.getEntries()) if (!entry.hadRecentInput) tour.moved += entry.value;
}).observe({ type: "layout-shift", buffered: true });
