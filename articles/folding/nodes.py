"""From the nodes of a template to the functions that write it in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import Any, NamedTuple

from django.template import Context, Node, NodeList, Template, TemplateDoesNotExist, TemplateSyntaxError
from django.template.base import FilterExpression, TextNode, Variable, VariableDoesNotExist, VariableNode
from django.template.defaulttags import CommentNode, FirstOfNode, ForNode, IfNode, LoadNode, WithNode
from django.template.library import SimpleNode
from django.template.loader_tags import BlockNode, IncludeNode
from django.templatetags.i18n import BlockTranslateNode, TranslateNode
from django.templatetags.static import StaticNode
from django.utils.translation import gettext

from articles.folding import steps, values
from articles.folding.extending import LeftToDjango, asks_its_block, extended
from articles.folding.steps import Part, Step


class _Scope(NamedTuple):
    """Where a node stands: the nodes of each block, the outermost template's last; and the templates it is included by."""

    blocks: Mapping[str, list[NodeList]]
    within: tuple[str, ...]
    #: The blocks that are being folded, the innermost last: each by its name and how many of its overriders were left behind.
    open: tuple[tuple[str, int], ...] = ()


class Folding:
    """Makes functions of the nodes of one template, in the active language."""

    def __init__(self, template: Template) -> None:
        self._template = template
        self._engine = template.engine
        self._nowhere = Context()  # what texts that depend on nothing are rendered in
        self._nowhere.template = template
        self.speaks = False  # whether anything that was worked out is in the active language

    def whole(self) -> Step:
        """The template with all that it extends."""
        nodes = list(self._template.nodelist)
        try:
            outermost, blocks = extended(self._template, _FOLDS.keys())
            return steps.joined(self._parts(outermost, _Scope(blocks, (self._template.name or "",))))
        except LeftToDjango:
            return steps.as_django_does(nodes)

    def _parts(self, nodes: Iterable[Node], scope: _Scope) -> list[Part]:
        """The nodes in order, texts that follow each other in one."""
        parts: list[Part] = []
        for node in nodes:
            fold = _FOLDS.get(type(node))
            found = fold(self, node, scope) if fold else None
            for part in [node.render_annotated] if found is None else found:
                if not isinstance(part, str):
                    parts.append(part)
                elif parts and isinstance(parts[-1], str):
                    parts[-1] = str.__str__(parts[-1] + part)
                elif part:
                    parts.append(str.__str__(part))  # no SafeString: `steps.joined` tells texts by their type
        return parts

    def _text(self, node: TextNode, _scope: _Scope) -> list[Part]:
        return [node.s]

    def _nothing(self, _node: Node, _scope: _Scope) -> list[Part]:
        return []

    def _variable(self, node: VariableNode, scope: _Scope) -> list[Part]:
        expression = node.filter_expression
        if str(expression) == "block.super":
            return self._overridden(scope)
        return [steps.written(values.value(expression, self._engine))]

    def _if(self, node: IfNode, scope: _Scope) -> list[Part]:
        ways = [
            (
                values.condition(condition, self._engine) if condition is not None else None,
                steps.joined(self._parts(nodes, scope)),
            )
            for condition, nodes in node.conditions_nodelists
        ]

        def write(context: Any) -> str:
            for condition, way in ways:
                try:
                    chosen = condition is None or condition(context)
                except VariableDoesNotExist:  # an argument of a filter
                    continue
                if chosen:
                    return way(context)
            return ""

        return [write]

    def _first(self, node: FirstOfNode, _scope: _Scope) -> list[Part] | None:
        if node.asvar:
            return None
        finds = [values.value(expression, self._engine, ignore_failures=True) for expression in node.vars]

        def first(context: Any) -> Any:
            for find in finds:
                value = find(context)
                if value:
                    return value
            return ""

        return [steps.written(first)]

    def _for(self, node: Any, scope: _Scope) -> list[Part]:
        find = values.value(node.sequence, self._engine, ignore_failures=True)
        each = steps.joined(self._parts(node.nodelist_loop, scope))
        empty = steps.joined(self._parts(node.nodelist_empty, scope))
        names = node.loopvars
        name = names[0] if len(names) == 1 else None

        def write(context: Any) -> str:
            around = context.get("forloop", {})
            items = find(context)
            if items is None:
                items = ()
            if not hasattr(items, "__len__"):
                items = list(items)
            count = len(items)
            loop: dict[str, Any] = {"parentloop": around}
            own: dict[str, Any] = {}
            context.dicts.append(own)
            try:
                if not count:
                    return empty(context)
                own["forloop"] = loop
                written = []
                for place, item in enumerate(reversed(items) if node.is_reversed else items):
                    loop["counter0"], loop["counter"] = place, place + 1
                    loop["revcounter0"], loop["revcounter"] = count - place - 1, count - place
                    loop["first"], loop["last"] = not place, place == count - 1
                    if name:
                        own[name] = item
                        written.append(each(context))
                    else:
                        written.append(steps.seeing(context, dict(zip(names, item, strict=True)), each))
                return "".join(written)
            finally:
                context.dicts.pop()

        return [write]

    def _with(self, node: WithNode, scope: _Scope) -> list[Part]:
        return [self._apart(self._parts(node.nodelist, scope), node.extra_context)]

    def _apart(self, parts: list[Part], extra: Mapping[str, FilterExpression]) -> Step:
        """Parts that see these values, and whose names are not seen by what follows."""
        finds = {name: values.value(expression, self._engine) for name, expression in extra.items()}
        step = steps.joined(parts)
        return lambda context: steps.seeing(context, {name: find(context) for name, find in finds.items()}, step)

    def _include(self, node: IncludeNode, scope: _Scope) -> list[Part] | None:
        name = node.template.var
        if node.isolated_context or node.template.is_var or node.template.filters or not isinstance(name, str):
            return None
        name = str(name)
        if name.startswith(("./", "../")) or name in scope.within:
            return None
        try:
            template = self._engine.get_template(name)
        except (TemplateDoesNotExist, TemplateSyntaxError):
            return None  # nobody may ever come there
        nodes = template.nodelist
        unknown = any(type(found) not in _FOLDS for found in nodes.get_nodes_by_type(Node))
        if unknown or asks_its_block(template.source, overriding=False):
            return None  # it may extend another one, or keep something for itself
        parts = self._parts(nodes, _Scope({}, (*scope.within, name)))
        return [self._apart(parts, node.extra_context)] if node.extra_context or _names(nodes) else parts

    def _block(self, node: BlockNode, scope: _Scope) -> list[Part]:
        overrider = self._overrider(node.name, scope, 0)
        return self._own(node.nodelist, scope) if overrider is None else overrider

    def _overridden(self, scope: _Scope) -> list[Part]:
        name, left = scope.open[-1]
        return self._overrider(name, scope, left + 1) or []

    def _overrider(self, name: str, scope: _Scope, left: int) -> list[Part] | None:
        layers = scope.blocks.get(name, [])
        if left >= len(layers):
            return None
        if (name, left) in scope.open:
            raise LeftToDjango  # it stands within itself
        return self._own(layers[left], scope._replace(open=(*scope.open, (name, left))))

    def _own(self, nodes: NodeList, scope: _Scope) -> list[Part]:
        parts = self._parts(nodes, scope)
        return [self._apart(parts, {})] if _names(nodes) else parts

    def _translation(self, node: TranslateNode, _scope: _Scope) -> list[Part] | None:
        self.speaks = True
        expression: Any = node.filter_expression
        if not isinstance(expression.var, Variable):
            return None
        depends = expression.filters or expression.var.lookups or _varies(node.message_context)
        return None if depends else self._same(node, node.asvar)

    def _sentence(self, node: BlockTranslateNode, _scope: _Scope) -> list[Part] | None:
        if node.plural or node.asvar or node.message_context:
            return None
        written, names = node.render_token_list(node.singular)
        sentence, missing = gettext(written), self._engine.string_if_invalid
        if missing or not all(name.isidentifier() and name not in values.NAMES_OF_CONTEXT for name in names):
            return None
        self.speaks = True
        own = {name: values.value(expression, self._engine) for name, expression in node.extra_context.items()}
        finds = {
            name: steps.written(own.get(name) or values.looked_up(name, (), missing, itemgetter(name)))
            for name in names
        }
        try:
            sentence % dict.fromkeys(names, "")
        except (KeyError, ValueError):
            return None  # a translation that names something else: Django falls back to the original
        return [lambda context: sentence % {name: find(context) for name, find in finds.items()}]

    def _address(self, node: StaticNode, _scope: _Scope) -> list[Part] | None:
        return None if _varies(node.path) else self._same(node, node.varname)

    def _same(self, node: Node, name: str | None) -> list[Part] | None:
        """What is the same on every page of the language: written, or named. None for what fails: nobody may ever come there."""
        try:
            text = node.render(self._nowhere)
        except Exception:
            return None
        if not name:
            return [text]
        value = self._nowhere[name]

        def assign(context: Any) -> str:
            context.dicts[-1][name] = value
            return ""

        return [assign]

    def _tag(self, node: SimpleNode, _scope: _Scope) -> list[Part]:
        func, name, takes_context = node.func, node.target_var, node.takes_context
        finds = [values.value(argument, self._engine) for argument in node.args]
        named = {key: values.value(argument, self._engine) for key, argument in node.kwargs.items()}

        def call(context: Any) -> str:
            given = [find(context) for find in finds]
            if takes_context:
                given.insert(0, context)
            output = func(*given, **{key: find(context) for key, find in named.items()}) if named else func(*given)
            if name is not None:
                context.dicts[-1][name] = output
                return ""
            return steps.escaped(output)

        return [call]


#: Which nodes are folded, and how; None leaves one to Django after all.
_FOLDS: dict[type[Node], Callable[[Folding, Any, _Scope], list[Part] | None]] = {
    TextNode: Folding._text,
    CommentNode: Folding._nothing,
    LoadNode: Folding._nothing,
    VariableNode: Folding._variable,
    IfNode: Folding._if,
    ForNode: Folding._for,
    WithNode: Folding._with,
    IncludeNode: Folding._include,
    BlockNode: Folding._block,
    TranslateNode: Folding._translation,
    BlockTranslateNode: Folding._sentence,
    FirstOfNode: Folding._first,
    StaticNode: Folding._address,
    SimpleNode: Folding._tag,
}


def _varies(expression: FilterExpression | None) -> bool:
    return expression is not None and bool(expression.is_var or expression.filters)


def _names(nodes: NodeList) -> bool:
    """Whether a part may give names that what follows it must not see."""
    return any(
        type(node) not in _FOLDS
        or getattr(node, "takes_context", False)
        or any(getattr(node, name, None) for name in ("target_var", "asvar", "varname"))
        for node in nodes.get_nodes_by_type(Node)
    )
