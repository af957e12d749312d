"""The bylines. None of these people exists."""

from articles.demo.shapes import Author, Both

AUTHORS: tuple[Author, ...] = (
    Author(
        "altamarea",
        "Inés Altamarea",
        "ines-altamarea",
        Both(
            """
            Data editor. She counts twice and prints the footnote. An invented byline of the demonstration
            edition.
            """,
            """
            Editora de datos. Cuenta dos veces y publica la nota al pie. Firma inventada de la edición de
            demostración.
            """,
        ),
    ),
    Author(
        "fenwater",
        "Tobias Fenwater",
        "tobias-fenwater",
        Both(
            "Covers summits, and reads the annexes. An invented byline of the demonstration edition.",
            "Cubre cumbres y lee los anexos. Firma inventada de la edición de demostración.",
        ),
    ),
    Author(
        "maravedi",
        "Joaquín Maravedí",
        "joaquin-maravedi",
        Both(
            """
            Writes about prisons and gangs from court records. An invented byline of the demonstration
            edition.
            """,
            """
            Escribe sobre cárceles y pandillas a partir de expedientes. Firma inventada de la edición de
            demostración.
            """,
        ),
    ),
    Author(
        "oakhaven",
        "Lucian Oakhaven",
        "lucian-oakhaven",
        Both(
            "Explains treaties article by article. An invented byline of the demonstration edition.",
            "Explica los tratados artículo por artículo. Firma inventada de la edición de demostración.",
        ),
        ("en",),
    ),
    Author(
        "piedralba",
        "Renata Piedralba",
        "renata-piedralba",
        Both(
            "Investigates land, timber and permits. An invented byline of the demonstration edition.",
            "Investiga tierras, madera y permisos. Firma inventada de la edición de demostración.",
        ),
    ),
    Author(
        "quebracho",
        "Marisol Quebracho",
        "marisol-quebracho",
        Both(
            "Follows justice reform and drug policy. An invented byline of the demonstration edition.",
            """
            Sigue la reforma judicial y la política de drogas. Firma inventada de la edición de
            demostración.
            """,
        ),
    ),
)
