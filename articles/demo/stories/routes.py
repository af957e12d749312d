"""Ports, bridges and the police forces along the way."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="ameripol",
        language="en",
        kind="profile",
        section="profiles",
        headline="Ameripol: a police community that became a treaty",
        slug="ameripol-police-community-treaty",
        dek="""
        For sixteen years the police forces of the Americas worked together without a paper that bound their
        states. Since 2023 there is one.
        """,
        body="""
        <p>Interpol has a constitution, Europol a regulation. The Police Community of the Americas, Ameripol,
        had for most of its life neither: it was founded on November 14, 2007 in Bogotá by the chiefs of
        police themselves, with statutes of their own, and its secretariat was lent by the Colombian
        National Police.</p>

        <h2>What it is for</h2>

        <p>The members are police forces and, as observers, agencies from outside the region. Each keeps a
        national unit that receives and answers requests. A request may ask for a criminal record, the owner
        of a telephone, the route of a truck or the name behind a photograph. Officers also meet in working
        groups on single trades: stolen vehicles, wildlife, cocaine, trafficking in persons.</p>

        <p>Much of this exists elsewhere. Interpol offers notices and databases to the whole world, and
        neighbours have agreements with one another. What a regional body can add is speed in the ordinary
        case, in two languages, between people who have trained together.</p>

        <h2>Why a treaty</h2>

        <p>An arrangement between chiefs lasts as long as the chiefs do. It cannot own property, sign a
        contract or sue, and, above all, it cannot say by what law an officer in one country may read a file
        from another. Data protection was the practical obstacle: European agencies that financed the
        exchange of information could not share personal data with a body that did not exist in law.</p>

        <p>On November 9, 2023 the representatives of thirteen states signed a constitutive treaty in
        Brasília. It makes Ameripol an international organisation with legal personality and sets out its
        bodies: a council of the members, a presidency that rotates and an executive secretariat.</p>

        <figure data-drawing="borders"><figcaption>A car stolen on one side is sold on the other within
        hours; a formal request takes weeks.</figcaption></figure>

        <h2>What it is not</h2>

        <p>Ameripol has no officers of its own on the street, makes no arrests and cannot order anybody to
        answer. Nor is it part of the Organization of American States, which has its own meetings of
        ministers of security. What a national force does with an answer is governed by the law of its
        country, and a judge there decides whether it may be used as evidence.</p>

        <h2>What to ask of it</h2>

        <p>Three documents would show what the organisation is worth: an annual report with the number of
        requests and the time that they took; the rules on personal data, with the office to which a citizen
        can complain; and the budget, with the names of those who pay. A police body that works across
        borders is easy to found and hard to oversee, because each parliament sees only its own part.</p>
        """,
        bylines=(("maravedi", "author"), ("fenwater", "contributor")),
        countries=("CO", "BR", "EC", "AR", "PY"),
        topics=("ameripol", "police", "regional-security"),
        kicker="topic:ameripol",
        tags=("Interpol", "Brasília", "data protection"),
        published=noon(2026, 11, 5, 12, 0),
        lead_image="columns",
        picks=("untoc-twenty",),
    ),
    Story(
        key="container-papers",
        language="en",
        kind="interview",
        section="interviews",
        headline="“A container is a box with seven papers”: our reporter on reading a port",
        slug="container-box-with-seven-papers",
        dek="""
        Renata Piedralba has spent years with bills of lading. Joaquín Maravedí asked her what an outsider
        can learn from them, and what not.
        """,
        body="""
        <p><strong>You say that one should begin with the paper and not with the crane. Why?</strong></p>

        <p>Because the crane cannot see into the box, and neither can you. A large terminal handles
        thousands of containers a day and opens a few in every hundred. The rest leave because their papers
        fit together. Whoever wants to understand a port has to understand what fits together with what.</p>

        <p><strong>Which papers are these?</strong></p>

        <p>The number depends on the goods. Usually there is a commercial invoice, a packing list, the bill
        of lading, an export declaration, a certificate of origin, often one on plant health, and the weight
        of the full container. The weight is the newest: since July 2016 an international rule for safety at
        sea, SOLAS, says that no box is loaded unless somebody has declared what it weighs.</p>

        <p><strong>And where does crime come in?</strong></p>

        <p>Police and customs describe two ways. Either the exporter takes part, and the papers are false
        from the start; or he does not, and somebody opens an honest box between the farm and the ship, puts
        a bag behind the door and closes it with a copied seal. The second needs people inside the terminal
        and knowledge of the exact position. It leaves the papers as they were, which is the reason for its
        success.</p>

        <figure data-drawing="port"><figcaption>The position of a box in the stack is worth money to whoever
        wants to open it.</figcaption></figure>

        <p><strong>Why bananas, always?</strong></p>

        <p>Ecuador is the largest exporter of bananas in the world; Costa Rica and Colombia export a great
        many too. It is fruit that travels cold, every week, to the same European ports, and nobody may keep
        it waiting. The trade did not invite cocaine. It offers what any smuggler looks for: volume, rhythm
        and haste.</p>

        <p><strong>Scanners are the usual answer.</strong></p>

        <p>They help where somebody looks at the picture. A scanner makes an image; a person has to know what
        a cold container of bananas looks like inside. I would ask a government for the number of trained
        analysts on a shift before I asked for the price of the machine.</p>

        <p><strong>What can a reader check alone?</strong></p>

        <p>More than one thinks. Trade statistics are public: if one country says that it exported a hundred
        tonnes to another, the other should have imported about as much. The movements of ships are public.
        In several countries company registers are, too. What you will not find is guilt. A difference
        between two tables is a question, and it usually has a dull answer.</p>

        <p><strong>How often is it dull?</strong></p>

        <p>Nearly always: a typing error, a different code, a ship that called at another port first. That is
        why we do not print names on the strength of a table.</p>
        """,
        bylines=(("maravedi", "author"), ("altamarea", "editor")),
        countries=("EC", "CR", "CO", "BR"),
        topics=("ports", "drug-policy"),
        kicker="topic:ports",
        tags=("containers", "customs", "bananas"),
        published=noon(2026, 11, 13, 11, 30),
        lead_image="ledger",
        picks=("cites-permit", "homicide-rates"),
    ),
    Story(
        key="three-borders",
        language="en",
        kind="brief",
        section="briefs",
        headline="Three countries, two rivers, one command: thirty years of policing the Triple Frontier",
        slug="triple-frontier-thirty-years-tripartite-command",
        dek="""
        In 1996 Argentina, Brazil and Paraguay agreed to watch together over the place where they meet. Police
        records cross the rivers easily; evidence takes another road.
        """,
        body="""
        <p>Where the Iguazú flows into the Paraná, three towns face one another: Puerto Iguazú, Foz do
        Iguaçu and Ciudad del Este. In 1996 the ministers of Argentina, Brazil and Paraguay agreed to
        coordinate their police there, in what is known as the Tripartite Command of the Triple
        Frontier.</p>

        <p>The setting was Mercosur, created five years earlier by the Treaty of Asunción. A market that
        wants fewer formalities at the border has to know more about what crosses it. Tens of thousands of
        people use the Friendship Bridge between Paraguay and Brazil every day, most of them on foot, on
        motorcycles or by bus, with lawful purchases inside an allowance that few measure.</p>

        <p>The command has no officers of its own. It meets in each country by turns, exchanges records of
        vehicles and people and organises operations at the same hour on every side. What a prosecutor can
        use as evidence takes another road, that of legal assistance, which Mercosur laid down in a protocol
        signed in San Luis in 1996.</p>

        <p>Smuggled cigarettes show the problem. Their price depends on three different taxes on the same
        packet. While the difference lasts, no command will close it with patrols; it is closed in three
        parliaments.</p>
        """,
        bylines=(("fenwater", "author"),),
        countries=("AR", "BR", "PY"),
        topics=("regional-security", "police", "ports"),
        kicker="topic:regional-security",
        tags=("Triple Frontier", "Mercosur", "smuggling"),
        published=noon(2026, 11, 16, 11, 30),
        picks=("ameripol", "brazil-states"),
    ),
    Story(
        key="three-borders",
        language="es",
        kind="brief",
        section="briefs",
        headline="Tres países, dos ríos y un comando: treinta años de policía en la Triple Frontera",
        slug="triple-frontera-treinta-anos-comando-tripartito",
        dek="""
        Argentina, Brasil y Paraguay acordaron en 1996 vigilar juntos el lugar donde se tocan. Las fichas
        policiales cruzan los ríos; la prueba sigue otro camino.
        """,
        body="""
        <p>Donde el Iguazú desemboca en el Paraná se encuentran Puerto Iguazú, Foz do Iguaçu y Ciudad del
        Este. En 1996, los ministros de Argentina, Brasil y Paraguay acordaron coordinar a sus policías en
        ese punto, en lo que se conoce como Comando Tripartito de la Triple Frontera.</p>

        <p>El contexto era el Mercosur, creado cinco años antes por el Tratado de Asunción. Un mercado que
        quiere menos trámites en la frontera necesita saber más de lo que la cruza. Por el Puente de la
        Amistad, entre Paraguay y Brasil, pasan cada día decenas de miles de personas, la mayoría a pie, en
        moto o en autobús, con compras legales dentro de un cupo que pocos miden.</p>

        <p>El comando no tiene agentes propios. Se reúne, por turnos, en cada país; intercambia fichas de
        vehículos y de personas y organiza operativos simultáneos. Lo que un fiscal puede usar como prueba
        sigue otro camino, el de la asistencia judicial, que el Mercosur regula en un protocolo de 1996
        firmado en San Luis.</p>

        <p>El contrabando de cigarrillos muestra el problema. Su precio depende de tres impuestos distintos
        sobre el mismo paquete. Mientras la diferencia exista, ningún comando la cerrará con patrullas; se
        cierra en los tres congresos.</p>
        """,
        bylines=(("fenwater", "author"), ("quebracho", "translator")),
        countries=("AR", "BR", "PY"),
        topics=("regional-security", "police", "ports"),
        kicker="topic:regional-security",
        tags=("Triple Frontera", "Mercosur", "contrabando"),
        published=noon(2026, 11, 16, 12, 15),
        picks=("brazil-states",),
    ),
)
