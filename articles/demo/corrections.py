"""What the house put right after publication. The errors are as invented as the house; the facts are right now."""

from articles.demo.shapes import Both, Correction, noon

CORRECTIONS: tuple[Correction, ...] = (
    Correction(
        "cicig-legacy",
        "update",
        noon(2021, 6, 7, 16, 10),
        Both(
            """
            The two bodies that this story sets beside CICIG are closed by now. The mandate of MACCIH in
            Honduras ended in January 2020; El Salvador ended its agreement with the OAS on CICIES on June 4, 2021.
            """,
            """
            Los dos órganos que este artículo compara con la CICIG ya no existen. El mandato de la MACCIH en Honduras terminó en
            enero de 2020; El Salvador puso fin el 4 de junio de 2021 a su acuerdo con la OEA sobre la CICIES.
            """,
        ),
    ),
    Correction(
        "untoc-twenty",
        "correction",
        noon(2026, 5, 8, 9, 40),
        Both(
            """
            An earlier version gave December 26, 2003 as the day on which the protocol on trafficking in persons took
            effect. It was December 25. A reader who compared it with the treaty collection told us.
            """,
            """
            Una versión anterior daba el 26 de diciembre de 2003 como fecha de entrada en vigor del protocolo sobre la
            trata de personas. Fue el 25 de diciembre. Nos avisó una lectora que lo cotejó con la colección de tratados.
            """,
        ),
    ),
    Correction(
        "ecuador-referendum",
        "clarification",
        noon(2024, 4, 25, 10, 30),
        Both(
            """
            The headline counts approved questions. It did not say that they differ in kind: five were amendments to
            the constitution, of which three passed, and six were mandates to the National Assembly, which all passed.
            """,
            """
            El titular cuenta preguntas aprobadas sin decir que eran de distinta clase: cinco reformaban la
            Constitución, de las que pasaron tres, y seis eran mandatos a la Asamblea Nacional, que pasaron todas.
            """,
        ),
    ),
    Correction(
        "colombia-ten-years",
        "correction",
        noon(2026, 11, 19, 8, 50),
        Both(
            """
            An earlier version of the table gave 2023 as the year in which the seats for the regions were first
            filled. It was 2022.
            """,
            """
            Una versión anterior del cuadro decía que las curules de las regiones se ocuparon por primera vez en
            2023. Fue en 2022.
            """,
        ),
    ),
)
