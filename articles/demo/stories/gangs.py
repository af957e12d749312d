"""Gangs, prisons, and what states have tried."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="gang-names",
        language="en",
        kind="profile",
        section="profiles",
        headline="Barrio 18 and MS13: two Los Angeles names in three republics",
        slug="barrio-18-ms13-los-angeles-names",
        dek="""
        How two street gangs of southern California became the largest of El Salvador, Guatemala and
        Honduras, and what states have tried.
        """,
        body="""
        <p>Barrio 18 takes its name from 18th Street, in a part of Los Angeles where Mexican American youths
        formed a gang in the 1960s that was unusual for admitting newcomers of other origins. The Mara
        Salvatrucha, later MS13, was formed in the same city around 1980 by young people whose families had
        left El Salvador. The two were allies before they were enemies, and neither was planned for
        export.</p>

        <h2>The road south</h2>

        <p>Three dates explain most of the journey. El Salvador’s civil war ended with the Chapultepec
        accords of January 1992, and return became possible. California hardened its sentences in the same
        decade. In 1996 the United States widened the grounds for deporting foreign citizens with
        convictions. Thousands of people were sent to countries that many of them had left as small
        children, often without any notice to the receiving police of who was coming.</p>

        <p>They met local groups of adolescents who already fought over neighbourhoods. The imported names,
        signs and rules gave those groups a larger identity. By the end of the 1990s most of them in San
        Salvador, Guatemala City, Tegucigalpa and San Pedro Sula were one or the other.</p>

        <figure data-drawing="streets"><figcaption>Both gangs began as a matter of a few
        blocks.</figcaption></figure>

        <h2>How they are built</h2>

        <p>Neither gang is a pyramid. The basic unit is the local cell, called a <em>clica</em> in MS13 and
        more often a <em>cancha</em> or <em>tribu</em> in Barrio 18, which controls a territory and collects
        extortion from transport, shops and households. Extortion in small sums, paid weekly by very many
        people, is their main documented income in Central America. Drug sales at street level come second.
        Their share in international trafficking is generally described as minor.</p>

        <p>Barrio 18 in El Salvador split in the middle of the 2000s into two factions, Sureños and
        Revolucionarios, which have been rivals since. In Guatemala and Honduras the name covers other
        structures, with their own leaders. A story that says “Barrio 18” without a country says less than
        it seems to.</p>

        <h2>What states have tried</h2>

        <table>
        <thead><tr><th>Year</th><th>Country</th><th>Measure</th></tr></thead>
        <tbody><tr><td>2003</td><td>Honduras</td><td>Reform of the article on illicit association, aimed at
        gang membership</td></tr>
        <tr><td>2003</td><td>El Salvador</td><td><em>Mano Dura</em> plan; the special anti-gang law was
        struck down in 2004</td></tr>
        <tr><td>2012</td><td>El Salvador</td><td>Truce between gangs, with transfers of imprisoned
        leaders</td></tr>
        <tr><td>2015</td><td>El Salvador</td><td>Constitutional Chamber classes the gangs as terrorist
        groups</td></tr>
        <tr><td>2022</td><td>El Salvador</td><td>State of exception, from March 27</td></tr>
        </tbody>
        </table>

        <p>The first wave of laws filled prisons, which were then divided by gang to prevent killings. The
        prisons became places where leaders who had never met could confer, and authority moved inside.</p>

        <p>The truce of March 2012 was followed by a steep drop in the homicide rate of El Salvador, from
        about 70 for every 100,000 people in 2011 to about 41 in 2012. It held for little more than a year.
        In 2015, after it had collapsed, the rate passed 100. Extortion had gone on throughout, and
        disappearances were counted apart from murders, two reasons why the truce is still argued over.</p>

        <p>The state of exception was decreed after a weekend in March in which 87 people were killed. It
        suspends, among other guarantees, the right to be told the reasons for an arrest and the limit of 72
        hours before a detainee sees a judge. The Legislative Assembly has prolonged it every month since.
        Human rights bodies have recorded complaints of arbitrary arrest and deaths in custody; the
        government points to the fall in murders.</p>

        <h2>What to keep apart</h2>

        <p>Reporting on the two gangs is easier to check if four things are kept apart: membership, which
        the law has defined differently over the years; collaboration, often forced; residence in a
        controlled district, which is no offence; and a tattoo, which is only a fact about skin.</p>

        <p>This profile names no individual. It describes two organisations as the courts, the official
        statistics and the published research of three countries describe them.</p>
        """,
        bylines=(("maravedi", "author"), ("altamarea", "data")),
        countries=("SV", "GT", "HN"),
        topics=("barrio-18", "ms13", "gangs", "prisons"),
        kicker="topic:barrio-18",
        tags=("state of exception", "extortion", "deportation"),
        published=noon(2022, 8, 16, 12, 15),
        picks=("homicide-rates",),
    ),
    Story(
        key="comayagua-ten-years",
        language="es",
        kind="analysis",
        section="analysis",
        headline="Comayagua, diez años después: lo que una cárcel debe a quien no ha sido condenado",
        slug="comayagua-diez-anos-despues",
        dek="""
        Más de 350 personas murieron en el incendio de febrero de 2012 en Honduras. Las normas que pudieron
        salvarlas estaban escritas; casi todas siguen siendo una tarea pendiente en la región.
        """,
        body="""
        <p>La noche del 14 de febrero de 2012 se incendió la Granja Penal de Comayagua, en el centro de
        Honduras. Murieron más de 350 personas, la mayor parte encerrada en sus módulos. Fue uno de los
        peores incendios carcelarios de los que se tiene registro. Muchas de las víctimas no habían recibido
        condena.</p>

        <p>No era el primer aviso. En mayo de 2004, un incendio en el penal de San Pedro Sula había matado a
        107 internos. Ese caso llegó a la Corte Interamericana de Derechos Humanos, que dictó sentencia el
        27 de abril de 2012, diez semanas después de Comayagua, en el proceso conocido como <em>Pacheco
        Teruel y otros</em>. Honduras había reconocido su responsabilidad y firmado un acuerdo con las
        familias; el tribunal lo homologó y vigila su cumplimiento.</p>

        <h2>El Estado como garante</h2>

        <p>La idea central de la jurisprudencia interamericana cabe en una frase. Quien encierra a una
        persona se hace responsable de su vida, porque le ha quitado los medios de cuidarla por sí misma. De
        ahí se siguen obligaciones muy materiales: salidas de emergencia, llaves al alcance de quien vigila,
        instalaciones eléctricas revisadas, extintores y alguien que sepa usarlos.</p>

        <p>La Comisión Interamericana las había reunido en 2008 en sus <em>Principios y buenas
        prácticas</em> sobre las personas privadas de libertad. El texto pide que un juez controle la
        detención, que nadie sea alojado por encima de las plazas disponibles y que las autoridades prevean
        planes para incendios y motines.</p>

        <figure data-drawing="cells"><figcaption>Entre condenados y procesados, la ley exige una separación
        que los edificios rara vez permiten.</figcaption></figure>

        <h2>Las Reglas Mandela</h2>

        <p>En diciembre de 2015, la Asamblea General de la ONU aprobó una versión revisada de las reglas
        mínimas para el tratamiento de los reclusos y les dio el nombre de Nelson Mandela, que pasó 27 años
        en prisión. Son 122. No constituyen un tratado, pero los tribunales de la región las citan como
        medida de lo que es aceptable.</p>

        <p>Cuatro de ellas bastan para revisar una cárcel:</p>

        <ol>
        <li>la separación entre personas procesadas y condenadas, entre mujeres y hombres, y entre jóvenes y
        adultos;</li>
        <li>la prohibición del aislamiento indefinido y del que pasa de quince días seguidos;</li>
        <li>una atención médica del mismo nivel que la disponible fuera;</li>
        <li>un registro de cada ingreso, con la fecha, el motivo y la autoridad que lo ordenó.</li>
        </ol>

        <p>La última parece trámite y es la más útil. Sin un registro fiable no se sabe quién está detenido,
        por orden de quién ni desde cuándo, y tampoco, llegado el caso, quién ha muerto. En Comayagua la
        identificación de los cuerpos tomó semanas.</p>

        <h2>La prisión preventiva</h2>

        <p>En buena parte de América Latina, al menos una tercera parte de la población encarcelada espera
        juicio, y en algunos países son más de la mitad. La prisión preventiva está pensada como excepción,
        para cuando hay peligro de fuga o de que se altere la prueba. Cuando la ley la vuelve obligatoria
        para listas enteras de delitos, el juez deja de decidir y las cárceles se llenan con más rapidez de
        la que permite cualquier plan de obras.</p>

        <p>El hacinamiento también cambia quién manda. Donde un custodio cuida a cien personas, el reparto
        de camas, de comida y de visitas pasa a manos de los propios internos, y en la práctica a las del
        grupo mejor organizado. La historia de las pandillas de Centroamérica no se entiende sin ese
        reparto.</p>

        <h2>Lo que cambió en Honduras</h2>

        <p>En 2012, el Congreso hondureño aprobó la Ley del Sistema Penitenciario Nacional, que quitó los
        centros a la policía y creó un instituto civil para administrarlos. En los años siguientes se
        construyeron nuevas prisiones. En diciembre de 2019, un decreto de emergencia puso el instituto bajo
        intervención, con mandos militares y policiales al frente de los centros.</p>

        <p>Diez años después, la pregunta que dejó Comayagua puede hacerse en cualquier penal de la región y
        no requiere permiso para entrar. ¿Cuántas personas hay, para cuántas plazas, cuántas sin condena y
        quién tiene las llaves de noche? Un Estado que responde a las cuatro por escrito ha empezado a
        cumplir.</p>
        """,
        bylines=(("maravedi", "author"), ("quebracho", "editor")),
        countries=("HN",),
        topics=("prisons", "gangs", "impunity"),
        kicker="topic:prisons",
        tags=("Comayagua", "Reglas Mandela", "prisión preventiva"),
        published=noon(2022, 2, 14, 12, 0),
        lead_image="columns",
        picks=("cicig-legacy",),
    ),
    Story(
        key="jamaica-zones",
        language="en",
        kind="brief",
        section="briefs",
        headline="Jamaica declares its first special zone in Mount Salem",
        slug="jamaica-first-special-zone-mount-salem",
        dek="""
        A law of July lets soldiers and police hold a neighbourhood for sixty days. It also obliges the
        state to bring something else with them.
        """,
        body="""
        <p>Jamaica has put its new law on special operations to its first use. Since Friday, police and
        soldiers have controlled who enters and leaves Mount Salem, a settlement in the parish of St James,
        on the edge of Montego Bay.</p>

        <p>The law was passed in July. The prime minister may declare a zone, on the advice of the heads of
        the police and the army and with the National Security Council, for an area where crime threatens
        the rule of law. The first order lasts sixty days. Inside, the forces may impose cordons and a
        curfew for limited hours, and search people and houses without a warrant. Whoever is detained has to
        be brought before a justice of the peace without delay.</p>

        <p>What sets the law apart from earlier emergencies is its second half. Within days of a declaration
        a committee has to be formed for social intervention: rubbish collection, birth certificates, street
        lights, titles to land. Officers must be trained in human rights before they may serve in a zone,
        and wear cameras as far as the force has them.</p>

        <p>St James had the highest number of murders of any parish last year. The order can be renewed by
        Parliament. The committee’s reports, if they are published, will show which half of the law
        worked.</p>
        """,
        bylines=(("fenwater", "author"),),
        countries=("JM",),
        topics=("gangs", "emergency-powers", "police"),
        kicker="country:JM",
        tags=("Mount Salem", "Montego Bay", "zones of special operations"),
        published=noon(2017, 9, 4, 13, 30),
    ),
)
