"""Drug policy: its texts and its figures."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="unasur-2012",
        language="es",
        kind="brief",
        section="briefs",
        headline="Unasur crea en Lima un consejo contra la delincuencia organizada transnacional",
        slug="unasur-consejo-delincuencia-organizada-transnacional",
        dek="""
        La unión separa la seguridad ciudadana de la defensa y le da su propia mesa de ministros.
        """,
        body="""
        <p>La Unión de Naciones Suramericanas (Unasur) decidió en su cumbre de Lima, el 30 de noviembre,
        crear un consejo en materia de seguridad ciudadana, justicia y coordinación de acciones contra la
        delincuencia organizada transnacional. El nuevo órgano reúne a los ministros de seguridad, interior
        y justicia de los países miembros.</p>

        <p>Hasta ahora esos asuntos se discutían en mesas ajenas. Unasur cuenta desde hace años con un
        Consejo de Defensa y, desde 2009, con uno sobre el problema mundial de las drogas. Con el nuevo
        órgano, la policía y los tribunales dejan de estar a la sombra de los otros dos.</p>

        <p>La distinción tiene consecuencias. En la mayoría de los países de la región las fuerzas armadas y
        las policiales responden a ministerios diferentes y se rigen por leyes diferentes. Un consejo propio
        permite que las autoridades civiles acuerden entre sí, por ejemplo, cómo pedir una prueba al país
        vecino o cómo avisarle de una investigación en curso.</p>

        <p>El tratado constitutivo de Unasur se firmó en Brasilia en mayo de 2008 y entró en vigor en marzo
        de 2011. Sus decisiones se toman por consenso y cada Estado las incorpora a su derecho interno, así
        que el consejo podrá recomendar y coordinar, pero no ordenar. Perú, que ejerce este año la
        presidencia temporal, fue el anfitrión de la cita.</p>
        """,
        bylines=(("quebracho", "author"),),
        countries=("PE", "CO", "BR"),
        topics=("regional-security", "drug-policy"),
        kicker="topic:regional-security",
        tags=("Unasur", "cumbre de Lima", "justicia"),
        published=noon(2012, 12, 3, 13, 15),
    ),
    Story(
        key="ungass-2016",
        language="en",
        kind="brief",
        section="briefs",
        headline="UN drugs session adopts its text on the first morning",
        slug="un-drugs-session-adopts-text",
        dek="""
        Colombia, Guatemala and Mexico had the meeting brought forward by three years. The conventions stay;
        the vocabulary moves a little.
        """,
        body="""
        <p>The United Nations General Assembly opened its special session on the world drug problem in New
        York on Tuesday by adopting the outcome document that diplomats had settled beforehand. Speeches go
        on until Thursday.</p>

        <p>The session had been expected in 2019. It was brought forward at the request of Colombia,
        Guatemala and Mexico, whose governments argued that the countries along the routes of the trade
        could not wait for the end of a ten-year plan.</p>

        <p>The text reaffirms the three drug conventions of 1961, 1971 and 1988 and arranges its
        recommendations under seven headings, among them health, access to controlled medicines, human
        rights and alternative development. It calls for penalties in proportion to the offence. It does not
        contain the words “harm reduction”, which several governments wanted, and it takes no position on
        the death penalty for drug offences, which several delegations regretted aloud.</p>

        <p>For Latin America the practical part may be the reading of the conventions as leaving room for
        national choices. Who uses that room, and for what, is now a matter for legislatures. The
        governments agreed to take stock again in 2019.</p>
        """,
        bylines=(("quebracho", "author"),),
        countries=("CO", "GT", "MX"),
        topics=("drug-policy", "unodc"),
        kicker="topic:drug-policy",
        tags=("United Nations", "UNGASS 2016", "drug conventions"),
        published=noon(2016, 4, 20, 11, 45),
    ),
    Story(
        key="coca-2023",
        language="en",
        kind="brief",
        section="briefs",
        headline="Coca in Colombia reaches 253,000 hectares; the estimate of cocaine grows faster",
        slug="coca-colombia-253000-hectares",
        dek="""
        The survey for 2023 finds 10 percent more land under coca and 53 percent more potential cocaine. The
        second figure rests on yields, and needs care.
        """,
        body="""
        <p>The area planted with coca in Colombia grew to 253,000 hectares in 2023, from 230,000 the year
        before, according to the survey that the government and the United Nations Office on Drugs and Crime
        published on Friday. It is the highest figure since the series began in 2001.</p>

        <p>Potential production of pure cocaine rose much faster, by 53 percent to 2,664 tonnes. The word
        “potential” carries the weight. Analysts count hectares on satellite images, multiply them by the
        leaf that a hectare gives and then by the cocaine that a tonne of leaf could give. Yields are
        measured on plots in a few regions a year, so a new measurement in a productive region can move the
        national total although nothing changed elsewhere.</p>

        <p>The concentration is easier to read. Most of the growth came from the departments of Cauca and
        Nariño on the Pacific, and about two fifths of all coca stands in enclaves that cover a small part
        of the affected territory. The area fell or hardly moved in several other departments.</p>

        <p>None of this says how much was produced, sold or eaten by pests. It says how much could have
        been.</p>
        """,
        bylines=(("altamarea", "author"),),
        countries=("CO",),
        topics=("drug-policy", "crime-data", "unodc"),
        kicker="topic:crime-data",
        tags=("coca", "satellite images", "Cauca"),
        published=noon(2024, 10, 21, 12, 35),
        picks=("homicide-rates",),
    ),
)
