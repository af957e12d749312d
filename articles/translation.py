"""Which columns of the vocabularies exist in both languages (read by django-modeltranslation at start-up)."""

from modeltranslation.translator import TranslationOptions, register

from articles.models import Author, Country, Image, Masthead, Section, Topic


@register(Section)
class SectionTranslation(TranslationOptions):
    fields = ("name", "slug", "description")
    # Texts may wait for their translation; names and slugs may not.
    required_languages = {"default": ("name", "slug")}


@register(Country)
class CountryTranslation(TranslationOptions):
    fields = ("name", "slug", "profile", "facts")
    required_languages = {"default": ("name", "slug")}


@register(Topic)
class TopicTranslation(TranslationOptions):
    fields = ("name", "slug", "profile", "facts")
    required_languages = {"default": ("name", "slug")}


@register(Author)
class AuthorTranslation(TranslationOptions):
    fields = ("bio",)


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("alt", "caption")


@register(Masthead)
class MastheadTranslation(TranslationOptions):
    fields = (
        "tagline",
        "house_byline",
        "about",
        "comments_invitation",
        "donation_request",
        "donation_label",
        "donation_url",
        "licence_url",
        "licence_notice",
        "demonstration_notice",
    )
