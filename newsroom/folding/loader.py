"""Where Django finds folded templates."""

from __future__ import annotations

from typing import Any

from django.core.signals import setting_changed
from django.template import NodeList, Template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.template.loaders import cached
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from newsroom.folding.nodes import Folding
from newsroom.folding.steps import Step

#: Counts how often settings were changed: texts may depend on them, as addresses of static files do. Only tests change them.
_settings = 0


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
    """The nodes of a template, written by functions made of them for each language."""

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
        key = (get_language(), _settings)
        step = self._steps.get(key)
        if step is None:
            self._steps[key] = step = Folding(self._template).whole()
        return SafeString(step(context))
