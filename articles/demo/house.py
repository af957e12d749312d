"""The invented house behind the demonstration edition, in both languages: masthead, vocabularies, pages.

No newsroom of this name is known to us, its people do not exist and its mail domain is a reserved one. What
the profiles say of countries, treaties and organisations is public and documented.
"""

from datetime import date

from .shapes import Announcement, Author, Both, Country, House, Page, Section, Topic

HOUSE = House(
    name="Tres Linderos",
    tagline=Both(
        "Organised crime and public power in the Americas, document by document",
        "Crimen organizado y poder público en las Américas, documento a documento",
    ),
    byline=Both("Tres Linderos newsroom", "Redacción de Tres Linderos"),
    donation=Both(
        """
        Sustaining a public record of organised crime costs money: documents, travel, translation, and
        lawyers who read before we publish. If this story was of use to you, please help us to pay for the
        next one.
        """,
        """
        Sostener un registro público del crimen organizado cuesta dinero: documentos, viajes, traducciones y
        abogados que leen antes de publicar. Si este artículo le sirvió, ayúdenos a pagar el siguiente.
        """,
    ),
    donation_label=Both("Support our work", "Apoye nuestro trabajo"),
    invitation=Both(
        """
        Do you know more about this, or did we get something wrong? Write to the people who edit these
        pages.
        """,
        "¿Sabe usted algo más sobre este tema o encontró un error? Escriba a quienes editan estas páginas.",
    ),
    licence=Both(
        """
        Our stories may be copied and distributed for any purpose that is not commercial. Credit Tres
        Linderos in the byline, and link to the original twice: at the top of the article and at the bottom.
        Check the Creative Commons licence for the terms, and please write to us when you publish a story of
        ours.
        """,
        """
        Nuestros artículos pueden copiarse y distribuirse con cualquier fin no comercial. Dé crédito a Tres
        Linderos en la firma y enlace dos veces al original: al comienzo del artículo y al final. Consulte
        los términos de la licencia Creative Commons y escríbanos cuando publique un artículo nuestro.
        """,
    ),
    licence_name="CC BY-NC 4.0",
    licence_url="https://creativecommons.org/licenses/by-nc/4.0/",
    email="redaccion@treslinderos.example",
    about=Both(
        """
        Tres Linderos is an invented newsroom. It exists to show a publishing system at work, with stories
        that rest on public records about organised crime in the Americas.
        """,
        """
        Tres Linderos es una redacción inventada. Existe para mostrar en funcionamiento un sistema de
        publicación, con artículos que se apoyan en registros públicos sobre el crimen organizado en las
        Américas.
        """,
    ),
    demonstration=Both(
        "Demonstration edition: the newsroom is invented, the facts are public.",
        "Edición de demostración: la redacción es inventada; los hechos son públicos.",
    ),
)

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

