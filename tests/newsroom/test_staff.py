"""Who may do what at the desk, and who gets in."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.checks import run_checks
from django.test import Client

from newsroom.desk import roles as table
from tests import factories

pytestmark = pytest.mark.django_db


def sign_in(client: Client, name: str, password: str, address: str = "192.0.2.1") -> int:
    answer = client.post("/admin/login/", {"username": name, "password": password}, REMOTE_ADDR=address)
    return answer.status_code


def test_the_groups_in_the_database_are_those_of_the_table(roles: None) -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(table.ROLES)
    for name in table.ROLES:
        held = {
            f"{p.content_type.app_label}.{p.codename}"
            for p in Permission.objects.filter(group__name=name).select_related("content_type")
        }
        assert held == table.permissions_of(name)


def test_a_permission_that_the_table_lost_is_taken_away(roles: None) -> None:
    reporters = Group.objects.get(name="Reporter")
    reporters.permissions.add(Permission.objects.get(codename="publish_article"))
    table.write_groups(apps.get_app_config("desk"))
    assert not reporters.permissions.filter(codename="publish_article").exists()


def test_nobody_may_delete_a_person_or_write_the_log() -> None:
    for role in table.ROLES:
        forbidden = {"desk.delete_user", *(f"articles.{verb}_editorialevent" for verb in ("add", "change", "delete"))}
        assert not table.permissions_of(role) & forbidden


def test_sign_in_is_throttled_and_says_so() -> None:
    factories.UserFactory(username="nora", password="the right password")
    client = Client()
    for _attempt in range(4):
        assert sign_in(client, "nora", "wrong") == 200
    answer = client.post("/admin/login/", {"username": "nora", "password": "wrong"}, REMOTE_ADDR="192.0.2.1")
    assert answer.status_code == 429
    assert "Too many attempts" in answer.content.decode()
    assert sign_in(client, "nora", "the right password") == 429
    # Somebody elsewhere is not locked out by it.
    assert sign_in(Client(), "nora", "the right password", "192.0.2.77") == 302


def test_the_throttle_does_not_store_addresses() -> None:
    from axes.models import AccessAttempt

    factories.UserFactory(username="nora")
    sign_in(Client(), "nora", "wrong", "192.0.2.55")
    attempt = AccessAttempt.objects.get()
    assert "192.0.2.55" not in str(vars(attempt))
    assert attempt.ip_address.startswith("fd")


def test_staff_cookies_stay_below_the_desk(client: Client) -> None:
    factories.UserFactory(username="nora", password="the right password")
    client.get("/admin/login/")
    sign_in(client, "nora", "the right password")
    assert {name: morsel["path"] for name, morsel in client.cookies.items()} == {
        "csrftoken": "/admin/",
        "desk_session": "/admin/",
    }


def test_a_forgotten_password_can_be_set_anew() -> None:
    factories.UserFactory(username="nora", email="nora@newsroom.example")
    client = Client()
    assert "/admin/password/forgotten/" in client.get("/admin/login/").content.decode()
    client.post("/admin/password/forgotten/", {"email": "nora@newsroom.example"})
    link = re.search(r"https?://[^/\s]+(/admin/password/\S+)", mail.outbox[0].body)
    assert link
    page = client.get(link[1], follow=True)
    path = page.redirect_chain[-1][0]
    client.post(path, {"new_password1": "quite another secret", "new_password2": "quite another secret"})
    assert sign_in(Client(), "nora", "quite another secret") == 302


def test_a_demonstration_account_signs_in_on_a_demonstration_only(settings) -> None:
    factories.UserFactory(username="rosa", password="demonstration", demonstration=True)
    settings.DEMONSTRATION = True
    inside = Client()
    assert sign_in(inside, "rosa", "demonstration") == 302
    assert inside.get("/admin/").status_code == 200
    settings.DEMONSTRATION = False
    assert sign_in(Client(), "rosa", "demonstration") == 200
    assert inside.get("/admin/").status_code == 302  # and an open session ends


def test_the_deploy_check_names_demonstration_accounts() -> None:
    def said() -> set[str | None]:
        return {message.id for message in run_checks(include_deployment_checks=True, databases=["default"])}

    assert "newsroom.E003" not in said()
    factories.UserFactory(demonstration=True)
    assert "newsroom.E003" in said()


def test_the_deploy_check_warns_until_a_second_factor_exists() -> None:
    assert "newsroom.W001" in {message.id for message in run_checks(include_deployment_checks=True)}


def test_a_publisher_creates_staff_but_can_not_touch_a_superuser(roles: None, client: Client) -> None:
    client.force_login(factories.UserFactory(role="Publisher"))
    answer = client.post(
        "/admin/desk/user/add/",
        {
            "username": "newcomer",
            "email": "newcomer@newsroom.example",
            "language": "es",
            "usable_password": "true",
            "password1": "quite a long secret",
            "password2": "quite a long secret",
            "groups": [Group.objects.get(name="Reporter").pk],
        },
    )
    assert answer.status_code == 302
    newcomer = get_user_model().objects.get(username="newcomer")
    assert newcomer.is_staff
    assert not newcomer.is_superuser
    assert newcomer.has_perm("articles.change_article")
    chief = factories.chief()
    assert (
        client.post(f"/admin/desk/user/{chief.pk}/password/", {"password1": "x", "password2": "x"}).status_code == 403
    )


def test_the_desk_speaks_the_language_of_the_profile(roles: None, client: Client) -> None:
    client.force_login(factories.UserFactory(role="Reporter", language="es"))
    page = client.get("/admin/", headers={"accept-language": "en"})
    assert '<html lang="es"' in page.content.decode()


def test_asking_again_and_again_for_a_new_password_sends_one_mail() -> None:
    factories.UserFactory(email="nora@newsroom.example")
    for _attempt in range(5):
        answer = Client().post("/admin/password/forgotten/", {"email": "nora@newsroom.example"})
        assert answer.status_code == 302
    assert len(mail.outbox) == 1


def test_a_publisher_can_give_roles_but_no_right_beyond_them(roles: None, client: Client) -> None:
    publisher = factories.UserFactory(role="Publisher")
    client.force_login(publisher)
    boss = Group.objects.create(name="Boss")
    boss.permissions.add(*Permission.objects.all())
    data = {
        "username": publisher.username,
        "language": "en",
        "is_active": "on",
        "is_staff": "on",
        "groups": [group.pk for group in Group.objects.filter(name__in=["Publisher", "Boss"])],
    }
    answer = client.post(f"/admin/desk/user/{publisher.pk}/change/", data)
    assert "groups" in answer.context["adminform"].form.errors
    mighty = factories.UserFactory()
    mighty.user_permissions.add(Permission.objects.get(codename="delete_article"))
    assert client.post(f"/admin/desk/user/{mighty.pk}/password/", {}).status_code == 403


def test_rights_come_from_roles_and_from_single_grants_in_one_question(
    roles: None, django_assert_num_queries: Any
) -> None:
    user = factories.UserFactory(role="Reporter")
    user.user_permissions.add(Permission.objects.get(codename="publish_article"))
    other = factories.UserFactory()
    with django_assert_num_queries(2):
        assert user.has_perm("articles.publish_article")
        assert user.has_perm("articles.change_article")
        assert not user.has_perm("articles.unpublish_article")
        assert not other.has_perm("articles.change_article")
    for row in (get_user_model()(pk=user.pk, is_active=False), get_user_model()(pk=user.pk, is_superuser=True)):
        assert row.has_perm("articles.unpublish_article") is row.is_active
        assert row.has_perm("articles.change_article") is row.is_active


def test_the_desk_shows_none_of_the_machinery(client: Client) -> None:
    client.force_login(factories.chief())
    index = client.get("/admin/").content.decode()
    for path in ("/admin/procrastinate/", "/admin/taggit/"):
        assert path not in index
        assert client.get(path).status_code == 404


def test_a_nul_in_an_address_of_the_desk_is_refused(client: Client) -> None:
    client.force_login(factories.chief())
    for path in ("/admin/articles/article/?state=%00", "/admin/autocomplete/?term=%00", "/admin/desk/user/?email=%00"):
        assert client.get(path).status_code == 400


def test_a_form_without_its_token_is_explained_in_the_desk(roles: None) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(factories.UserFactory(role="Editor"))
    answer = client.post("/admin/articles/article/add/", {"headline": "Lost?"})
    assert answer.status_code == 403
    assert "your text is still there" in answer.content.decode()
    assert "<style" not in answer.content.decode()


def test_the_form_of_an_account_asks_at_most_twelve_questions(roles: None, django_assert_max_num_queries: Any) -> None:
    publisher, other = factories.UserFactory(role="Publisher"), factories.UserFactory(role="Editor")
    desk = Client()
    desk.force_login(publisher)
    with django_assert_max_num_queries(12):
        form = desk.get(f"/admin/desk/user/{other.pk}/change/")
    assert "_save" in form.content.decode()
