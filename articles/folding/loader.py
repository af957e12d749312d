"""Where Django finds folded templates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.signals import setting_changed
from django.template import Context, Engine, NodeList, Template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.template.loaders import cached
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from articles.folding.nodes import Folding
from articles.folding.steps import Step

#: Counts how often settings were changed: texts may depend on them, as addresses of static files do. Only tests change them.
_settings = 0

#: The templates of parts, by name and settings.
_parts: dict[tuple[str, int], Template] = {}


def _changed(**_setting: Any) -> None:
    global _settings  # one count, told by a signal
    _settings += 1


setting_changed.connect(_changed)


class Loader(cached.Loader):
    """Loads templates once, and folds them."""

    def get_template(self, template_name: str, skip: Any = None) -> Template:
        template = super().get_template(template_name, skip)
        if not self.engine.debug and type(template.nodelist) is NodeList:
            template.nodelist = Folded(template)
        return template


class Folded(NodeList):
    """The nodes of a template, written by functions made of them: for each language, if they say anything in it."""

    def __init__(self, template: Template) -> None:
        super().__init__(template.nodelist)
        self.contains_nontext = template.nodelist.contains_nontext
        self._template = template
        self._steps: dict[Any, Step] = {}

    def render(self, context: Any) -> SafeString:
        if (
            not context.autoescape
            or context.use_l10n is not None
            or context.use_tz is not None
            or context.render_context.get(BLOCK_CONTEXT_KEY)  # one that Django renders extends this
        ):
            return super().render(context)
        step = self._steps.get(_settings) or self._steps.get((_settings, get_language())) or self._made()
        return SafeString(step(context))

    def _made(self) -> Step:
        folding = Folding(self._template)
        step = folding.whole()
        self._steps[(_settings, get_language()) if folding.speaks else _settings] = step
        return step


def render_part(name: str, values: Mapping[str, Any]) -> SafeString:
    """A part of a page by the name of its template, without the white space around it: there may be fifty on a page, and
    `render_to_string` takes longer to find its way than most of them to be written."""
    template = _parts.get((name, _settings))
    if template is None:
        template = Engine.get_default().get_template(name)
        if not template.engine.debug:  # else it may be another one in a moment
            _parts[name, _settings] = template
    context = Context(dict(values))
    context.template = context.render_context.template = template
    return SafeString(template.nodelist.render(context).strip())
