"""The buttons above a list: give the present filter a name, rename it, share it, delete it."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from newsroom.desk import savedviews
from newsroom.desk.models import SavedView


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Name the filter that a list shows."""
    asked = request.POST
    list_name, query = asked.get("list", ""), savedviews.canonical(asked.get("query", ""))
    address = _address(request, list_name)
    try:
        view = savedviews.keep(
            list_name=list_name, name=asked.get("name", ""), query=query, by=request.user, shared="shared" in asked
        )
    except savedviews.Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("“%(name)s” stands above the list now.") % {"name": view.name})
    return HttpResponseRedirect(f"{address}?{query}")


def _rename(view: SavedView, request: HttpRequest) -> str:
    savedviews.rename(view, name=request.POST.get("name", ""), by=request.user)
    return _("The filter is called “%(name)s” now.") % {"name": view.name}


def _share(view: SavedView, request: HttpRequest) -> str:
    savedviews.share(view, shared=True, by=request.user)
    return _("The whole newsroom finds “%(name)s” above this list.") % {"name": view.name}


def _unshare(view: SavedView, request: HttpRequest) -> str:
    savedviews.share(view, shared=False, by=request.user)
    return _("“%(name)s” is shown to its owner alone.") % {"name": view.name}


def _delete(view: SavedView, request: HttpRequest) -> str:
    savedviews.delete(view, by=request.user)
    return _("The filter “%(name)s” is deleted; what it showed is still there.") % {"name": view.name}


#: The names of the buttons.
BUTTONS: dict[str, Callable[[SavedView, HttpRequest], str]] = {
    "rename": _rename,
    "share": _share,
    "unshare": _unshare,
    "delete": _delete,
}


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the buttons of a saved filter."""
    view = get_object_or_404(SavedView.objects.seen_by(request.user), pk=pk)
    address = _address(request, view.list)
    pressed = next((press for name, press in BUTTONS.items() if name in request.POST), None)
    if pressed is None:
        raise Http404
    try:
        messages.success(request, pressed(view, request))
    except savedviews.Refused as refusal:
        messages.error(request, str(refusal))
    return HttpResponseRedirect(f"{address}?{view.query}")


def strip(request: HttpRequest) -> savedviews.Strip | None:
    """What stands above the list that is being asked for; None if it is no list."""
    match = request.resolver_match
    app_and_model, changelist, rest = ((match and match.url_name) or "").partition("_changelist")
    if not changelist or rest or "_popup" in request.GET:
        return None
    list_name = app_and_model.replace("_", ".", 1)
    return savedviews.strip(list_name, request.GET.urlencode(), by=request.user)


def _address(request: HttpRequest, list_name: str) -> str:
    """Where a list is. Raises Http404 for one that is not there, PermissionDenied for one that the person may not see."""
    listed: dict[str, Any] = {model._meta.label_lower: part for model, part in admin.site._registry.items()}
    if list_name not in listed:
        raise Http404
    if not listed[list_name].has_view_permission(request):
        raise PermissionDenied
    try:
        return reverse(f"admin:{list_name.replace('.', '_')}_changelist")
    except NoReverseMatch:
        raise Http404 from None