COUNTRIES: tuple[Country, ...] = (
    Country(
        "BR",
        Both("brazil", "brasil"),
        Both(
            """
            The largest country of South America borders every other on the mainland except Chile and
            Ecuador. It is a federation: most policing and most prisons belong to the states. Santos is its
            largest container port.
            """,
            """
            El mayor país de América del Sur limita con todos los demás del subcontinente, salvo Chile y
            Ecuador. Es una federación: la mayor parte de la policía y de las cárceles depende de los
            estados. Santos es su principal puerto de contenedores.
            """,
        ),
    ),
    Country(
        "CO",
        Both("colombia", "colombia"),
        Both(
            """
            Colombia has coasts on two seas and land borders with five countries. The government and the
            FARC signed a peace agreement in November 2016 that covers rural reform, illicit crops and a
            special jurisdiction. United Nations surveys have long placed the country first in coca
            cultivation.
            """,
            """
            Colombia tiene costas en dos mares y fronteras terrestres con cinco países. El Gobierno y las
            FARC firmaron en noviembre de 2016 un acuerdo de paz que abarca la reforma rural, los cultivos
            ilícitos y una jurisdicción especial. Los censos de Naciones Unidas la sitúan desde hace años en
            el primer lugar en cultivo de coca.
            """,
        ),
    ),
    Country(
        "SV",
        Both("el-salvador", "el-salvador"),
        Both(
            """
            The smallest and most densely settled country of mainland Central America ended a civil war with
            the Chapultepec accords of 1992, which created its civilian police. San Salvador is the seat of
            the SICA secretariat. A state of exception was declared in March 2022.
            """,
            """
            El país más pequeño y más densamente poblado de la Centroamérica continental puso fin a su
            guerra civil con los Acuerdos de Chapultepec de 1992, de los que nació su policía civil. San
            Salvador es sede de la secretaría del SICA. En marzo de 2022 se decretó un régimen de excepción.
            """,
        ),
    ),
    Country(
        "GT",
        Both("guatemala", "guatemala"),
        Both(
            """
            Guatemala shares a long border with Mexico, much of it river and forest, and has ports on both
            oceans. Peace accords in 1996 closed 36 years of armed conflict. From 2007 to 2019 an
            international commission against impunity, CICIG, worked beside its prosecutors.
            """,
            """
            Guatemala comparte con México una larga frontera, en gran parte de ríos y selva, y tiene puertos
            en los dos océanos. Los acuerdos de paz de 1996 cerraron 36 años de conflicto armado. Entre 2007
            y 2019, una comisión internacional contra la impunidad, la CICIG, trabajó junto a sus fiscales.
            """,
        ),
    ),
    Country(
        "HT",
        Both("haiti", "haiti"),
        Both(
            """
            Haiti occupies the western third of the island of Hispaniola and has a single land neighbour,
            the Dominican Republic. It is the most populous member of the Caribbean Community. The
            earthquake of January 2010 destroyed much of the capital and of the state’s archives.
            """,
            """
            Haití ocupa el tercio occidental de la isla La Española y tiene un solo vecino terrestre, la
            República Dominicana. Es el miembro más poblado de la Comunidad del Caribe. El terremoto de
            enero de 2010 destruyó buena parte de la capital y de los archivos del Estado.
            """,
        ),
    ),
    Country(
        "HN",
        Both("honduras", "honduras"),
        Both(
            """
            Honduras has a long Caribbean coast and a short Pacific one on the Gulf of Fonseca, which it
            shares with El Salvador and Nicaragua. Tegucigalpa is the capital and San Pedro Sula the
            industrial centre. The OAS mission against corruption, MACCIH, worked there from 2016 to 2020.
            """,
            """
            Honduras tiene una larga costa en el Caribe y una corta en el Pacífico, en el golfo de Fonseca,
            que comparte con El Salvador y Nicaragua. Tegucigalpa es la capital y San Pedro Sula, el centro
            industrial. La misión de la OEA contra la corrupción, la MACCIH, trabajó allí de 2016 a 2020.
            """,
        ),
    ),
    Country(
        "JM",
        Both("jamaica", "jamaica"),
        Both(
            """
            Jamaica is the largest English-speaking island of the Caribbean, with close to three million
            inhabitants. Kingston has one of the largest natural harbours of the region and is an important
            transshipment port. A new firearms law came into force in November 2022.
            """,
            """
            Jamaica es la mayor isla anglófona del Caribe, con cerca de tres millones de habitantes.
            Kingston tiene uno de los mayores puertos naturales de la región y es un centro importante de
            trasbordo. En noviembre de 2022 entró en vigor una nueva ley de armas de fuego.
            """,
        ),
    ),
    Country(
        "MX",
        Both("mexico", "mexico"),
        Both(
            """
            Mexico is a federation of 32 entities between two oceans, with a northern border of more than
            3,000 kilometres. Its criminal procedure became oral and adversarial in the whole country in
            June 2016. Organised crime is defined by a federal law of 1996.
            """,
            """
            México es una federación de 32 entidades entre dos océanos, con una frontera norte de más de
            3000 kilómetros. Desde junio de 2016, su proceso penal es acusatorio y oral en todo el país. Una
            ley federal de 1996 define la delincuencia organizada.
            """,
        ),
    ),
    Country(
        "NI",
        Both("nicaragua", "nicaragua"),
        Both(
            """
            Nicaragua is the largest country of Central America by area, with two autonomous regions on its
            Caribbean coast. Lake Cocibolca and the San Juan river cross most of the isthmus. The country
            left the OAS in November 2023.
            """,
            """
            Nicaragua es el país más extenso de Centroamérica, con dos regiones autónomas en la costa del
            Caribe. El lago Cocibolca y el río San Juan atraviesan casi todo el istmo. El país salió de la
            OEA en noviembre de 2023.
            """,
        ),
    ),
    Country(
        "PA",
        Both("panama", "panama"),
        Both(
            """
            Panama joins two continents and, since 1914, two oceans through its canal, which passed to
            national control on December 31, 1999. The economy uses the United States dollar. The roadless
            forest of the Darién separates the country from Colombia by land.
            """,
            """
            Panamá une dos continentes y, desde 1914, dos océanos por su canal, que pasó a control nacional
            el 31 de diciembre de 1999. En su economía circula el dólar estadounidense. La selva del Darién,
            sin carretera, lo separa de Colombia por tierra.
            """,
        ),
    ),
    Country(
        "PE",
        Both("peru", "peru"),
        Both(
            """
            More than half of Peru’s territory is Amazon forest, east of the Andes. Callao, beside Lima, is
            its main port. Gold, timber and coca leaf, which has a legal market under state control, are
            each governed by their own system of permits.
            """,
            """
            Más de la mitad del territorio peruano es selva amazónica, al este de los Andes. El Callao,
            junto a Lima, es su puerto principal. El oro, la madera y la hoja de coca, que tiene un mercado
            legal bajo control del Estado, se rigen cada uno por su propio sistema de permisos.
            """,
        ),
    ),
    Country(
        "TT",
        Both("trinidad-and-tobago", "trinidad-y-tobago"),
        Both(
            """
            The two islands lie off the coast of Venezuela, eleven kilometres away at the narrowest point.
            Oil, gas and petrochemicals carry the economy. Port of Spain is the seat of CARICOM’s agency for
            crime and security.
            """,
            """
            Las dos islas están frente a la costa de Venezuela, a once kilómetros en el punto más estrecho.
            La economía descansa en el petróleo, el gas y la petroquímica. Puerto España es sede de la
            agencia de la Caricom para el crimen y la seguridad.
            """,
        ),
    ),
)

