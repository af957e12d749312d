"""What the readers of the demonstration sent: votes as counts, messages as they would arrive. None of them exists."""

from articles.demo.shapes import Language, Letter, Votes, noon

#: The house's own words on the forms.
NOTICE = {
    "secure_channel_en": "This newsroom is invented and has no such channel. A real one would name its tip line here, for"
    " example an address that only the Tor Browser opens, and ask you not to write from a device of your employer.",
    "secure_channel_es": "Esta redacción es inventada y no tiene un canal así. Una real nombraría aquí el suyo, por ejemplo"
    " una dirección que solo abre el navegador Tor, y pediría no escribir desde un equipo del trabajo.",
}

VOTES: dict[tuple[str, Language], Votes] = {
    ("ameripol", "en"): Votes(14, 3),
    ("brazil-states", "en"): Votes(31, 4),
    ("brazil-states", "es"): Votes(12, 1),
    ("caricom-guns", "en"): Votes(22, 2),
    ("cicig-legacy", "en"): Votes(27, 5),
    ("cicig-legacy", "es"): Votes(41, 6),
    ("cites-permit", "en"): Votes(38, 2),
    ("coca-2023", "en"): Votes(18, 9),
    ("colombia-ten-years", "en"): Votes(24, 3),
    ("colombia-ten-years", "es"): Votes(36, 8),
    ("comayagua-ten-years", "es"): Votes(29, 0),
    ("container-papers", "en"): Votes(33, 1),
    ("costa-rica-extradition", "en"): Votes(9, 2),
    ("cybercrime-treaty", "en"): Votes(11, 3),
    ("cybercrime-treaty", "es"): Votes(5, 1),
    ("darien-2024", "en"): Votes(16, 7),
    ("ecuador-referendum", "en"): Votes(20, 6),
    ("ecuador-referendum", "es"): Votes(17, 11),
    ("gang-names", "en"): Votes(35, 8),
    ("grey-list", "en"): Votes(13, 1),
    ("guatemala-police", "es"): Votes(10, 0),
    ("guatemala-police", "en"): Votes(6, 1),
    ("haiti-resolutions", "en"): Votes(26, 1),
    ("homicide-rates", "en"): Votes(40, 2),
    ("jamaica-zones", "en"): Votes(4, 3),
    ("mercury-treaty", "en"): Votes(8, 0),
    ("mexico-judges", "en"): Votes(15, 12),
    ("oas-2011", "en"): Votes(3, 5),
    ("oas-2011", "es"): Votes(2, 2),
    ("sica-2011", "en"): Votes(6, 1),
    ("three-borders", "en"): Votes(9, 2),
    ("three-borders", "es"): Votes(7, 1),
    ("trafficking-law", "en"): Votes(30, 2),
    ("untoc-twenty", "en"): Votes(28, 1),
    ("untoc-twenty", "es"): Votes(19, 0),
}

