"""Summits of the hemisphere and of the isthmus."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="oas-2011",
        language="en",
        kind="brief",
        section="briefs",
        headline="OAS renews its pledge against crime and leaves the plan for later",
        slug="oas-reaffirms-commitment-to-fight-crime",
        dek="""
        The 41st OAS General Assembly spent three days in El Salvador on citizen security. Its concrete
        results were few.
        """,
        body="""
        <p>The General Assembly of the Organization of American States (OAS) closed in El Salvador on
        Tuesday after three days of debate on organised crime. Delegates had a regional plan of action on
        the table; few concrete results came out of the room.</p>

        <p>It was the organisation’s 41st assembly, and its theme was “Citizen security in the Americas”.
        Secretary General José Miguel Insulza hoped to see a statement before the close that would sketch a
        possible plan for the security of Central America, the Spanish news agency EFE reported.</p>

        <p>The pressure for a common strategy comes from the isthmus itself. Drug trafficking has grown in
        El Salvador, Guatemala and Honduras, and so has the number of murders. Washington has put 165
        million dollars into the region under the Central America Regional Security Initiative (CARSI), and
        several governments have talked of looking for donors beyond the United States.</p>

        <p>Money is only half of the argument. Governments want training and equipment for their police;
        they are also discussing how closely their forces should work together. Guatemala’s president,
        Álvaro Colom, has proposed a cross-border force that would carry out anti-drug operations on either
        side of the region’s frontiers.</p>

        <p>The next date is close. On June 22 and 23 Guatemala hosts a conference on a security strategy for
        Central America, and the OAS will have a seat at it.</p>
        """,
        bylines=(("fenwater", "author"),),
        countries=("SV", "GT", "HN"),
        topics=("oas", "regional-security", "drug-policy"),
        kicker="topic:regional-security",
        tags=("OAS", "CARSI", "San Salvador summit"),
        published=noon(2011, 6, 8, 14, 20),
        lead_image="assembly",
        picks=("sica-2011",),
    ),
    Story(
        key="oas-2011",
        language="es",
        kind="brief",
        section="briefs",
        headline="La OEA renueva su compromiso contra el crimen y deja el plan para después",
        slug="oea-reafirma-compromiso-contra-el-crimen",
        dek="""
        La 41.ª Asamblea General dedicó tres días en El Salvador a la seguridad ciudadana. Los resultados
        concretos fueron pocos.
        """,
        body="""
        <p>La Asamblea General de la Organización de los Estados Americanos (OEA) concluyó el martes en El
        Salvador, después de tres días de debate sobre el crimen organizado. Las delegaciones tenían sobre
        la mesa un plan de acción regional; de la sala salieron pocos resultados concretos.</p>

        <p>Fue el 41.º período ordinario de sesiones de la organización y su lema fue “Seguridad ciudadana
        en las Américas”. El secretario general, José Miguel Insulza, esperaba que antes de la clausura se
        difundiera una declaración con las líneas de un posible plan de seguridad para Centroamérica, según
        informó la agencia EFE.</p>

        <p>La urgencia de una estrategia común nace en el propio istmo. En El Salvador, Guatemala y Honduras
        ha crecido el narcotráfico y también el número de homicidios. Washington ha destinado 165 millones
        de dólares a la región mediante la Iniciativa Regional de Seguridad para América Central (CARSI, por
        sus siglas en inglés), y varios gobiernos han hablado de buscar donantes más allá de Estados
        Unidos.</p>

        <p>El dinero es solo la mitad de la discusión. Los gobiernos piden capacitación y equipo para sus
        policías, y discuten además qué tan de cerca deben trabajar sus fuerzas. El presidente de Guatemala,
        Álvaro Colom, ha propuesto una fuerza transfronteriza que realice operativos antidrogas a ambos
        lados de las fronteras de la región.</p>

        <p>La próxima cita está cerca. El 22 y el 23 de junio, Guatemala será sede de una conferencia sobre
        la estrategia de seguridad de Centroamérica, en la que la OEA tendrá un asiento.</p>
        """,
        bylines=(("fenwater", "author"), ("altamarea", "translator")),
        countries=("SV", "GT", "HN"),
        topics=("oas", "regional-security", "drug-policy"),
        kicker="topic:regional-security",
        tags=("OEA", "CARSI", "cumbre de San Salvador"),
        published=noon(2011, 6, 8, 15, 5),
        lead_image="assembly",
        picks=("sica-2011",),
    ),
    Story(
        key="sica-2011",
        language="en",
        kind="news",
        section="news",
        headline="Central America brings donors one security plan with four parts",
        slug="central-america-security-strategy-conference",
        dek="""
        At a two-day conference in Guatemala City, seven governments presented themselves as a single
        client. The test will be whether the money can be followed.
        """,
        body="""
        <p>Central American leaders ended a two-day conference in Guatemala City on Thursday with something
        the region had lacked: one security strategy, agreed by every government of the isthmus and
        presented to donors as a single portfolio.</p>

        <p>The meeting of June 22 and 23 was called by the Central American Integration System (SICA), which
        joins Belize, Costa Rica, El Salvador, Guatemala, Honduras, Nicaragua and Panama. The presidents of
        Colombia and Mexico, Juan Manuel Santos and Felipe Calderón, came too, and so did the United States
        secretary of state, Hillary Clinton. The OAS, the United Nations, the World Bank and the
        Inter-American Development Bank took part.</p>

        <h2>What the strategy contains</h2>

        <p>The document divides the work into four components:</p>

        <ul>
        <li>combating crime, which covers borders, drugs, firearms, gangs and laundering;</li>
        <li>preventing violence, above all among young people and against women;</li>
        <li>rehabilitation, reintegration and prison security;</li>
        <li>strengthening the institutions that have to carry all of this out.</li>
        </ul>

        <p>Under these headings the governments listed the projects for which they want outside support. The
        list is meant to prevent a familiar outcome, in which each ministry negotiates its own patrol boats,
        radios or courses and the purchases do not fit together.</p>

        <p>A shared plan also changes who can be asked for results. With seven plans, nobody was answerable
        for the region.</p>

        <h2>Money, old and new</h2>

        <p>Clinton told the conference that American support for citizen security in Central America would
        come to almost 300 million dollars this year. Such figures need care. Announcements by donors often
        mix grants with loans, and fresh commitments with funds approved in earlier years, so that the
        totals quoted at the podium cannot simply be added up.</p>

        <p>The governments face a question of their own. Taxes in much of the isthmus are low compared with
        the rest of Latin America, and police, prosecutors and prisons depend on them for salaries long
        after a project closes. Loans for security have to be approved by legislatures and repaid.</p>

        <h2>From the OAS to SICA</h2>

        <p>Two weeks earlier the General Assembly of the OAS had met in El Salvador under the theme of
        citizen security and parted with little beyond a declaration. The Guatemala meeting was where the
        region’s own plan was due. The two bodies have different strengths: the OAS brings the whole
        hemisphere to the table, while SICA is small enough to hold a list of projects and a secretariat, in
        San Salvador, to look after it.</p>

        <p>What neither body has is a force. A proposal by President Álvaro Colom of Guatemala for joint
        operations across borders would need each state to accept foreign officers on its territory, or at
        least a rule on pursuit and arrest. The strategy speaks of cooperation between police and
        prosecutors, of shared information and of common procedures at the borders. It leaves command where
        it is, in seven capitals.</p>

        <h2>How to tell whether it works</h2>

        <p>Three things can be checked in the coming months without waiting for crime statistics. The first
        is whether the projects receive a budget line and a responsible office in each country. The second
        is whether the donors report their spending against the same list. The third is whether prevention
        and rehabilitation, two of the four components, get a share of the money that resembles their share
        of the text.</p>

        <p>The governments of SICA say that the problem is regional. The follow-up will show whether the
        accounts are regional as well.</p>
        """,
        bylines=(("altamarea", "author"), ("fenwater", "contributor")),
        countries=("GT", "SV", "HN", "NI"),
        topics=("sica", "regional-security", "oas"),
        kicker="country:GT",
        tags=("SICA", "CARSI", "foreign aid"),
        published=noon(2011, 6, 24, 13, 5),
        lead_image="borders",
        picks=("oas-2011",),
    ),
    Story(
        key="sica-2011",
        language="es",
        kind="news",
        section="news",
        headline="Centroamérica lleva a los donantes un solo plan de seguridad, en cuatro partes",
        slug="conferencia-estrategia-seguridad-centroamerica",
        dek="""
        En dos días de reunión en la Ciudad de Guatemala, siete gobiernos se presentaron como un solo
        interlocutor. La prueba será si se puede seguir el rastro del dinero.
        """,
        body="""
        <p>Los gobernantes centroamericanos cerraron el jueves, en la Ciudad de Guatemala, una conferencia
        de dos días con algo que la región no tenía: una sola estrategia de seguridad, acordada por todos
        los gobiernos del istmo y presentada a los donantes como una única cartera de proyectos.</p>

        <p>La reunión del 22 y el 23 de junio fue convocada por el Sistema de la Integración Centroamericana
        (SICA), del que forman parte Belice, Costa Rica, El Salvador, Guatemala, Honduras, Nicaragua y
        Panamá. Asistieron también los presidentes de Colombia, Juan Manuel Santos, y de México, Felipe
        Calderón, y la secretaria de Estado de Estados Unidos, Hillary Clinton, además de la OEA, las
        Naciones Unidas, el Banco Mundial y el Banco Interamericano de Desarrollo.</p>

        <h2>Qué contiene la estrategia</h2>

        <p>El documento reparte el trabajo en cuatro componentes:</p>

        <ul>
        <li>el combate al delito, que abarca fronteras, drogas, armas, pandillas y lavado;</li>
        <li>la prevención de la violencia, sobre todo la que afecta a jóvenes y mujeres;</li>
        <li>la rehabilitación, la reinserción y la seguridad penitenciaria;</li>
        <li>el fortalecimiento de las instituciones que deben llevar todo lo anterior a la práctica.</li>
        </ul>

        <p>Bajo esos títulos, los gobiernos enumeraron los proyectos para los que buscan apoyo externo. La
        lista pretende evitar un resultado conocido: que cada ministerio negocie por su cuenta sus lanchas,
        sus radios o sus cursos, y que las compras no encajen entre sí.</p>

        <p>Un plan común cambia, además, a quién se le pueden pedir resultados. Con siete planes, nadie
        respondía por la región.</p>

        <h2>Dinero nuevo y dinero viejo</h2>

        <p>Clinton anunció que el apoyo de su país a la seguridad ciudadana en Centroamérica llegará este
        año a casi 300 millones de dólares. Esas cifras piden cautela. Los anuncios de los donantes suelen
        mezclar donaciones con préstamos y compromisos recientes con fondos ya aprobados, de modo que los
        totales que se oyen en la tribuna no se pueden sumar sin más.</p>

        <p>Los gobiernos tienen su propia tarea. En buena parte del istmo la carga tributaria es baja para
        América Latina, y de ella dependen los salarios de policías, fiscales y custodios mucho después de
        que termina un proyecto. Los préstamos para seguridad tienen que ser aprobados por los congresos, y
        hay que pagarlos.</p>

        <h2>De la OEA al SICA</h2>

        <p>Dos semanas antes, la Asamblea General de la OEA se había reunido en El Salvador con la seguridad
        ciudadana como tema y se había despedido con poco más que una declaración. En Guatemala tocaba
        presentar el plan de la propia región. Los dos organismos tienen virtudes distintas: la OEA sienta a
        la mesa a todo el hemisferio; el SICA es lo bastante pequeño como para administrar una lista de
        proyectos, con una secretaría en San Salvador que la cuide.</p>

        <p>Lo que ninguno tiene es una fuerza. La propuesta del presidente de Guatemala, Álvaro Colom, de
        realizar operaciones conjuntas a través de las fronteras exigiría que cada Estado aceptara agentes
        extranjeros en su territorio o, cuando menos, una regla sobre persecución y captura. La estrategia
        habla de cooperación entre policías y fiscalías, de intercambio de información y de procedimientos
        comunes en las aduanas. El mando se queda donde está, en siete capitales.</p>

        <h2>Cómo saber si funciona</h2>

        <p>En los próximos meses hay tres cosas que se pueden comprobar sin esperar las estadísticas del
        delito. La primera es si los proyectos reciben una partida presupuestaria y una oficina responsable
        en cada país. La segunda, si los donantes informan de su gasto con arreglo a la misma lista. La
        tercera, si la prevención y la rehabilitación, dos de los cuatro componentes, obtienen una parte del
        dinero parecida a la que ocupan en el texto.</p>

        <p>Los gobiernos del SICA sostienen que el problema es regional. Lo que siga mostrará si las cuentas
        también lo son.</p>
        """,
        bylines=(("altamarea", "author"), ("fenwater", "contributor")),
        countries=("GT", "SV", "HN", "NI"),
        topics=("sica", "regional-security", "oas"),
        kicker="country:GT",
        tags=("SICA", "CARSI", "cooperación internacional"),
        published=noon(2011, 6, 24, 14, 30),
        lead_image="borders",
        picks=("oas-2011",),
    ),
)
