"""Who may use force, and who commands it."""

from datetime import date

from articles.demo.shapes import Both, Topic

FORCE: tuple[Topic, ...] = (
    Topic(
        "ameripol",
        "institution",
        Both("Ameripol", "Ameripol"),
        Both("ameripol", "ameripol"),
        Both(
            """
            <p>The Police Community of the Americas was founded in Bogotá on November 14, 2007 by the
            chiefs of police themselves. Its purpose is to let forces of the region answer one another’s
            questions and train together.</p>

            <h2>What it does</h2>

            <p>Each member keeps a national unit that sends and receives requests: a criminal record,
            the owner of a vehicle, the name behind a photograph. Working groups deal with single
            trades, such as stolen cars, wildlife or trafficking in persons. Agencies from outside the
            region take part as observers.</p>

            <h2>The treaty</h2>

            <p>For sixteen years no state was bound by it. On November 9, 2023 governments signed a
            constitutive treaty in Brasília that gives the organisation legal personality and bodies: a
            council, a presidency that rotates and an executive secretariat. Like any treaty, it binds a
            state only once that state has ratified it.</p>

            <h2>What it is not</h2>

            <p>Ameripol has no officers on the street and makes no arrests. It belongs neither to
            Interpol nor to the OAS. Whether an answer may be used as evidence is decided by a judge,
            under national law.</p>

            <h2>What is disputed</h2>

            <p>Who oversees it. Each parliament sees its own part. Three papers would help: a yearly
            report with the number of requests, the rules on personal data, and a budget that names who
            pays.</p>
            """,
            """
            <p>La Comunidad de Policías de América fue fundada en Bogotá el 14 de noviembre de 2007 por
            los propios jefes de policía. Su fin es que las fuerzas de la región respondan unas a las
            preguntas de otras y se capaciten juntas.</p>

            <h2>Qué hace</h2>

            <p>Cada miembro mantiene una unidad nacional que envía y recibe solicitudes: un antecedente,
            el dueño de un vehículo, el nombre detrás de una fotografía. Hay grupos de trabajo por
            materias, como los autos robados, la fauna o la trata de personas. Organismos de fuera de la
            región participan como observadores.</p>

            <h2>El tratado</h2>

            <p>Durante dieciséis años no obligó a ningún Estado. El 9 de noviembre de 2023, varios
            gobiernos firmaron en Brasilia un tratado constitutivo que da a la organización personalidad
            jurídica y órganos: un consejo, una presidencia rotatoria y una secretaría ejecutiva. Como
            todo tratado, obliga a un Estado solo cuando lo ratifica.</p>

            <h2>Qué no es</h2>

            <p>Ameripol no tiene agentes en la calle ni detiene a nadie. No pertenece a Interpol ni a la
            OEA. Si una respuesta sirve de prueba lo decide un juez, según el derecho nacional.</p>

            <h2>Qué se discute</h2>

            <p>Quién la controla. Cada congreso ve su parte. Ayudarían tres papeles: un informe anual
            con el número de solicitudes, las reglas sobre datos personales y un presupuesto que diga
            quién paga.</p>
            """,
        ),
        aliases=("Police Community of the Americas", "Comunidad de Policías de América"),
        reviewed=date(2026, 11, 5),
    ),
    Topic(
        "elections",
        "theme",
        Both("Elections and public security", "Elecciones y seguridad pública"),
        Both("elections-and-security", "elecciones-y-seguridad"),
        Both(
            """
            <p>An election decides who commands police, who names prosecutors and, in some countries,
            who sits as a judge. At times voters are asked about security itself. These stories follow
            both kinds of vote.</p>

            <h2>Who is elected to what</h2>

            <p>In Brazil 27 governors command most of the police; their elections fall on the same day
            as the president’s. In Mexico federal judges were elected for the first time on June 1,
            2025. Elsewhere the vote acts at one remove: the president or the legislature chosen by it
            appoints those who will investigate.</p>

            <h2>Asking the people</h2>

            <p>Guatemala’s voters rejected the constitutional reforms of its peace accords in May 1999.
            Colombia’s refused the first agreement with the FARC in October 2016 by less than half a
            point. Uruguay’s turned down reforms on night searches of homes in 2019 and again in 2024.
            Ecuador’s accepted extradition in April 2024, a year after they had rejected it.</p>

            <h2>Who watches</h2>

            <p>The OAS has observed elections since 1962. Its Democratic Charter, adopted in Lima on
            September 11, 2001, says what a democracy consists of.</p>

            <h2>What is disputed</h2>

            <p>Whether complex questions of criminal law can be answered with yes or no. And how far
            criminal money reaches into campaigns, on which there is far more suspicion than
            evidence.</p>
            """,
            """
            <p>Una elección decide quién manda a la policía, quién nombra a los fiscales y, en algunos
            países, quién juzga. A veces se pregunta a los votantes por la seguridad misma. Estos
            artículos siguen las dos clases de voto.</p>

            <h2>Quién se elige para qué</h2>

            <p>En Brasil, 27 gobernadores mandan la mayor parte de la policía; se eligen el mismo día
            que el presidente. En México, los jueces federales se eligieron por primera vez el 1 de
            junio de 2025. En otros países el voto actúa a un paso de distancia: el presidente o el
            congreso que salen de él nombran a quienes investigarán.</p>

            <h2>Consultar al pueblo</h2>

            <p>Los votantes de Guatemala rechazaron en mayo de 1999 las reformas constitucionales de sus
            acuerdos de paz. Los de Colombia negaron en octubre de 2016, por menos de medio punto, el
            primer acuerdo con las FARC. Los de Uruguay descartaron los allanamientos nocturnos en 2019
            y otra vez en 2024. Los de Ecuador aceptaron la extradición en abril de 2024, un año después
            de rechazarla.</p>

            <h2>Quién observa</h2>

            <p>La OEA observa elecciones desde 1962. Su Carta Democrática, aprobada en Lima el 11 de
            septiembre de 2001, dice en qué consiste una democracia.</p>

            <h2>Qué se discute</h2>

            <p>Si las cuestiones complejas del derecho penal se pueden contestar con un sí o un no. Y
            hasta dónde llega el dinero criminal en las campañas, asunto en el que hay mucha más
            sospecha que prueba.</p>
            """,
        ),
        aliases=("referendum", "consulta popular"),
        reviewed=date(2026, 10, 1),
    ),
    Topic(
        "emergency-powers",
        "theme",
        Both("Emergency powers", "Estados de excepción"),
        Both("emergency-powers", "estados-de-excepcion"),
        Both(
            """
            <p>Constitutions let a government suspend certain rights for a time when ordinary law is not
            enough. Against crime the measure was once rare. In several countries of the region it has
            become the way in which policing is done.</p>

            <h2>What the law allows</h2>

            <p>Article 27 of the American Convention on Human Rights, of 1969, permits suspension to the
            extent and for the time strictly required. Some rights may never be suspended, nor may the
            judicial guarantees that protect them: in 1987 the Inter-American Court counted habeas
            corpus among these. The United Nations covenant has a similar article and asks to be
            notified.</p>

            <h2>Terms by country</h2>

            <p>In El Salvador the term is thirty days, in Ecuador sixty with one extension of thirty, in
            a special zone in Jamaica sixty. Guatemala’s law on public order, of 1965, knows five
            degrees. What matters is who may prolong the measure, and how often.</p>

            <h2>What is disputed</h2>

            <p>Whether soldiers should police. In 2007, in the case of Zambrano Vélez against Ecuador,
            the Court asked states to limit it to the utmost. Whether crime is an emergency at all if it
            lasts for years. And what a fall in murders proves, when an earlier one began without any
            decree.</p>
            """,
            """
            <p>Las constituciones permiten que un gobierno suspenda ciertos derechos por un tiempo
            cuando la ley ordinaria no alcanza. Frente al delito, la medida era excepcional. En varios
            países de la región se ha vuelto la manera de vigilar las calles.</p>

            <h2>Lo que permite el derecho</h2>

            <p>El artículo 27 de la Convención Americana sobre Derechos Humanos, de 1969, admite la
            suspensión en la medida y por el tiempo estrictamente necesarios. Algunos derechos no se
            suspenden nunca, y tampoco las garantías judiciales que los protegen: en 1987, la Corte
            Interamericana contó entre ellas el habeas corpus. El pacto de las Naciones Unidas tiene un
            artículo parecido y pide que se le avise.</p>

            <h2>Los plazos</h2>

            <p>En El Salvador son treinta días; en Ecuador, sesenta, con una prórroga de treinta; en una
            zona especial de Jamaica, sesenta. La Ley de Orden Público de Guatemala, de 1965, conoce
            cinco grados. Importa quién puede prolongar la medida, y cuántas veces.</p>

            <h2>Qué se discute</h2>

            <p>Si los militares deben hacer de policías. En 2007, en el caso Zambrano Vélez contra
            Ecuador, la Corte pidió limitarlo al máximo. Si el delito es una emergencia cuando dura
            años. Y qué prueba un descenso de los homicidios, si otro anterior empezó sin decreto
            alguno.</p>
            """,
        ),
        aliases=("state of exception", "estado de excepción", "internal armed conflict"),
        reviewed=date(2026, 3, 31),
    ),
    Topic(
        "police",
        "theme",
        Both("Police and who commands it", "La policía y quién la manda"),
        Both("police", "policia"),
        Both(
            """
            <p>A police force is the part of the state that most people meet, and the one that may use
            force against them. These stories ask how it is formed, who pays it, who commands it and who
            investigates it.</p>

            <h2>Many models</h2>

            <p>Colombia, Peru, El Salvador and Guatemala have one national force. Brazil, Mexico and
            Argentina are federations with dozens. Costa Rica and Panama have no army beside the police.
            In Colombia the force belongs to the Ministry of Defence. Three national police forces of
            the region came out of the end of a war or of an army: those of El Salvador (1992), Haiti
            (1995) and Guatemala (1997).</p>

            <h2>The rules on force</h2>

            <p>The United Nations adopted a code of conduct for officers in 1979 and principles on the
            use of force and firearms in 1990. Both ask for necessity, for proportion and for a report
            after every shot that hits somebody.</p>

            <h2>Oversight</h2>

            <p>It can be internal, judicial or independent. Jamaica’s commission, INDECOM, has
            investigated deaths caused by the security forces since 2010 and publishes how many there
            were.</p>

            <h2>What is disputed</h2>

            <p>Whether soldiers can stand in for police, and for how long. Whether a purge improves a
            force or sends its trained officers elsewhere. And which number measures good work: arrests
            are easy to raise; cases that hold before a judge are not.</p>
            """,
            """
            <p>La policía es la parte del Estado con la que más se encuentra la gente, y la que puede
            usar la fuerza contra ella. Estos artículos preguntan cómo se forma, quién la paga, quién la
            manda y quién la investiga.</p>

            <h2>Muchos modelos</h2>

            <p>Colombia, Perú, El Salvador y Guatemala tienen una sola fuerza nacional. Brasil, México y
            Argentina son federaciones con docenas. Costa Rica y Panamá no tienen ejército al lado de la
            policía. En Colombia, la fuerza pertenece al Ministerio de Defensa. Tres policías nacionales
            de la región nacieron del fin de una guerra o de un ejército: las de El Salvador (1992),
            Haití (1995) y Guatemala (1997).</p>

            <h2>Las reglas sobre la fuerza</h2>

            <p>Las Naciones Unidas aprobaron en 1979 un código de conducta para los agentes y en 1990
            unos principios sobre el empleo de la fuerza y de armas de fuego. Los dos piden necesidad,
            proporción y un informe después de cada disparo que alcance a alguien.</p>

            <h2>El control</h2>

            <p>Puede ser interno, judicial o independiente. La comisión de Jamaica, INDECOM, investiga
            desde 2010 las muertes que causan las fuerzas de seguridad y publica cuántas son.</p>

            <h2>Qué se discute</h2>

            <p>Si los militares pueden reemplazar a la policía, y por cuánto tiempo. Si una depuración
            mejora una fuerza o manda a otra parte a los agentes que formó. Y qué número mide el buen
            trabajo: las detenciones se aumentan con facilidad; los casos que se sostienen ante un juez,
            no.</p>
            """,
        ),
        aliases=("police reform", "reforma policial"),
        reviewed=date(2026, 9, 8),
    ),
)
