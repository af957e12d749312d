# ruff: noqa: E501  a table is read by its columns
"""What every address of the desk answers, to whom. `tests/newsroom/test_permissions.py` holds the site against it.

A line is an address below /admin/ as the URLs write it ("/" is the first page), the objects that it is asked for, and the
answers to anonymous, Reporter, Editor, Publisher, Audience and superuser: to GET and to an empty POST, or one number if both
are the same. `{a,b}` stands for several addresses. Objects: a story that is one's own, foreign (somebody else's draft), live
or binned; another row that is there; and one that is missing. "-" where the address has no object.

302 to anonymous leads to the sign-in. 403: not for this role. 405: not this method. 404: nothing there.
"""

from collections.abc import Iterator
from typing import NamedTuple

TABLE = """
# The desk itself
# address                                  objects       anonymous Reporter  Editor    Publisher Audience  superuser
password/forgotten/                        -             200       200       200       200       200       200
password/sent/                             -             200/405   200/405   200/405   200/405   200/405   200/405
password/<uidb64>/<token>/                 there,missing 200       200       200       200       200       200
password/changed/                          -             200/405   200/405   200/405   200/405   200/405   200/405
styleguide/                                -             302       200/405   200/405   200/405   200/405   200/405
views/keep/                                -             302       405/404   405/404   405/404   405/404   405/404
views/<int:pk>/                            there,missing 302       405/404   405/404   405/404   405/404   405/404
/                                          -             302/405   200/405   200/405   200/405   200/405   200/405
login/                                     -             200       302/200   302/200   302/200   302/200   302/200
logout/                                    -             302       405/200   405/200   405/200   405/200   405/200
password_change/                           -             302       200       200       200       200       200
password_change/done/                      -             302       200/405   200/405   200/405   200/405   200/405
autocomplete/                              -             302/405   403/405   403/405   403/405   403/405   403/405
jsi18n/                                    -             302/405   200/405   200/405   200/405   200/405   200/405
r/<path:content_type_id>/<path:object_id>/ there         302/405   302/405   302/405   302/405   302/405   302/405
r/<path:content_type_id>/<path:object_id>/ missing       302/405   404/405   404/405   404/405   404/405   404/405
<app_label>/                               there         302/405   200/405   200/405   200/405   200/405   200/405
<app_label>/                               missing       302       404       404       404       404       404
<url>                                      there         302       301       301       301       301       301
<url>                                      missing       302       404       404       404       404       404

# Stories
# address                                                objects                          anonymous Reporter  Editor    Publisher Audience  superuser
articles/article/bulk/<slug:name>/                       publish,unpublish,approve        302       405/403   405/200   405/200   405/403   405/200
articles/article/bulk/<slug:name>/                       submit,assign,add_tag,remove_tag 302       405/200   405/200   405/200   405/403   405/200
articles/article/bulk/<slug:name>/                       bin                              302       405/403   405/403   405/200   405/403   405/200
articles/article/bulk/<slug:name>/                       missing                          302       405/404   405/404   405/404   405/404   405/404
articles/article/<int:pk>/preview/                       own,foreign,live,binned          302       200/405   200/405   200/405   200/405   200/405
articles/article/<int:pk>/preview/                       missing                          302       404/405   404/405   404/405   404/405   404/405
articles/article/<int:pk>/revisions/<int:number>/        own,foreign,live,binned          302       200/405   200/405   200/405   200/405   200/405
articles/article/<int:pk>/revisions/<int:number>/        missing                          302       404/405   404/405   404/405   404/405   404/405
articles/article/<int:pk>/revisions/<int:number>/revert/  own                        302       302       302       302       403       302
articles/article/<int:pk>/revisions/<int:number>/revert/  foreign,binned             302       302/409   302/409   302/409   403       302
articles/article/<int:pk>/revisions/<int:number>/revert/  live                       302       200/409   200/409   200/409   403       200/409
articles/article/<int:pk>/revisions/<int:number>/revert/  missing                    302       404       404       404       404       404
articles/article/                                        -                                302       200       200       200       200       200
articles/article/add/                                    -                                302       200       200       200       403       200
articles/article/<path:object_id>/history/               own,foreign,live,binned          302/405   200/405   200/405   200/405   200/405   200/405
articles/article/<path:object_id>/history/               missing                          302/405   404/405   404/405   404/405   404/405   404/405
articles/article/<path:object_id>/delete/                own,foreign,live,binned,missing  302       403       403       403       403       403
articles/article/<path:object_id>/change/                own,foreign,live,binned          302       200       200       200       302/403   200
articles/article/<path:object_id>/change/                missing                          302       404       404       404       404/403   404
articles/article/<path:object_id>/                       own,foreign,live,binned,missing  302       302       302       302       302       302

# Beside the story form: what is kept while somebody writes, notes, links, checks, deeds, comparisons
articles/article/session/                                -                       200/405   200/405   200/405   200/405   200/405   200/405
articles/article/autosave/                               -                       401       405/422   405/422   405/422   405/403   405/422
articles/article/<int:pk>/autosave/                      own,foreign,live,binned 401       405/409   405/409   405/409   405/403   405/409
articles/article/<int:pk>/autosave/                      missing                 401       405/404   405/404   405/404   405/404   405/404
articles/article/<int:pk>/presence/                      own,foreign,live,binned 401       405/200   405/200   405/200   405/403   405/200
articles/article/<int:pk>/presence/                      missing                 401       405/404   405/404   405/404   405/404   405/404
articles/article/<int:pk>/links/                         own,foreign,live,binned 302       200       200       200       403       200
articles/article/<int:pk>/links/                         missing                 302       404       404       404       404       404
articles/article/<int:pk>/links/<int:key>/revoke/        own,foreign,live,binned 302       405/302   405/302   405/302   405/403   405/302
articles/article/<int:pk>/links/<int:key>/revoke/        missing                 302       405/404   405/404   405/404   405/404   405/404
articles/article/<int:pk>/related/                       own,foreign,live,binned 302       200/302   200/302   200/302   200/403   200/302
articles/article/<int:pk>/related/                       missing                 302       404       404       404       404       404
articles/article/<int:pk>/notes/                         own,foreign,live,binned 302       200       200       200       200/403   200
articles/article/<int:pk>/notes/                         missing                 302       404       404       404       404       404
articles/article/add/checks/                             -                       302       405/200   405/200   405/200   405/200   405/200
articles/article/<int:pk>/checks/                        own,foreign,live,binned 302       200       200       200       200       200
articles/article/<int:pk>/checks/                        missing                 302       404       404       404       404       404
articles/article/<int:pk>/assign/                        own,foreign,live,binned 302       200/302   200/302   200/302   403       200/302
articles/article/<int:pk>/assign/                        missing                 302       404       404       404       404       404
articles/article/<int:pk>/preview/live/                  own,foreign,live,binned 302       405/200   405/200   405/200   405/200   405/200
articles/article/<int:pk>/preview/live/                  missing                 302       405/404   405/404   405/404   405/404   405/404
articles/article/<int:pk>/do/<slug:verb>/                own,foreign,live        302       200/302   200/302   200/302   403       200/302
articles/article/<int:pk>/do/<slug:verb>/                binned                  302       302       302       302       403       302
articles/article/<int:pk>/do/<slug:verb>/                missing                 302       404       404       404       404       404
articles/article/<int:pk>/follow/                        own,foreign,live,binned 302       302       302       302       403       302
articles/article/<int:pk>/follow/                        missing                 302       404       404       404       404       404
articles/article/<int:pk>/compare/                       own,foreign,live,binned 302       302/405   302/405   302/405   302/405   302/405
articles/article/<int:pk>/compare/                       missing                 302       404/405   404/405   404/405   404/405   404/405
articles/article/<int:pk>/compare/readers/newest/        own,foreign,live,binned 302       302/405   302/405   302/405   302/405   302/405
articles/article/<int:pk>/compare/readers/newest/        missing                 302       404/405   404/405   404/405   404/405   404/405
articles/article/<int:pk>/compare/<int:one>/<int:other>/ own,foreign,live,binned 302       200/405   200/405   200/405   200/405   200/405
articles/article/<int:pk>/compare/<int:one>/<int:other>/ missing                 302       404/405   404/405   404/405   404/405   404/405
articles/article/<int:pk>/merge/                         own,foreign,live,binned 302       405/404   405/404   405/404   405/403   405/404
articles/article/<int:pk>/merge/                         missing                 302       405/404   405/404   405/404   405/404   405/404

# Pictures, the vocabularies, corrections, the front page, the log, the house’s own texts
# address                                                               objects       anonymous Reporter  Editor    Publisher Audience  superuser
articles/{correction,homeslot,editorialevent}/                          -             302       403       200       200       403       200
articles/{correction,homeslot,section,country,topic,author,tag}/add/    -             302       403       200       200       403       200
articles/{correction,homeslot,editorialevent}/<path:object_id>/history/ there         302/405   403/405   200/405   200/405   403/405   200/405
articles/{correction,homeslot,image,editorialevent,masthead,page,announcement,section,country,topic,author,tag}/<path:object_id>/history/ missing       302/405   404/405   404/405   404/405   404/405   404/405
articles/{correction,editorialevent,masthead}/<path:object_id>/delete/  there,missing 302       403       403       403       403       403
articles/{correction,editorialevent}/<path:object_id>/change/           there         302       403       200/403   200/403   403       200/403
articles/{correction,editorialevent}/<path:object_id>/change/           missing       302       403       404/403   404/403   403       404/403
articles/{correction,homeslot,image,editorialevent,masthead,page,announcement,section,country,topic,author,tag}/<path:object_id>/ there,missing 302       302       302       302       302       302
articles/{homeslot,image}/<path:object_id>/delete/                      there         302       403       200       200       403       200
articles/{homeslot,image}/<path:object_id>/delete/                      missing       302       403       404       404       403       404
articles/homeslot/<path:object_id>/change/                              there         302       403       200       200       403       200
articles/homeslot/<path:object_id>/change/                              missing       302       403       404       404       403       404
articles/image/upload/                                                  -             302       405/422   405/422   405/422   405/403   405/422
articles/image/<int:pk>/thumbnail/                                      there         302       302/405   302/405   302/405   302/405   302/405
articles/image/<int:pk>/thumbnail/                                      missing       302       404/405   404/405   404/405   404/405   404/405
articles/{image,section,country,topic,author,tag}/                      -             302       200       200       200       403       200
articles/image/add/                                                     -             302       200       200       200       403       200
articles/{image,section,country,topic,author,tag}/<path:object_id>/history/ there         302/405   200/405   200/405   200/405   403/405   200/405
articles/image/<path:object_id>/change/                                 there         302       200       200       200       403       200
articles/image/<path:object_id>/change/                                 missing       302       404       404       404       403       404
articles/{editorialevent,masthead}/add/                                 -             302       403       403       403       403       403
articles/{masthead,page,announcement}/                                  -             302       403       403       200       403       200
articles/{masthead,page,announcement}/<path:object_id>/history/         there         302/405   403/405   403/405   200/405   403/405   200/405
articles/{masthead,page,announcement}/<path:object_id>/change/          missing       302       403       403       404       403       404
articles/{page,announcement}/add/                                       -             302       403       403       200       403       200
articles/{page,announcement,section,country,topic,author,tag}/<path:object_id>/delete/ there         302       403       403       200       403       200
articles/{page,announcement,section,country,topic,author,tag}/<path:object_id>/delete/ missing       302       403       403       404       403       404
articles/{masthead,page,announcement}/<path:object_id>/change/          there         302       403       403       200       403       200
articles/{section,country,topic,author,tag}/<path:object_id>/change/    there         302       200/403   200       200       403       200
articles/{section,country,topic,author,tag}/<path:object_id>/change/    missing       302       404/403   404       404       403       404

# What readers send
# address                                         objects       anonymous Reporter  Editor    Publisher Audience  superuser
feedback/message/<int:pk>/mark/                   there,missing 302       405/403   405/404   405/404   405/404   405/404
feedback/message/<int:pk>/assign/                 there         302       405/403   405/302   405/302   405/302   405/302
feedback/message/<int:pk>/{snooze,note}/          there         302       405/403   405/422   405/422   405/422   405/422
feedback/message/<int:pk>/{assign,snooze,note}/   missing       302       405/403   405/404   405/404   405/404   405/404
feedback/message/<int:pk>/next/                   there         302       403/405   302/405   302/405   302/405   302/405
feedback/message/<int:pk>/next/                   missing       302       403/405   404/405   404/405   404/405   404/405
feedback/{message,vote}/                          -             302       403       200       200       200       200
feedback/{message,vote}/add/                      -             302       403       403       403       403       403
feedback/{message,vote}/<path:object_id>/history/ there         302/405   403/405   200/405   200/405   200/405   200/405
feedback/{message,vote}/<path:object_id>/history/ missing       302/405   404/405   404/405   404/405   404/405   404/405
feedback/{message,vote}/<path:object_id>/delete/  there,missing 302       403       403       403       403       403
feedback/{message,vote}/<path:object_id>/change/  there         302       403       200/403   200/403   200/403   200/403
feedback/{message,vote}/<path:object_id>/change/  missing       302       403       404/403   404/403   404/403   404/403
feedback/{message,vote}/<path:object_id>/         there,missing 302       302       302       302       302       302
feedback/message/mail/                            -             302       403       200/302   200/302   200/302   200/302
feedback/message/<int:pk>/answer/                 there         302       403       302       302       302       302
feedback/message/<int:pk>/answer/                 missing       302       403       404       404       404       404
feedback/message/<int:pk>/correct/                there         302       405/403   405/302   405/302   405/403   405/302
feedback/message/<int:pk>/correct/                missing       302       405/403   405/404   405/404   405/404   405/404
feedback/letter/<int:pk>/again/                   there         302       405/403   405/302   405/302   405/302   405/302
feedback/letter/<int:pk>/again/                   missing       302       405/403   405/404   405/404   405/404   405/404
feedback/letter/                                  -             302       403       200       200       200       200
feedback/letter/add/                              -             302       403       403       403       403       403
feedback/letter/<path:object_id>/history/         there         302/405   403/405   200/405   200/405   200/405   200/405
feedback/{letter,savedreply}/<path:object_id>/history/ missing  302/405   404/405   404/405   404/405   404/405   404/405
feedback/letter/<path:object_id>/delete/          there,missing 302       403       403       403       403       403
feedback/letter/<path:object_id>/change/          there         302       403       200/403   200/403   200/403   200/403
feedback/letter/<path:object_id>/change/          missing       302       403       404/403   404/403   404/403   404/403
feedback/{letter,savedreply}/<path:object_id>/    there,missing 302       302       302       302       302       302
feedback/savedreply/                              -             302       403       200       200       200       200
feedback/savedreply/add/                          -             302       403       403       200       200       200
feedback/savedreply/<path:object_id>/history/     there         302/405   403/405   200/405   200/405   200/405   200/405
feedback/savedreply/<path:object_id>/delete/      there         302       403       403       200       200       200
feedback/savedreply/<path:object_id>/delete/      missing       302       403       403       404       404       404
feedback/savedreply/<path:object_id>/change/      there         302       403       200/403   200       200       200
feedback/savedreply/<path:object_id>/change/      missing       302       403       404/403   404       404       404
feedback/vote/stories/                            -             302       403/405   200/405   200/405   200/405   200/405
feedback/measures/                                   -             302       403/405   200/405   200/405   200/405   200/405
feedback/export/messages/                            -             302       403       403       200/400   200/400   200/400
feedback/export/votes/                               -             302       403       403       200/400   200/400   200/400
feedback/export/measures/                            -             302       403       403       200/400   200/400   200/400
feedback/export/                                     -             302       403       403       200       200       200
feedback/export/add/                                 -             302       403       403       403       403       403
feedback/export/<path:object_id>/history/            there         302/405   403/405   403/405   200/405   200/405   200/405
feedback/export/<path:object_id>/history/            missing       302/405   404/405   404/405   404/405   404/405   404/405
feedback/export/<path:object_id>/delete/             there,missing 302       403       403       403       403       403
feedback/export/<path:object_id>/change/             there         302       403       403       200/403   200/403   200/403
feedback/export/<path:object_id>/change/             missing       302       403       403       404/403   404/403   404/403
feedback/export/<path:object_id>/                    there,missing 302       302       302       302       302       302
feedback/forgetting/                              -             302       403       200       200       200       200
feedback/{forgetting,notice}/add/                 -             302       403       403       403       403       403
feedback/forgetting/<path:object_id>/history/     there         302/405   403/405   200/405   200/405   200/405   200/405
feedback/{forgetting,notice}/<path:object_id>/history/ missing  302/405   404/405   404/405   404/405   404/405   404/405
feedback/{forgetting,notice}/<path:object_id>/delete/ there,missing 302   403       403       403       403       403
feedback/forgetting/<path:object_id>/change/      there         302       403       200/403   200/403   200/403   200/403
feedback/forgetting/<path:object_id>/change/      missing       302       403       404/403   404/403   404/403   404/403
feedback/{forgetting,notice}/<path:object_id>/    there,missing 302       302       302       302       302       302
feedback/notice/                                  -             302       403       403       200       403       200
feedback/notice/<path:object_id>/history/         there         302/405   403/405   403/405   200/405   403/405   200/405
feedback/notice/<path:object_id>/change/          there         302       403       403       200/302   403       200/302
feedback/notice/<path:object_id>/change/          missing       302       403       403       404       403       404

# Staff and roles
# address                            objects       anonymous Reporter  Editor    Publisher Audience  superuser
auth/group/                          -             302       403       403       403       403       200
auth/group/add/                      -             302       403       403       403       403       200
auth/group/<path:object_id>/history/ there         302/405   403/405   403/405   403/405   403/405   200/405
auth/group/<path:object_id>/history/ missing       302/405   404/405   404/405   404/405   404/405   404/405
auth/group/<path:object_id>/delete/  there         302       403       403       403       403       200
auth/group/<path:object_id>/delete/  missing       302       403       403       403       403       404
auth/group/<path:object_id>/change/  there         302       403       403       403       403       200
auth/group/<path:object_id>/change/  missing       302       403       403       403       403       404
auth/group/<path:object_id>/         there,missing 302       302       302       302       302       302
desk/user/<id>/password/             there         302       403       403       200       403       200
desk/user/<id>/password/             missing       302       403       403       404       403       404
desk/user/                           -             302       403       403       200       403       200
desk/user/add/                       -             302       403       403       200       403       200
desk/user/<path:object_id>/history/  there         302/405   403/405   403/405   200/405   403/405   200/405
desk/user/<path:object_id>/history/  missing       302/405   404/405   404/405   404/405   404/405   404/405
desk/user/<path:object_id>/delete/   there,missing 302       403       403       403       403       403
desk/user/<path:object_id>/change/   there         302       403       403       200       403       200
desk/user/<path:object_id>/change/   missing       302       403       403       404       403       404
desk/user/<path:object_id>/          there,missing 302       302       302       302       302       302
"""


class Line(NamedTuple):
    """One address with one object, and the cells of the roles."""

    route: str
    name: str
    cells: tuple[str, ...]


def expanded(address: str) -> Iterator[str]:
    """The addresses that one with braces stands for."""
    before, brace, rest = address.partition("{")
    if not brace:
        yield address
        return
    names, _close, after = rest.partition("}")
    for name in names.split(","):
        yield from expanded(before + name + after)


def _read() -> Iterator[Line]:
    for row in TABLE.splitlines():
        if row.strip() and not row.lstrip().startswith("#"):
            address, objects, *cells = row.split()
            for route in expanded(address):
                for name in objects.split(","):
                    yield Line(f"admin/{'' if route == '/' else route}", name, tuple(cells))


LINES = list(_read())
