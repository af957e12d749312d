"""The house’s own news."""

from datetime import date

from articles.demo.shapes import Announcement, Both

ANNOUNCEMENTS: tuple[Announcement, ...] = (
    Announcement(
        "homicide-method",
        date(2026, 10, 6),
        Both("How we count: the notes behind our tables", "Cómo contamos: las notas detrás de nuestros cuadros"),
        Both("how-we-count", "como-contamos"),
        Both(
            """
            We have written down the rules that every table of ours follows, from the source to the
            rounding.
            """,
            """
            Pusimos por escrito las reglas que sigue cada cuadro nuestro, desde la fuente hasta el redondeo.
            """,
        ),
        Both(
            """
            <p>Every table on these pages now follows one set of rules. It names its source and the day on
            which we read it, marks provisional figures, and gives no more decimals than the data can bear.
            Rates for places with fewer than half a million inhabitants stand beside the number of
            cases.</p>

            <p>If you find a table that breaks a rule, tell us and we will correct it.</p>
            """,
            """
            <p>Todos los cuadros de estas páginas siguen ahora las mismas reglas. Cada uno nombra su fuente
            y el día en que la consultamos, señala las cifras provisionales y no da más decimales de los que
            permiten los datos. Las tasas de lugares con menos de medio millón de habitantes van acompañadas
            del número de casos.</p>

            <p>Si encuentra un cuadro que incumpla alguna, avísenos y lo corregiremos.</p>
            """,
        ),
    ),
    Announcement(
        "customs-class",
        date(2026, 8, 18),
        Both("A class on reading shipping papers", "Una clase sobre cómo leer los papeles de un embarque"),
        Both("class-on-shipping-papers", "clase-papeles-de-embarque"),
        Both(
            """
            Renata Piedralba taught an evening class at the University of Puerto Alisio, as invented as we
            are.
            """,
            "Renata Piedralba dio una clase en la Universidad de Puerto Alisio, tan inventada como nosotros.",
        ),
        Both(
            """
            <p>Twenty students followed one plank of cedar from the inventory to the export permit and
            listed the offices that had to sign. The exercise comes from our story on timber papers and may
            be used by any teacher under the licence of this site.</p>
            """,
            """
            <p>Veinte estudiantes siguieron una tabla de cedro desde el inventario hasta el permiso de
            exportación e hicieron la lista de las oficinas que debían firmar. El ejercicio nace de nuestro
            artículo sobre los papeles de la madera; cualquier docente puede usarlo según la licencia de
            este sitio.</p>
            """,
        ),
    ),
    Announcement(
        "thesis-citation",
        date(2026, 5, 12),
        Both("Our treaty guide is cited in a thesis", "Una tesis cita nuestra guía de tratados"),
        Both("treaty-guide-cited", "tesis-cita-guia-de-tratados"),
        Both(
            """
            A student of the imaginary Faculty of Law of Tres Linderos used our guide, and found a slip in
            it.
            """,
            """
            Una estudiante de la imaginaria Facultad de Derecho de Tres Linderos usó la guía y halló un
            desliz.
            """,
        ),
        Both(
            """
            <p>The thesis compares how six legislatures translated the same definition of trafficking. Its
            author wrote to us about a date that we had given one day late. The date was put right and the
            change noted, as our policy asks.</p>
            """,
            """
            <p>La tesis compara cómo seis congresos tradujeron una misma definición de trata. Su autora nos
            escribió por una fecha que habíamos dado con un día de retraso. La fecha se corrigió y el cambio
            quedó anotado, como pide nuestra política.</p>
            """,
        ),
    ),
    Announcement(
        "protected-sources",
        date(2026, 3, 3),
        Both("Some stories will carry the name of the house", "Algunos artículos llevarán la firma de la casa"),
        Both("stories-signed-by-the-house", "articulos-firmados-por-la-casa"),
        Both(
            "When a byline would put somebody at risk, the newsroom signs as a whole.",
            "Cuando una firma pueda poner en riesgo a alguien, firmará la redacción entera.",
        ),
        Both(
            """
            <p>Reporters may ask for their name to be withheld, before or after publication. The newsroom
            then signs in their place, everywhere the story is listed. We do not explain individual
            cases.</p>
            """,
            """
            <p>Quien reportea puede pedir que se reserve su nombre, antes o después de publicar. La
            redacción firma entonces en su lugar, en todos los sitios donde figure el artículo. No
            explicamos casos individuales.</p>
            """,
        ),
    ),
    Announcement(
        "spanish-desk",
        date(2025, 11, 20),
        Both("Spanish and English, neither one first", "Español e inglés, sin orden fijo"),
        Both("spanish-and-english", "espanol-e-ingles"),
        Both(
            "A story may now begin in either language; its translation follows when it is ready.",
            """
            Un artículo puede nacer en cualquiera de los dos idiomas; la traducción llega cuando está lista.
            """,
        ),
        Both(
            """
            <p>Stories are published in the language in which they were written and edited. Where a
            translation exists, a link at the head of the page leads to it. Where there is none, the page
            says so.</p>
            """,
            """
            <p>Los artículos se publican en el idioma en que se escribieron y editaron. Si hay traducción,
            un enlace al comienzo de la página lleva a ella. Si no la hay, la página lo dice.</p>
            """,
        ),
    ),
    Announcement(
        "reader-messages",
        date(2025, 9, 9),
        Both("Who reads your messages", "Quién lee sus mensajes"),
        Both("who-reads-your-messages", "quien-lee-sus-mensajes"),
        Both(
            "One editor a week answers for everything that readers send.",
            "Cada semana, una persona de la redacción responde por todo lo que envían los lectores.",
        ),
        Both(
            """
            <p>Every message is opened by a person, marked as new, in progress or resolved, and filed with
            the story it is about. You need not leave a name. Without an e-mail address we cannot answer,
            but we do read.</p>
            """,
            """
            <p>Cada mensaje lo abre una persona, que lo marca como nuevo, en curso o resuelto y lo archiva
            con el artículo del que trata. No hace falta dejar un nombre. Sin correo electrónico no podemos
            responder, pero sí leemos.</p>
            """,
        ),
    ),
)
