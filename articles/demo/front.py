"""How the editors of the demonstration arrange its front pages: story keys by place, the lead first."""

from articles.demo.shapes import Language

FRONT: dict[Language, tuple[str, ...]] = {
    "en": ("colombia-ten-years", "container-papers", "ameripol", "cites-permit", "trafficking-law"),
    "es": ("colombia-ten-years", "comayagua-ten-years", "cicig-legacy"),
}