TOPICS: tuple[Topic, ...] = (
    Topic(
        "regional-security",
        "theme",
        Both("Regional security cooperation", "Cooperación en seguridad regional"),
        Both("regional-security-cooperation", "cooperacion-seguridad-regional"),
        Both(
            "How states of the region plan and act together against crime, and who pays for it.",
            "Cómo planifican y actúan juntos contra el crimen los Estados de la región, y quién lo paga.",
        ),
        ("CARSI", "CBSI"),
    ),
    Topic(
        "drug-policy",
        "theme",
        Both("Drug policy", "Política de drogas"),
        Both("drug-policy", "politica-de-drogas"),
        Both(
            "The three United Nations conventions, national laws and the debate on changing them.",
            "Las tres convenciones de Naciones Unidas, las leyes nacionales y el debate sobre su reforma.",
        ),
        ("UNGASS", "drug trafficking", "narcotráfico"),
    ),
    Topic(
        "gangs",
        "theme",
        Both("Gang policy", "Políticas sobre pandillas"),
        Both("gang-policy", "politicas-sobre-pandillas"),
        Both(
            "Laws, truces, prisons and prevention: what states have tried with street gangs.",
            "Leyes, treguas, cárceles y prevención: lo que los Estados han intentado con las pandillas.",
        ),
        ("mano dura", "maras"),
    ),
    Topic(
        "human-trafficking",
        "theme",
        Both("Human trafficking law", "Leyes contra la trata"),
        Both("human-trafficking-law", "leyes-contra-la-trata"),
        Both(
            "Trafficking in persons as treaties and national codes define it, and the protection of victims.",
            """
            La trata de personas según los tratados y los códigos nacionales, y la protección de las
            víctimas.
            """,
        ),
        ("trata de personas", "trafficking in persons"),
    ),
    Topic(
        "firearms",
        "theme",
        Both("Firearms", "Armas de fuego"),
        Both("firearms", "armas-de-fuego"),
        Both(
            "The making, marking, licensing, tracing and smuggling of guns and ammunition.",
            "La fabricación, el marcaje, las licencias, el rastreo y el tráfico de armas y municiones.",
        ),
        ("CIFTA", "gun trafficking"),
    ),
    Topic(
        "environmental-crime",
        "theme",
        Both("Environmental crime", "Delitos ambientales"),
        Both("environmental-crime", "delitos-ambientales"),
        Both(
            "Timber, wildlife, gold and waste, and the permits that make them legal or seem to.",
            "Madera, fauna, oro y residuos, y los permisos que los hacen legales o lo aparentan.",
        ),
        ("CITES", "illegal logging", "tala ilegal"),
    ),
    Topic(
        "money-laundering",
        "theme",
        Both("Money laundering standards", "Normas contra el lavado de dinero"),
        Both("money-laundering-standards", "normas-contra-el-lavado-de-dinero"),
        Both(
            """
            The international recommendations on illicit finance and how countries are measured against
            them.
            """,
            "Las recomendaciones internacionales sobre finanzas ilícitas y cómo se evalúa a los países.",
        ),
        ("lavado de activos", "grey list", "lista gris"),
    ),
    Topic(
        "prisons",
        "theme",
        Both("Prisons", "Cárceles"),
        Both("prisons", "carceles"),
        Both(
            """
            Detention before and after sentence, overcrowding, and the rules that bind the state as a guard.
            """,
            "La detención antes y después de la condena, el hacinamiento y las reglas que obligan al Estado.",
        ),
        ("Mandela Rules", "Reglas Mandela"),
    ),
    Topic(
        "impunity",
        "theme",
        Both("Impunity and justice reform", "Impunidad y reforma judicial"),
        Both("impunity-and-justice-reform", "impunidad-y-reforma-judicial"),
        Both(
            "Prosecutors, courts and the international missions that have worked beside them.",
            "Las fiscalías, los tribunales y las misiones internacionales que han trabajado a su lado.",
        ),
        ("MACCIH", "CICIES"),
    ),
    Topic(
        "treaties",
        "theme",
        Both("Treaties", "Tratados"),
        Both("treaties", "tratados"),
        Both(
            """
            What states have signed on organised crime and its trades, and what a signature obliges them to
            do.
            """,
            "Lo que los Estados han firmado sobre el crimen organizado y sus negocios, y a qué los obliga.",
        ),
        ("UNTOC", "Palermo Convention", "Convención de Palermo"),
    ),
    Topic(
        "crime-data",
        "theme",
        Both("Crime statistics", "Estadísticas del delito"),
        Both("crime-statistics", "estadisticas-del-delito"),
        Both(
            "How homicides and other crimes are defined, counted and compared.",
            "Cómo se definen, se cuentan y se comparan los homicidios y otros delitos.",
        ),
        ("homicide rates", "tasas de homicidio"),
    ),
    Topic(
        "barrio-18",
        "actor",
        Both("Barrio 18", "Barrio 18"),
        Both("barrio-18", "barrio-18"),
        Both(
            """
            A street gang that began in Los Angeles in the 1960s and spread to Central America with the
            deportations of the 1990s. In El Salvador it split into two factions; elsewhere the name covers
            other structures.
            """,
            """
            Pandilla callejera nacida en Los Ángeles en la década de 1960 y extendida a Centroamérica con
            las deportaciones de la de 1990. En El Salvador se dividió en dos facciones; en otros países el
            nombre designa estructuras distintas.
            """,
        ),
        ("18th Street", "Mara 18", "Calle 18"),
    ),
    Topic(
        "ms13",
        "actor",
        Both("MS13", "MS13"),
        Both("ms13", "ms13"),
        Both(
            """
            A street gang formed around 1980 in Los Angeles by young people from Salvadoran families. It
            works through local cells; in Central America its main documented income is extortion.
            """,
            """
            Pandilla callejera formada hacia 1980 en Los Ángeles por jóvenes de familias salvadoreñas.
            Funciona por células locales; en Centroamérica, su principal ingreso documentado es la
            extorsión.
            """,
        ),
        ("Mara Salvatrucha", "MS-13"),
    ),
    Topic(
        "oas",
        "institution",
        Both("Organization of American States", "Organización de los Estados Americanos"),
        Both("organization-of-american-states", "organizacion-de-los-estados-americanos"),
        Both(
            """
            Founded in 1948 and based in Washington. Its General Assembly meets once a year; its secretariat
            runs programmes on security, drugs and elections.
            """,
            """
            Fundada en 1948 y con sede en Washington. Su Asamblea General se reúne una vez al año; su
            secretaría lleva programas sobre seguridad, drogas y elecciones.
            """,
        ),
        ("OAS", "OEA"),
    ),
    Topic(
        "sica",
        "institution",
        Both("Central American Integration System", "Sistema de la Integración Centroamericana"),
        Both("central-american-integration-system", "sistema-de-la-integracion-centroamericana"),
        Both(
            """
            Created by the Tegucigalpa Protocol of 1991 and working since 1993, with its secretariat in San
            Salvador. The Dominican Republic joined the seven states of the isthmus in 2013.
            """,
            """
            Creado por el Protocolo de Tegucigalpa de 1991 y en funciones desde 1993, con secretaría en San
            Salvador. La República Dominicana se sumó en 2013 a los siete Estados del istmo.
            """,
        ),
        ("SICA",),
    ),
    Topic(
        "cicig",
        "institution",
        Both("CICIG", "CICIG"),
        Both("cicig", "cicig"),
        Both(
            """
            The International Commission against Impunity in Guatemala, created by an agreement of 2006 with
            the United Nations. It supported Guatemalan prosecutors from September 2007 to September 2019.
            """,
            """
            La Comisión Internacional contra la Impunidad en Guatemala, creada por un acuerdo de 2006 con
            las Naciones Unidas. Apoyó a los fiscales guatemaltecos de septiembre de 2007 a septiembre de
            2019.
            """,
        ),
    ),
    Topic(
        "unodc",
        "institution",
        Both("UN Office on Drugs and Crime", "Oficina de la ONU contra la Droga y el Delito"),
        Both("un-office-on-drugs-and-crime", "oficina-de-la-onu-contra-la-droga-y-el-delito"),
        Both(
            """
            The Vienna office of the United Nations that serves as secretariat of the Palermo Convention and
            publishes the world’s main series on drugs and homicide.
            """,
            """
            La oficina de Naciones Unidas en Viena que sirve de secretaría a la Convención de Palermo y
            publica las principales series mundiales sobre drogas y homicidios.
            """,
        ),
        ("UNODC",),
    ),
    Topic(
        "caricom",
        "institution",
        Both("Caribbean Community", "Comunidad del Caribe"),
        Both("caribbean-community", "comunidad-del-caribe"),
        Both(
            """
            Founded by the Treaty of Chaguaramas in 1973, with its secretariat in Georgetown. Its agency for
            crime and security, IMPACS, was set up in 2006 in Port of Spain.
            """,
            """
            Fundada por el Tratado de Chaguaramas en 1973, con secretaría en Georgetown. Su agencia para el
            crimen y la seguridad, IMPACS, se creó en 2006 en Puerto España.
            """,
        ),
        ("CARICOM", "CARICOM IMPACS"),
    ),
    Topic(
        "fatf",
        "institution",
        Both("FATF and GAFILAT", "GAFI y GAFILAT"),
        Both("fatf-and-gafilat", "gafi-y-gafilat"),
        Both(
            """
            The Financial Action Task Force, created in Paris in 1989, and its Latin American counterpart,
            founded in Cartagena in 2000. They evaluate states against forty recommendations.
            """,
            """
            El Grupo de Acción Financiera Internacional, creado en París en 1989, y su par latinoamericano,
            fundado en Cartagena en 2000. Evalúan a los Estados según cuarenta recomendaciones.
            """,
        ),
        ("FATF", "GAFI", "GAFILAT", "GAFISUD"),
    ),
)

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