LETTERS: tuple[Letter, ...] = (
    Letter(
        "en",
        noon(2026, 5, 7, 18, 22),
        """
        Your guide says that the protocol on trafficking took effect on December 26, 2003. The treaty collection of
        the United Nations says December 25. A small thing, but I am quoting you in my thesis.
        """,
        story="untoc-twenty",
        name="Clara W.",
        email="clara.w@university.example",
        status="resolved",
        corrected=True,
    ),
    Letter(
        "en",
        noon(2026, 11, 19, 6, 12),
        """
        In the table on the peace agreement you write 2023 for the regional seats. The text above it says 2022. Which
        is right?
        """,
        story="colombia-ten-years",
        status="resolved",
        corrected=True,
    ),
    Letter(
        "en",
        noon(2024, 4, 24, 19, 10),
        "You count eleven approved questions. Were they all of the same kind? The ballot in my hand says otherwise.",
        story="ecuador-referendum",
        email="ballot@reader.example",
        status="resolved",
        corrected=True,
    ),
    Letter(
        "es",
        noon(2026, 5, 7, 23, 5),
        "¿El protocolo sobre la trata no entró en vigor el 25 de diciembre de 2003? Ustedes ponen el 26.",
        story="untoc-twenty",
        status="resolved",
        corrected=True,
    ),
    Letter(
        "es",
        noon(2026, 11, 18, 20, 30),
        "El cuadro dice que las curules se ocuparon en 2023 y el párrafo de arriba, que en 2022.",
        story="colombia-ten-years",
        email="curules@correo.example",
        status="resolved",
        corrected=True,
    ),
    Letter(
        "en",
        noon(2026, 11, 13, 15, 3),
        "This is the clearest thing I have read about containers, and I work with them. Thank you.",
        story="container-papers",
        name="A shipping clerk",
    ),
    Letter(
        "en",
        noon(2026, 11, 14, 9, 47),
        """
        You say that a few in every hundred containers are opened. Is there a source by port? I would like to compare
        three of them for a class.
        """,
        story="container-papers",
        name="D. Osei",
        email="d.osei@school.example",
        status="in_progress",
        answer="We are looking into it",
        went="failed",
    ),
    Letter("en", noon(2026, 11, 18, 22, 40), "Too long.", story="colombia-ten-years"),
    Letter(
        "en",
        noon(2026, 10, 2, 3, 15),
        "CHEAP SEO!!! First page in 7 days, ask us how >>> rank-fast.example <<< CHEAP SEO!!!",
        story="brazil-states",
        name="Rank Fast",
        email="offer@rank-fast.example",
        status="spam",
    ),
    Letter(
        "en",
        noon(2026, 10, 4, 11, 8),
        """
        One point on the Brazilian police. Municipal guards are missing from your account. They are not police in the
        constitution, but in many cities they patrol, and mayors command them. A sentence would have been enough.
        """,
        story="brazil-states",
        name="Former resident of Recife",
    ),
    Letter(
        "en",
        noon(2026, 9, 26, 14, 30),
        """
        I teach a seminar on the Security Council, and I gave your four resolutions to my students as a reading list.
        Some notes from our discussion, in case they are of use for a second part.

        First, they asked why you begin in 2019. Resolution 1542 of 2004 created MINUSTAH, and much of what Haitians
        think about the word “mission” comes from those years, from the cholera above all. A reader who starts with
        BINUH does not learn why a force that the United Nations does not run was easier to accept.

        Second, they found the table helpful but wanted the votes in it. Who abstained is in your text for one
        resolution only. The pattern over time is interesting, and it is all in the public records.

        Third, two of them speak Creole at home, and they asked whether you will ever publish in it. I said I would
        ask.

        Last, a complaint. On a telephone, the table needs to be pushed sideways and it took us a while to notice.

        None of this takes anything from the piece. They argued for an hour, which does not happen every week.
        """,
        story="haiti-resolutions",
        name="Prof. M. Lacroix",
        email="m.lacroix@college.example",
        status="in_progress",
    ),
    Letter(
        "en",
        noon(2026, 11, 6, 8, 55),
        "Who pays for Ameripol today? You ask it at the end, but I hoped for the answer.",
        story="ameripol",
        status="new",
    ),
    Letter(
        "en",
        noon(2026, 8, 20, 19, 31),
        """
        May I reprint the story on timber papers in the newsletter of our foresters’ association (400 copies, free)?
        We would leave out the drawing if that is easier.
        """,
        story="cites-permit",
        name="Editor of a newsletter",
        email="newsletter@foresters.example",
        status="resolved",
        answer="Yes, you may republish it",
    ),
    Letter("en", noon(2026, 7, 2, 12, 2), "asdf", story="oas-2011", status="spam"),
    Letter(
        "en",
        noon(2025, 6, 6, 10, 44),
        "Thirteen percent of what? Registered voters, or the adult population? The two differ.",
        story="mexico-judges",
        status="resolved",
    ),
    Letter(
        "en",
        noon(2026, 10, 11, 16, 20),
        "I could not find on your privacy page how long you keep messages. Is there a limit?",
        address="/about/privacy/",
        status="in_progress",
    ),
    Letter(
        "en",
        noon(2026, 11, 20, 7, 26),
        "Please put the answer about small places nearer to the top, I always scroll for it.",
        story="homicide-rates",
        name="Nadia",
    ),
    Letter(
        "es",
        noon(2026, 11, 18, 17, 5),
        """
        Soy docente en Nariño. Imprimí el artículo para mis estudiantes de once. Preguntan por qué la columna de la
        reforma rural dice solo “vence en 2031”. Les respondí que ese es el punto. Gracias.
        """,
        story="colombia-ten-years",
        name="Una docente",
    ),
    Letter(
        "es",
        noon(2026, 11, 19, 13, 38),
        """
        Falta decir que las dieciséis curules se eligen en listas separadas y que los partidos grandes no pueden
        presentar candidatos. Sin eso no se entiende para qué sirven.
        """,
        story="colombia-ten-years",
        name="H. Patiño",
        email="h.patino@correo.example",
        status="in_progress",
    ),
    Letter(
        "es",
        noon(2026, 11, 16, 20, 11),
        "Vivo en Foz. Los que cruzan a pie son menos desde hace años; ahora casi todos van en moto. Buen texto.",
        story="three-borders",
    ),
    Letter(
        "es",
        noon(2026, 11, 17, 9, 19),
        "¿El protocolo de San Luis sirve también para pedir cuentas bancarias? Trabajo en una fiscalía y no lo sabía.",
        story="three-borders",
        email="consulta@fiscalia.example",
    ),
    Letter(
        "es",
        noon(2022, 2, 15, 8, 0),
        "Perdí a un primo en Comayagua. Gracias por escribir de las llaves y no solo del fuego.",
        story="comayagua-ten-years",
        status="resolved",
    ),
    Letter(
        "es",
        noon(2024, 4, 24, 21, 50),
        """
        El titular confunde. No todas las preguntas reformaban la Constitución: unas eran referéndum y otras consulta.
        Convendría aclararlo.
        """,
        story="ecuador-referendum",
        name="J. Andrade",
        email="j.andrade@correo.example",
        status="resolved",
        corrected=True,
    ),
    Letter(
        "es",
        noon(2026, 9, 19, 14, 14),
        "Mi abuelo firmó como testigo de una de las mesas de 1996. ¿Hay un archivo público con las actas?",
        story="guatemala-police",
        name="Lucía",
        email="lucia@correo.example",
        status="in_progress",
        answer="We are looking into it",
        went="waiting",
    ),
    Letter(
        "es",
        noon(2026, 10, 3, 4, 40),
        "Préstamos rápidos sin buró, responda este mensaje y reciba hoy mismo. Escriba a dinero-ya.example",
        story="brazil-states",
        name="Dinero Ya",
        email="hola@dinero-ya.example",
        status="spam",
    ),
    Letter(
        "es",
        noon(2020, 12, 16, 10, 27),
        "Muy útil para mi clase de derecho internacional. ¿Puedo usar el cuadro de los protocolos?",
        story="untoc-twenty",
        status="resolved",
    ),
    Letter(
        "es",
        noon(2026, 11, 11, 12, 0),
        "¿Van a traducir la entrevista sobre los contenedores? Trabajo en Guayaquil y la compartiría.",
        address="/es/",
        name="Un lector",
    ),
    Letter(
        "es",
        noon(2026, 10, 22, 18, 45),
        "Gracias por no pedir cookies ni registro. Entré por un artículo y me quedé una hora.",
        address="/es/acerca-de/privacidad/",
        status="resolved",
    ),
    Letter(
        "es",
        noon(2026, 11, 12, 9, 2),
        "En el celular, el texto de los cuadros se ve muy pequeño.",
        story="cicig-legacy",
    ),
)
