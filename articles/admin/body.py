"""The rich text field of stories and pages: an editor that can write what `articles.markup` stores, and no more.

The editor's own modules are in static/admin/editor/. Whatever it sends is cleaned like HTML from anywhere else.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_prose_editor.config import expand_extensions
from django_prose_editor.widgets import AdminProseEditorWidget, prose_editor_admin_media
from js_asset import ImportMap, Media, Script

from articles.markup import EMBED_HOSTS, LINK_SCHEMES, clean

MODULES = ("blocks", "dialog", "figures", "marks", "paste", "source", "tables", "words")

#: What each button does and what its dialog asks for, by the name that the editor gives it.
LABELS = {
    "toolbar": _("Formatting"),
    "paragraph": _("Paragraph"),
    "heading2": _("Heading"),
    "heading3": _("Second-level heading"),
    "heading4": _("Third-level heading"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "strike": _("Struck through"),
    "subscript": _("Subscript"),
    "superscript": _("Superscript"),
    "code": _("Code"),
    "link": _("Link"),
    "unlink": _("Remove the link"),
    "bulletList": _("Bulleted list"),
    "orderedList": _("Numbered list"),
    "orderedList:start": _("Start the numbers at…"),
    "blockquote": _("Quotation"),
    "pullQuote": _("Pull-quote"),
    "horizontalRule": _("Dividing line"),
    "picture": _("Picture"),
    "embed": _("Embed"),
    "footnote": _("Footnote"),
    "table": _("Table"),
    "table:caption": _("Caption of the table"),
    "table:addColumnAfter": _("Add a column"),
    "table:deleteColumn": _("Delete the column"),
    "table:addRowAfter": _("Add a row"),
    "table:deleteRow": _("Delete the row"),
    "table:mergeCells": _("Merge the cells"),
    "table:splitCell": _("Split the cell"),
    "table:toggleHeaderCell": _("Header cell or not"),
    "table:deleteTable": _("Delete the table"),
    "history:undo": _("Undo"),
    "history:redo": _("Redo"),
    "html": _("HTML"),
    "htmlHelp": _("The HTML of the text. What a story can't contain is taken out."),
    "caption": _("Caption"),
    "address": _("Address"),
    "badAddress": _("Enter a web or e-mail address, or a path on this site."),
    "embedAddress": _("Address of the page to embed"),
    "badEmbed": _("That site can't be embedded. Link to it instead."),
    "footnoteText": _("Text of the note"),
    "firstNumber": _("First number"),
    "rows": _("Rows"),
    "columns": _("Columns"),
    "apply": _("Apply"),
    "cancel": _("Cancel"),
}

_TOOLBAR = (
    "blockType -lists",
    "marks",
    "link",
    "lists",
    "nodes -blockType -lists",
    "insert",
    "table",
    "history",
    "utility",
)

_PLAIN = (
    *("Bold", "Italic", "Strike", "Subscript", "Superscript", "Code", "HardBreak", "BulletList", "ListItem"),
    *("Blockquote", "HorizontalRule", "Caption", "Footnote", "Table", "TableRow", "TableHeader", "TableCell"),
    *("History", "HTML", "Paste", "SpecialCharacters", "TrailingNode"),
)


class BodyWidget(AdminProseEditorWidget):
    """The body editor; its page must be rendered with `with_nonce` media and works in the admin only."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, preset="configurable")

    def get_config(self) -> dict[str, Any]:
        extensions = {
            **dict.fromkeys(_PLAIN, True),
            "Heading": {"levels": [2, 3, 4]},
            "OrderedList": {"enableListAttributes": False},
            "Link": {"schemes": sorted(LINK_SCHEMES)},
            "Picture": {"library": reverse("admin:articles_image_changelist")},
            "Embed": {"hosts": dict(EMBED_HOSTS)},
            "Menu": {"groups": [{"group": group} for group in _TOOLBAR]},
            "NoSpellCheck": False,
            "Words": {"labels": LABELS},
        }
        modules = [f"desk-editor/{module}" for module in MODULES]
        return {"extensions": expand_extensions(extensions), "js_modules": modules}

    @property
    def media(self) -> Media:
        jquery = f"admin/js/vendor/jquery/jquery{'' if settings.DEBUG else '.min'}.js"
        return prose_editor_admin_media + Media(
            importmap=ImportMap({f"desk-editor/{module}": f"admin/editor/{module}.js" for module in MODULES}),
            css={"all": ["admin/editor/editor.css"]},
            js=[
                jquery,
                "admin/js/jquery.init.js",
                "admin/js/admin/RelatedObjectLookups.js",
                Script("django_prose_editor/configurable.js", type="module"),
            ],
        )


#: Cleaning takes time that grows with the square of the nesting; no story comes near this.
LONGEST = 500_000  # characters of HTML


class BodyField(forms.CharField):
    """A body as `articles.markup` stores it: cleaned, so that an empty paragraph is an empty text."""

    widget = BodyWidget

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        if len(text) > LONGEST:
            raise forms.ValidationError(_("This text is too long: split it, or take out what was pasted by mistake."))
        return clean(text)


def with_nonce(media: forms.Media, request: HttpRequest) -> Media:
    """The same media with the request's nonce on every tag: the page's import map is an inline script."""
    return Media.from_media(media, nonce=str(request.csp_nonce))  # type: ignore[attr-defined]