PAGES: tuple[Page, ...] = (
    Page(
        "who-we-are",
        Both("Who we are", "Quiénes somos"),
        Both("who-we-are", "quienes-somos"),
        Both(
            """
            <p>Tres Linderos is a newsroom that does not exist. Its name, its reporters and its
            announcements were invented so that a publishing system can be seen at work: a home page with
            stories on it, an archive to search, forms that reach somebody.</p>

            <p>The facts are not invented. The stories describe summits, treaties, institutions and
            statistics that anyone can check in public sources. They accuse no living person. Each carries a
            mark that says it is part of the demonstration.</p>

            <h2>Why this name</h2>

            <p>A <em>lindero</em> is the line where one property ends and the next begins. Organised crime
            lives on such lines: between two countries, between what is legal and what is not, between what
            a document says and what happened.</p>
            """,
            """
            <p>Tres Linderos es una redacción que no existe. Su nombre, sus periodistas y sus novedades se
            inventaron para que pueda verse en funcionamiento un sistema de publicación: una portada con
            artículos, un archivo en el que buscar, formularios que llegan a alguien.</p>

            <p>Los hechos no son inventados. Los artículos describen cumbres, tratados, instituciones y
            estadísticas que cualquiera puede comprobar en fuentes públicas. No acusan a ninguna persona
            viva. Cada uno lleva una marca que indica que forma parte de la demostración.</p>

            <h2>Por qué este nombre</h2>

            <p>Un lindero es la línea donde termina una propiedad y empieza la siguiente. El crimen
            organizado vive en esas líneas: entre dos países, entre lo legal y lo ilegal, entre lo que dice
            un documento y lo que ocurrió.</p>
            """,
        ),
    ),
    Page(
        "republishing",
        Both("Republishing our work", "Cómo republicar nuestro trabajo"),
        Both("republishing-our-work", "como-republicar"),
        Both(
            """
            <p>You may republish our stories free of charge under the licence <a
            href="https://creativecommons.org/licenses/by-nc/4.0/">Creative Commons BY-NC 4.0</a>, for
            purposes that are not commercial. In plain words:</p>

            <ul>
            <li>name Tres Linderos in the byline, with the author;</li>
            <li>link to the original at the top of the article and again at the bottom;</li>
            <li>say what you changed, if you shortened or translated the text;</li>
            <li>do not sell the story or place it behind a payment.</li>
            </ul>

            <p>Some images belong to others and may not travel with the text. Please write to us when you
            use an article: we like to know where it went, and we will tell you if it is corrected.</p>
            """,
            """
            <p>Puede republicar nuestros artículos sin costo según la licencia <a
            href="https://creativecommons.org/licenses/by-nc/4.0/deed.es">Creative Commons BY-NC 4.0</a>,
            para fines que no sean comerciales. En pocas palabras:</p>

            <ul>
            <li>mencione a Tres Linderos en la firma, junto al autor;</li>
            <li>enlace al original al comienzo del artículo y otra vez al final;</li>
            <li>indique qué cambió, si abrevió o tradujo el texto;</li>
            <li>no venda el artículo ni lo ponga detrás de un pago.</li>
            </ul>

            <p>Algunas imágenes pertenecen a terceros y no pueden acompañar al texto. Escríbanos cuando
            utilice un artículo: nos gusta saber adónde llegó, y le avisaremos si hay una corrección.</p>
            """,
        ),
    ),
    Page(
        "corrections-policy",
        Both("Corrections policy", "Política de correcciones"),
        Both("corrections-policy", "politica-de-correcciones"),
        Both(
            """
            <p>When we publish something wrong we say so on the story itself, with the date. We use three
            words and mean them:</p>

            <ul>
            <li>a <strong>correction</strong> puts right a fact that was false;</li>
            <li>a <strong>clarification</strong> explains what was true but could mislead;</li>
            <li>an <strong>update</strong> adds what became known later.</li>
            </ul>

            <p>Spelling and style may be mended without a note. A story is not removed because it is
            inconvenient. If one has to be withdrawn, its address says so.</p>

            <p>To point out an error, use the link under any story. A name is not required.</p>
            """,
            """
            <p>Cuando publicamos algo equivocado, lo decimos en el propio artículo, con la fecha. Usamos
            tres palabras en sentido estricto:</p>

            <ul>
            <li>una <strong>corrección</strong> rectifica un dato falso;</li>
            <li>una <strong>aclaración</strong> explica lo que era cierto pero podía confundir;</li>
            <li>una <strong>actualización</strong> agrega lo que se supo después.</li>
            </ul>

            <p>La ortografía y el estilo pueden arreglarse sin aviso. Un artículo no se elimina porque
            resulte incómodo. Si hay que retirarlo, su dirección lo dice.</p>

            <p>Para señalar un error, use el enlace que aparece debajo de cada artículo. No hace falta dar
            un nombre.</p>
            """,
        ),
    ),
    Page(
        "privacy",
        Both("Privacy", "Privacidad"),
        Both("privacy", "privacidad"),
        Both(
            """
            <p>Reading these pages leaves no trace with us. They set no cookies, run no counters or
            advertisements, load nothing from other sites, and are the same for every reader.</p>

            <h2>What we keep</h2>

            <p>If you say whether a story was helpful, we keep your answer with the address, the language
            and the time. If you send a message, we keep its text with the address of the page, the language
            and the time, and your name and e-mail address if you chose to give them. We do not store your
            IP address with either, or anywhere else.</p>

            <p>Messages are read by the staff of this site and stay with us until they are no longer needed.
            Ask us, and we will delete yours.</p>

            <h2>Other sites</h2>

            <p>The links for sharing are plain links. Nothing is sent to the services they name until you
            follow one. People who work on this site sign in, and a cookie remembers them; it is valid for
            their workspace only.</p>
            """,
            """
            <p>Leer estas páginas no deja rastro entre nosotros. No instalan cookies, no tienen contadores
            ni publicidad, no cargan nada de otros sitios y son iguales para todas las personas.</p>

            <h2>Lo que guardamos</h2>

            <p>Si usted indica si un artículo le sirvió, guardamos su respuesta con la dirección, el idioma
            y la hora. Si envía un mensaje, guardamos el texto con la dirección de la página, el idioma y la
            hora, y su nombre y su correo si decidió darlos. No almacenamos su dirección IP con lo uno ni
            con lo otro, ni en ningún otro lugar.</p>

            <p>Los mensajes los lee el personal de este sitio y se conservan mientras hacen falta. Si lo
            pide, borraremos el suyo.</p>

            <h2>Otros sitios</h2>

            <p>Los enlaces para compartir son simples enlaces. Nada se envía a los servicios que nombran
            hasta que usted los sigue. Quienes trabajan en este sitio inician sesión y una cookie los
            recuerda; solo vale en su espacio de trabajo.</p>
            """,
        ),
    ),
    Page(
        "contact",
        Both("Contact", "Contacto"),
        Both("contact", "contacto"),
        Both(
            """
            <p>The quickest way to reach an editor is the form under any story, because it tells us which
            story you have in mind. It works without scripts and asks for nothing but your words.</p>

            <p>The postal and telephone addresses of a real newsroom would stand here. Ours has only an
            e-mail address, redaccion@treslinderos.example, in a domain that is reserved for examples and
            receives no mail.</p>

            <p>If you must send something that could put you in danger, do not use an ordinary form or
            ordinary mail, on this site or on any other.</p>
            """,
            """
            <p>La forma más rápida de llegar a un editor es el formulario que está debajo de cada artículo,
            porque nos dice en cuál está pensando. Funciona sin scripts y solo pide sus palabras.</p>

            <p>Aquí estarían la dirección postal y el teléfono de una redacción real. La nuestra solo tiene
            un correo, redaccion@treslinderos.example, en un dominio reservado para ejemplos que no recibe
            mensajes.</p>

            <p>Si necesita enviar algo que pueda ponerle en peligro, no use un formulario ni un correo
            comunes, ni en este sitio ni en ningún otro.</p>
            """,
        ),
    ),
    Page(
        "funding",
        Both("Funding", "Financiamiento"),
        Both("funding", "financiamiento"),
        Both(
            """
            <p>Tres Linderos is fictional: it receives no money and cannot accept any. The request for
            support that follows a reader’s vote shows where such a request would stand.</p>

            <p>On a working site this page would name every funder above a stated amount, say what each
            grant was for, and explain what funders may not do: choose subjects, read stories before
            publication or receive data about readers. We recommend those three rules to whoever puts this
            system to use.</p>
            """,
            """
            <p>Tres Linderos es una ficción: no recibe dinero ni puede aceptarlo. La petición de apoyo que
            sigue al voto de un lector muestra dónde estaría una de verdad.</p>

            <p>En un sitio en funcionamiento, esta página nombraría a cada financiador a partir de cierta
            suma, diría para qué fue cada aporte y explicaría lo que un financiador no puede hacer: elegir
            temas, leer los artículos antes de su publicación o recibir datos de los lectores. Recomendamos
            esas tres reglas a quien ponga en uso este sistema.</p>
            """,
        ),
    ),
)
