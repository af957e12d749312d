"""Forms of rows that have an address of their own."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _

from articles import addressing
from articles.addressing import AddressTaken


class AddressedAdmin:
    """Refuses a slug whose address belongs to something else, on the form, with everything typed still there."""

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        base: Any = super().get_form(request, obj, change=change, **kwargs)  # type: ignore[misc]

        class AddressedForm(base):
            def _post_clean(self) -> None:
                super()._post_clean()
                if not self.errors:
                    for path in addressing.taken_from(self.instance):
                        self.add_error(None, str(AddressTaken(path)))

        return AddressedForm

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            with transaction.atomic():
                return super().changeform_view(request, *args, **kwargs)  # type: ignore[misc]
        except AddressTaken as taken:
            # Somebody took the address between the check and the save.
            sentence = _("Nothing was saved. %(why)s Go back to your text with the browser.") % {"why": taken}
            messages.error(request, sentence)
            return HttpResponseRedirect(request.get_full_path())
