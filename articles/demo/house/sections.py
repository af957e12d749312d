"""The sections, on two levels."""

from articles.demo.shapes import Both, Section

SECTIONS: tuple[Section, ...] = (
    Section(
        "news",
        None,
        Both("News", "Noticias"),
        Both("news", "noticias"),
        Both(
            "What happened, with the papers that show it.",
            "Lo que ocurrió, con los papeles que lo demuestran.",
        ),
    ),
    Section(
        "briefs",
        "news",
        Both("Briefs", "Breves"),
        Both("briefs", "breves"),
        Both("One fact and its context, in a minute or two.", "Un hecho y su contexto, en uno o dos minutos."),
    ),
    Section(
        "interviews",
        "news",
        Both("Interviews", "Entrevistas"),
        Both("interviews", "entrevistas"),
        Both("Questions to people who know one subject well.", "Preguntas a quienes conocen bien un tema."),
    ),
    Section(
        "investigations",
        None,
        Both("Investigations", "Investigaciones"),
        Both("investigations", "investigaciones"),
        Both("Long work on documents, step by step.", "Trabajo largo sobre documentos, paso a paso."),
    ),
    Section(
        "analysis",
        None,
        Both("Analysis", "Análisis"),
        Both("analysis", "analisis"),
        Both(
            "How institutions work, and what follows.",
            "Cómo funcionan las instituciones y qué se deriva de ello.",
        ),
    ),
    Section(
        "explainers",
        "analysis",
        Both("Explainers", "Claves"),
        Both("explainers", "claves"),
        Both("Treaties and terms, read slowly.", "Tratados y términos, leídos despacio."),
    ),
    Section(
        "profiles",
        None,
        Both("Profiles", "Perfiles"),
        Both("profiles", "perfiles"),
        Both(
            "Organisations and institutions, described soberly.",
            "Organizaciones e instituciones, descritas con sobriedad.",
        ),
    ),
)
