"""The themes among the topics."""

from articles.demo.shapes import Both, Topic

THEMES: tuple[Topic, ...] = (
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
        "emergency-powers",
        "theme",
        Both("Emergency powers", "Estados de excepción"),
        Both("emergency-powers", "estados-de-excepcion"),
        Both(
            """
            States of exception, special zones and soldiers on patrol: what a constitution allows a government to
            suspend, for how long, and who reviews it.
            """,
            """
            Estados de excepción, zonas especiales y militares en la calle: lo que una constitución permite
            suspender, por cuánto tiempo y quién lo revisa.
            """,
        ),
        ("state of exception", "estado de excepción", "internal armed conflict"),
    ),
    Topic(
        "police",
        "theme",
        Both("Police and who commands it", "La policía y quién la manda"),
        Both("police", "policia"),
        Both(
            "How forces are formed, paid and led, and who investigates them when they break the law.",
            "Cómo se forman, se pagan y se dirigen las fuerzas, y quién las investiga cuando violan la ley.",
        ),
        ("police reform", "reforma policial"),
    ),
    Topic(
        "elections",
        "theme",
        Both("Elections and public security", "Elecciones y seguridad pública"),
        Both("elections-and-security", "elecciones-y-seguridad"),
        Both(
            "Votes that decide who commands police, prosecutors and courts, and referendums on security itself.",
            "Votos que deciden quién manda sobre policías, fiscales y jueces, y consultas sobre la seguridad misma.",
        ),
        ("referendum", "consulta popular"),
    ),
    Topic(
        "peace-agreements",
        "theme",
        Both("Peace agreements", "Acuerdos de paz"),
        Both("peace-agreements", "acuerdos-de-paz"),
        Both(
            """
            The accords that ended wars in the region, and the courts, police forces and land programmes that
            they promised.
            """,
            """
            Los acuerdos que pusieron fin a las guerras de la región y los tribunales, policías y programas de
            tierras que prometieron.
            """,
        ),
        ("transitional justice", "justicia transicional"),
    ),
    Topic(
        "migration",
        "theme",
        Both("Migration routes", "Rutas migratorias"),
        Both("migration-routes", "rutas-migratorias"),
        Both(
            "Who counts the people who cross, who is paid along the way, and what the law says of both.",
            "Quién cuenta a las personas que cruzan, quién cobra en el camino y qué dice la ley de lo uno y lo otro.",
        ),
        ("migrant smuggling", "tráfico de migrantes", "Darién"),
    ),
    Topic(
        "illegal-mining",
        "theme",
        Both("Gold and illegal mining", "Oro y minería ilegal"),
        Both("illegal-mining", "mineria-ilegal"),
        Both(
            """
            Gold from rivers and forest, the mercury that binds it, and the papers with which it joins the
            lawful trade.
            """,
            """
            El oro de los ríos y la selva, el mercurio que lo une y los papeles con que entra al comercio
            legal.
            """,
        ),
        ("Minamata Convention", "Convenio de Minamata"),
    ),
    Topic(
        "ports",
        "theme",
        Both("Ports and trade", "Puertos y comercio"),
        Both("ports-and-trade", "puertos-y-comercio"),
        Both(
            "Containers, customs and bridges: how goods are declared, and what travels undeclared among them.",
            "Contenedores, aduanas y puentes: cómo se declara la carga y qué viaja en ella sin declarar.",
        ),
        ("customs", "aduanas", "contrabando"),
    ),
)
