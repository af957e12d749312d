"""The stories: public, documented facts told by an invented newsroom. A file holds a theme, translations side by side."""

from articles.demo.shapes import Story

from . import (
    caribbean,
    drugs,
    elections,
    environment,
    figures,
    gangs,
    justice,
    missions,
    money,
    peace,
    routes,
    summits,
    treaties,
)

_THEMES = (
    caribbean,
    drugs,
    elections,
    environment,
    figures,
    gangs,
    justice,
    missions,
    money,
    peace,
    routes,
    summits,
    treaties,
)

STORIES: tuple[Story, ...] = tuple(story for theme in _THEMES for story in theme.STORIES)
