"""What states have signed."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="untoc-twenty",
        language="en",
        kind="analysis",
        section="explainers",
        headline="The Palermo Convention at twenty: what it obliges states to do",
        slug="palermo-convention-at-twenty",
        dek="""
        Nearly every country has joined the United Nations treaty against organised crime. A guide to its
        definitions, its three protocols and the review that has just begun.
        """,
        body="""
        <p>On December 12, 2000, governments began to sign the United Nations Convention against
        Transnational Organized Crime in Palermo, where the Mafia had murdered the judges who investigated
        it. Twenty years later it has about 190 parties, among them almost all the states of the Americas.
        It remains the only global treaty written against organised crime as such.</p>

        <p>The General Assembly adopted it on November 15, 2000, in resolution 55/25. It took effect on
        September 29, 2003, ninety days after the fortieth ratification. In this region Peru ratified in
        2002, Mexico, Guatemala and Honduras in 2003, and Brazil and El Salvador in 2004.</p>

        <h2>What counts as a group</h2>

        <p>The drafters avoided a list of crimes, which would have aged quickly. They defined the group and
        the gravity of its acts. An <em>organized criminal group</em> is a structured group of three or more
        people that exists for a period of time and acts in concert to commit serious crimes for financial
        or other material benefit. Article 2 sets the mark for the gravity:</p>

        <blockquote><p>“Serious crime” shall mean conduct constituting an offence punishable by a maximum
        deprivation of liberty of at least four years or a more serious penalty.</p></blockquote>

        <p>The threshold does much of the work. A state that wants to use the convention against a new
        business, such as the illegal timber trade, can bring it within reach by raising the maximum penalty
        to four years.</p>

        <h2>Four crimes and a network of requests</h2>

        <p>Parties must make four things criminal: taking part in an organised criminal group, laundering
        the proceeds of crime, corruption of public officials and obstruction of justice. They must also be
        able to hold companies liable, whether by criminal, civil or administrative law, and to confiscate
        proceeds.</p>

        <p>The greater part of the text is about cooperation. It can serve as the legal basis for
        extradition and for mutual legal assistance between countries that have no treaty of their own. It
        provides for joint investigations, protection of witnesses and the return of seized property. Each
        party names a central authority that receives the requests.</p>

        <figure data-drawing="borders"><figcaption>The convention applies when a crime crosses a border, in
        its planning, its execution or its effects.</figcaption></figure>

        <h2>Three protocols</h2>

        <p>A country must join the convention before it can join a protocol, and each protocol is joined
        separately.</p>

        <table>
        <thead><tr><th>Protocol</th><th>Adopted</th><th>In force</th></tr></thead>
        <tbody><tr><td>Trafficking in persons</td><td>November 2000</td><td>December 25, 2003</td></tr>
        <tr><td>Smuggling of migrants</td><td>November 2000</td><td>January 28, 2004</td></tr>
        <tr><td>Firearms</td><td>May 2001</td><td>July 3, 2005</td></tr>
        </tbody>
        </table>

        <p>The protocol on trafficking in persons is the most widely ratified and gave the world its first
        agreed definition of that crime. The firearms protocol has fewer parties; it asks states to mark
        weapons when they are made and imported, to keep records for ten years and to license exports.</p>

        <h2>Who checks</h2>

        <p>For two decades nobody did, at least not in a formal way. The Conference of the Parties, which
        meets in Vienna every two years, gathered questionnaires that many governments left unanswered. In
        2018 it adopted the rules of a review mechanism, and in October 2020 it launched the reviews. Each
        country is to be examined by two others, article by article, in a process planned to take several
        years.</p>

        <p>The compromise that made the mechanism possible also limits it. It is meant to be non-intrusive
        and not to rank countries. Full reports are published only if the state concerned agrees; summaries
        circulate among the parties. Organisations outside government may speak at certain meetings but have
        no seat in the reviews.</p>

        <h2>Reading a signature</h2>

        <p>Ratification tells us that a country has accepted duties. It does not tell us that its code
        contains the four offences, that its central authority answers letters or that judges know they may
        use the convention. Those are three separate questions, and for most countries of the region the
        answers have to be gathered from gazettes, court registers and annual reports. The review, if its
        results are published, would make that work lighter.</p>

        <p>The convention and its protocols can be read at the <a
        href="https://www.unodc.org/unodc/en/organized-crime/intro/UNTOC.html">United Nations Office on
        Drugs and Crime</a>, which serves as its secretariat.</p>
        """,
        bylines=(("oakhaven", "author"),),
        countries=("PE", "MX", "BR"),
        topics=("unodc", "treaties", "human-trafficking", "firearms"),
        kicker="topic:treaties",
        tags=("Palermo Convention", "United Nations", "extradition"),
        published=noon(2020, 12, 15, 12, 30),
        lead_image="treaty",
        picks=("trafficking-law", "cicig-legacy"),
    ),
    Story(
        key="untoc-twenty",
        language="es",
        kind="analysis",
        section="explainers",
        headline="La Convención de Palermo cumple veinte años: a qué obliga a los Estados",
        slug="convencion-de-palermo-veinte-anos",
        dek="""
        Casi todos los países son parte del tratado de la ONU contra la delincuencia organizada. Una guía de
        sus definiciones, sus tres protocolos y el examen que acaba de empezar.
        """,
        body="""
        <p>El 12 de diciembre de 2000 los gobiernos empezaron a firmar la Convención de las Naciones Unidas
        contra la Delincuencia Organizada Transnacional en Palermo, la ciudad donde la mafia había asesinado
        a los jueces que la investigaban. Veinte años después tiene cerca de 190 partes, entre ellas casi
        todos los Estados de las Américas. Sigue siendo el único tratado mundial escrito contra el crimen
        organizado como tal.</p>

        <p>La Asamblea General la aprobó el 15 de noviembre de 2000, en la resolución 55/25. Entró en vigor
        el 29 de septiembre de 2003, noventa días después de la cuadragésima ratificación. En esta región,
        Perú la ratificó en 2002; México, Guatemala y Honduras, en 2003; Brasil y El Salvador, en 2004.</p>

        <h2>Qué se entiende por grupo</h2>

        <p>Los redactores evitaron una lista de delitos, que habría envejecido pronto. Definieron el grupo y
        la gravedad de sus actos. Un <em>grupo delictivo organizado</em> es un grupo estructurado de tres o
        más personas que existe durante cierto tiempo y actúa de manera concertada para cometer delitos
        graves con el fin de obtener un beneficio económico u otro de orden material. El artículo 2 fija la
        medida de la gravedad:</p>

        <blockquote><p>Por “delito grave” se entenderá la conducta que constituya un delito punible con una
        privación de libertad máxima de al menos cuatro años o con una pena más grave.</p></blockquote>

        <p>De ese umbral depende mucho. El Estado que quiera aplicar la convención a un negocio nuevo, como
        el comercio ilegal de madera, puede ponerlo a su alcance con solo elevar la pena máxima a cuatro
        años.</p>

        <h2>Cuatro delitos y una red de solicitudes</h2>

        <p>Las partes deben tipificar cuatro conductas: la participación en un grupo delictivo organizado,
        el lavado del producto del delito, la corrupción de funcionarios y la obstrucción de la justicia.
        Deben poder, además, exigir responsabilidad a las empresas, sea por la vía penal, civil o
        administrativa, y decomisar el producto del delito.</p>

        <p>La mayor parte del texto trata de la cooperación. La convención puede servir de base jurídica
        para la extradición y para la asistencia judicial entre países que no tienen un tratado propio.
        Prevé investigaciones conjuntas, protección de testigos y devolución de bienes decomisados. Cada
        parte designa una autoridad central que recibe las solicitudes.</p>

        <figure data-drawing="borders"><figcaption>La convención se aplica cuando el delito cruza una
        frontera, en su preparación, su ejecución o sus efectos.</figcaption></figure>

        <h2>Tres protocolos</h2>

        <p>Para ser parte de un protocolo hay que serlo antes de la convención, y a cada uno se ingresa por
        separado.</p>

        <table>
        <thead><tr><th>Protocolo</th><th>Aprobación</th><th>En vigor</th></tr></thead>
        <tbody><tr><td>Trata de personas</td><td>Noviembre de 2000</td><td>25 de diciembre de 2003</td></tr>
        <tr><td>Tráfico ilícito de migrantes</td><td>Noviembre de 2000</td><td>28 de enero de 2004</td></tr>
        <tr><td>Armas de fuego</td><td>Mayo de 2001</td><td>3 de julio de 2005</td></tr>
        </tbody>
        </table>

        <p>El protocolo sobre la trata es el que más ratificaciones reúne y dio al mundo la primera
        definición acordada de ese delito. El de armas de fuego tiene menos partes; pide a los Estados que
        marquen las armas al fabricarlas y al importarlas, que conserven los registros durante diez años y
        que autoricen cada exportación.</p>

        <h2>Quién revisa</h2>

        <p>Durante casi dos décadas no lo hizo nadie, al menos de manera formal. La Conferencia de las
        Partes, que se reúne cada dos años en Viena, recogía cuestionarios que muchos gobiernos dejaban sin
        responder. En 2018 aprobó las reglas de un mecanismo de examen y en octubre de 2020 lo puso en
        marcha. A cada país lo examinarán otros dos, artículo por artículo, en un proceso previsto para
        varios años.</p>

        <p>El acuerdo que hizo posible el mecanismo también lo limita. No debe ser intrusivo ni clasificar a
        los países. Los informes completos se publican solo si el Estado interesado lo acepta; entre las
        partes circulan resúmenes. Las organizaciones de la sociedad civil pueden hablar en ciertas
        reuniones, pero no tienen asiento en los exámenes.</p>

        <h2>Leer una firma</h2>

        <p>La ratificación nos dice que un país aceptó deberes. No nos dice si su código contiene los cuatro
        delitos, si su autoridad central contesta las cartas ni si los jueces saben que pueden invocar la
        convención. Son tres preguntas distintas y, en la mayoría de los países de la región, las respuestas
        hay que reunirlas en diarios oficiales, registros judiciales y memorias anuales. El examen, si sus
        resultados se publican, aliviaría ese trabajo.</p>

        <p>La convención y sus protocolos pueden leerse en el sitio de la <a
        href="https://www.unodc.org/unodc/en/organized-crime/intro/UNTOC.html">Oficina de las Naciones
        Unidas contra la Droga y el Delito</a>, que le sirve de secretaría.</p>
        """,
        bylines=(("oakhaven", "author"), ("piedralba", "translator")),
        countries=("PE", "MX", "BR"),
        topics=("unodc", "treaties", "human-trafficking", "firearms"),
        kicker="topic:treaties",
        tags=("Convención de Palermo", "Naciones Unidas", "extradición"),
        published=noon(2020, 12, 15, 13, 30),
        lead_image="treaty",
        picks=("cicig-legacy",),
    ),
    Story(
        key="trafficking-law",
        language="en",
        kind="analysis",
        section="explainers",
        headline="Trafficking is not smuggling: two protocols and why courts confuse them",
        slug="trafficking-is-not-smuggling",
        dek="""
        One crime is committed against a person, the other against a border. The laws of six countries keep
        them apart on paper; the difference decides who is protected.
        """,
        body="""
        <p>A woman pays a guide to cross a river. On the other side somebody takes her papers, says that the
        price has gone up and puts her to work to settle the debt. Up to the riverbank the law sees one
        crime; after it, another. July 30, the World Day against Trafficking in Persons, is an occasion to
        recall where the line runs.</p>

        <h2>Two texts from the same day</h2>

        <p>Both crimes were defined by protocols to the Palermo Convention, adopted by the General Assembly
        of the United Nations on November 15, 2000. They share a birthday and a mother treaty. In substance
        they have little in common.</p>

        <table>
        <thead><tr><th>Element</th><th>Trafficking in persons</th><th>Smuggling of migrants</th></tr></thead>
        <tbody><tr><td>Purpose</td><td>Exploitation</td><td>Financial or other material benefit</td></tr>
        <tr><td>Border</td><td>Not required</td><td>Required: illegal entry into a state</td></tr>
        <tr><td>Consent</td><td>Irrelevant if obtained by force, fraud or abuse; always irrelevant for
        children</td><td>Normally present</td></tr>
        <tr><td>Harmed</td><td>The person</td><td>The state, and often the person too</td></tr>
        </tbody>
        </table>

        <h2>Act, means, purpose</h2>

        <p>Trafficking has three elements. There is an <em>act</em>: recruiting, transporting, transferring,
        harbouring or receiving somebody. There is a <em>means</em>: threat, force, abduction, fraud,
        deception, abuse of power or of a position of vulnerability, or payment to somebody who has control
        over another. And there is a <em>purpose</em>: exploitation, which includes at the least sexual
        exploitation, forced labour, slavery and similar practices, servitude and the removal of organs.</p>

        <p>If the person is under eighteen, no means need be shown. The recruitment of a child for
        exploitation is trafficking even if nobody lied or threatened.</p>

        <p>Nothing in the definition speaks of a border. A person can be trafficked from one street to the
        next, and movement itself is only one of the five acts.</p>

        <h2>The people who are carried</h2>

        <p>The protocol on smuggling is aimed at those who earn from the crossing. Its fifth article says
        that migrants shall not become liable to prosecution under it for having been smuggled. States may
        still apply their own migration law, and they do. A victim of trafficking, by contrast, is to be
        offered protection of identity, information about proceedings and, where possible, help with
        housing, medical care and work, and states are asked to consider letting her stay.</p>

        <p>So the label chosen in the first hours has consequences. Called smuggled, a person is likely to
        be returned within days, and the only witness goes with her. Called trafficked, she may remain long
        enough to decide whether to speak.</p>

        <h2>Six laws</h2>

        <p>Countries of the region wrote the definition into national law over some fifteen years:</p>

        <ul>
        <li>Colombia, Law 985 of 2005;</li>
        <li>Peru, Law 28950 of 2007;</li>
        <li>Guatemala, Decree 9-2009, which also created a secretariat against sexual violence, exploitation
        and trafficking;</li>
        <li>Honduras, Decree 59-2012, with an inter-agency commission;</li>
        <li>Mexico, a general law of June 2012 that binds the federation and the states;</li>
        <li>El Salvador, a special law of 2014.</li>
        </ul>

        <p>They differ in detail. Some require proof of means, as the protocol does for adults; others treat
        means as an aggravating circumstance, which makes conviction easier and the crime wider. Comparing
        the number of cases between two countries without reading both definitions is therefore unsafe.</p>

        <h2>Why the confusion lasts</h2>

        <p>Part of it lies in language. In Spanish <em>trata</em> and <em>tráfico</em> stand for the two
        crimes, and in English <em>trafficking</em> is the equivalent of <em>trata</em>, the word it
        resembles less. Reports translated in haste exchange them. Part of it is evidence: a crossing leaves
        witnesses and vehicles, while deception is proved by what somebody was told in private. And part is
        politics, since announcing an operation against traffickers sounds better than announcing one
        against guides.</p>

        <p>A reader can apply the test in one sentence. If the harm would remain with the border taken away,
        the case is trafficking.</p>
        """,
        bylines=(("oakhaven", "author"), ("piedralba", "contributor")),
        countries=("GT", "HN", "SV", "MX", "CO", "PE"),
        topics=("human-trafficking", "migration", "treaties", "unodc"),
        kicker="topic:human-trafficking",
        tags=("Palermo Convention", "migration", "victims’ rights"),
        published=noon(2025, 7, 30, 11, 30),
        picks=("untoc-twenty",),
    ),
)
