"""Peace agreements and what they built."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="colombia-ten-years",
        language="en",
        kind="analysis",
        section="analysis",
        headline="Ten years of Colombia’s peace agreement: what can be counted, and what cannot",
        slug="colombia-peace-agreement-ten-years",
        dek="""
        The text signed on November 24, 2016 runs to more than 300 pages. Some of its promises ended with a
        signature on a list; others will outlive two more governments.
        """,
        body="""
        <p>Next Tuesday it will be ten years since the Colombian government and the Revolutionary Armed
        Forces of Colombia (FARC) signed their final agreement in the Teatro Colón in Bogotá. It was the
        second signature. A first version, signed in Cartagena in September 2016, had lost a plebiscite on
        October 2 by less than half a percentage point. The revised text went to Congress, which endorsed it
        within the week.</p>

        <p>The agreement has six points: rural reform, political participation, the end of the conflict,
        illicit drugs, victims, and the means to carry all of it out. A decade is long enough to ask which
        of them can be measured.</p>

        <blockquote class="pull-quote"><p>A decade is long enough to ask which of the promises can be measured.</p></blockquote>

        <h2>The quick part</h2>

        <p>The end of the conflict was the shortest chapter and the best documented. A mission of the United
        Nations received the guns: 8,994 of them, by its final count in September 2017. Some 13,000 people
        were accredited as former members. The party that followed from the guerrilla received ten seats in
        Congress for two terms, which ended in July of this year. From now on it has those that it wins.</p>

        <p>Sixteen further seats, reserved for the regions that suffered most, were promised for 2018 and
        filled for the first time in 2022.</p>

        <h2>Justice with a calendar</h2>

        <p>The Special Jurisdiction for Peace, JEP, opened in 2018. It offers sentences of five to eight
        years without prison to those who tell the truth and repair the harm, and up to twenty years of
        prison to those who do neither. It works by large cases and not by single files: kidnapping by the
        FARC is one, and the killing of civilians whom the army presented as fallen in combat is another.
        The court put the number of those victims between 2002 and 2008 at 6,402. Its first sentences came
        in September 2025, seven years after it opened.</p>

        <p>The Truth Commission, which was not a court, handed over its report in June 2022 and
        dissolved.</p>

        <figure data-drawing="ledger"><figcaption>The chapter on land asks for a survey of properties that
        the country had never finished.</figcaption></figure>

        <h2>The slow part</h2>

        <p>Rural reform was planned for fifteen years and is concentrated in 170 municipalities, about one
        in seven. The programme for replacing coca signed up some 99,000 families in 2017 and 2018. The
        agreement assumed that they would receive, in this order, food money, technical help and a project
        of their own; most received the first.</p>

        <p>Over the same decade the area under coca grew. The United Nations survey found 146,000 hectares
        in 2016 and 253,000 in 2023. To read that as the failure of a chapter, one would have to know what
        would have happened without it, and in which places the programme was in fact carried out.</p>

        <table>
        <thead><tr><th>Commitment</th><th>Planned</th><th>Documented</th></tr></thead>
        <tbody><tr><td>Laying down of arms</td><td>180 days</td><td>Completed in 2017</td></tr>
        <tr><td>Truth Commission</td><td>Three years</td><td>Report in June 2022</td></tr>
        <tr><td>Seats for the regions</td><td>2018</td><td>First filled in 2022</td></tr>
        <tr><td>Rural reform</td><td>Fifteen years</td><td>Due in 2031</td></tr></tbody>
        </table>

        <h2>Who counts</h2>

        <p>The agreement named its own auditor, which is rare. The Kroc Institute of the University of Notre
        Dame was asked to follow 578 commitments one by one, and the Security Council has heard a report
        every three months since 2017. Both have noted the same pattern: what depended on a single decision
        was done; what depended on many offices in far places was begun.</p>

        <p>What no table holds is the number of people who signed an agreement and were killed afterwards.
        The United Nations mission has verified the deaths of more than 400 former combatants. That figure
        belongs in any account of ten years, in the first column.</p>
        """,
        bylines=(("altamarea", "author"), ("quebracho", "author")),
        countries=("CO",),
        topics=("peace-agreements", "impunity", "drug-policy"),
        kicker="country:CO",
        tags=("FARC", "JEP", "rural reform"),
        published=noon(2026, 11, 18, 11, 0),
        lead_image="treaty",
        picks=("coca-2023", "cicig-legacy"),
    ),
    Story(
        key="colombia-ten-years",
        language="es",
        kind="analysis",
        section="analysis",
        headline="Diez años del acuerdo de paz de Colombia: lo que se puede contar y lo que no",
        slug="colombia-acuerdo-de-paz-diez-anos",
        dek="""
        El texto firmado el 24 de noviembre de 2016 tiene más de 300 páginas. Algunas promesas terminaron
        con una firma en una lista; otras durarán más que dos gobiernos.
        """,
        body="""
        <p>El martes se cumplen diez años de la firma del acuerdo final entre el Gobierno de Colombia y las
        Fuerzas Armadas Revolucionarias de Colombia (FARC) en el Teatro Colón de Bogotá. Fue la segunda
        firma. Una primera versión, suscrita en Cartagena en septiembre de 2016, había perdido el plebiscito
        del 2 de octubre por menos de medio punto porcentual. El texto revisado pasó al Congreso, que lo
        refrendó en la misma semana.</p>

        <p>El acuerdo tiene seis puntos: reforma rural, participación política, fin del conflicto, drogas
        ilícitas, víctimas y los medios para cumplir todo lo anterior. Una década alcanza para preguntar
        cuáles se dejan medir.</p>

        <blockquote class="pull-quote"><p>Una década alcanza para preguntar cuáles promesas se dejan medir.</p></blockquote>

        <h2>La parte rápida</h2>

        <p>El fin del conflicto fue el capítulo más corto y el mejor documentado. Una misión de las Naciones
        Unidas recibió las armas: 8994, según su conteo final de septiembre de 2017. Unas 13 000 personas
        fueron acreditadas como antiguos integrantes. El partido que surgió de la guerrilla recibió diez
        curules durante dos periodos, que terminaron en julio de este año. Desde ahora tendrá las que
        gane.</p>

        <p>Otras dieciséis curules, reservadas a las regiones más golpeadas, se prometieron para 2018 y se
        ocuparon por primera vez en 2022.</p>

        <h2>Justicia con calendario</h2>

        <p>La Jurisdicción Especial para la Paz, JEP, abrió en 2018. Ofrece sanciones de cinco a ocho años,
        sin cárcel, a quien diga la verdad y repare el daño, y hasta veinte años de prisión a quien no haga
        ni lo uno ni lo otro. Trabaja por grandes casos y no por expedientes sueltos: el secuestro cometido
        por las FARC es uno; otro, las muertes de civiles que el ejército presentó como bajas en combate. El
        tribunal fijó en 6402 el número de esas víctimas entre 2002 y 2008. Sus primeras sentencias
        llegaron en septiembre de 2025, siete años después de abrir sus puertas.</p>

        <p>La Comisión de la Verdad, que no era un tribunal, entregó su informe en junio de 2022 y se
        disolvió.</p>

        <figure data-drawing="ledger"><figcaption>El capítulo de tierras pide un catastro que el país nunca
        había terminado.</figcaption></figure>

        <h2>La parte lenta</h2>

        <p>La reforma rural se planeó a quince años y se concentra en 170 municipios, cerca de uno de cada
        siete. El programa de sustitución de la coca inscribió a unas 99 000 familias en 2017 y 2018. El
        acuerdo suponía que recibirían, en este orden, dinero para comida, asistencia técnica y un proyecto
        propio; la mayoría recibió lo primero.</p>

        <p>En la misma década creció el área sembrada. El censo de las Naciones Unidas halló 146 000
        hectáreas en 2016 y 253 000 en 2023. Para leer ahí el fracaso de un capítulo habría que saber qué
        habría ocurrido sin él y en qué lugares se aplicó de verdad.</p>

        <table>
        <thead><tr><th>Compromiso</th><th>Previsto</th><th>Documentado</th></tr></thead>
        <tbody><tr><td>Dejación de armas</td><td>180 días</td><td>Terminada en 2017</td></tr>
        <tr><td>Comisión de la Verdad</td><td>Tres años</td><td>Informe en junio de 2022</td></tr>
        <tr><td>Curules de las regiones</td><td>2018</td><td>Ocupadas desde 2022</td></tr>
        <tr><td>Reforma rural</td><td>Quince años</td><td>Vence en 2031</td></tr></tbody>
        </table>

        <h2>Quién cuenta</h2>

        <p>El acuerdo nombró a su propio auditor, cosa poco común. Al Instituto Kroc, de la Universidad de
        Notre Dame, se le pidió seguir 578 compromisos uno por uno, y el Consejo de Seguridad oye un informe
        cada tres meses desde 2017. Los dos advierten el mismo patrón: lo que dependía de una sola decisión
        se hizo; lo que dependía de muchas oficinas en lugares apartados se empezó.</p>

        <p>Lo que ningún cuadro recoge es cuántas personas firmaron un acuerdo y fueron asesinadas después.
        La misión de las Naciones Unidas ha verificado la muerte de más de 400 excombatientes. Esa cifra
        pertenece a cualquier balance de diez años, en la primera columna.</p>
        """,
        bylines=(("altamarea", "author"), ("quebracho", "author")),
        countries=("CO",),
        topics=("peace-agreements", "impunity", "drug-policy"),
        kicker="country:CO",
        tags=("FARC", "JEP", "reforma rural"),
        published=noon(2026, 11, 18, 12, 20),
        lead_image="treaty",
        picks=("guatemala-police", "cicig-legacy"),
    ),
    Story(
        key="guatemala-police",
        language="en",
        kind="brief",
        section="briefs",
        headline="Guatemala’s civil police came out of an accord that turns thirty",
        slug="guatemala-civil-police-accord-thirty-years",
        dek="""
        The text of September 19, 1996 parted internal security from defence. The constitution never came to
        say so.
        """,
        body="""
        <p>On September 19, 1996, in Mexico City, the government of Guatemala and the guerrillas of the URNG
        signed an agreement on the strengthening of civilian power and on the role of the army in a
        democratic society. Three months later a firm and lasting peace ended 36 years of war.</p>

        <p>The National Civil Police, PNC, goes back to that text. A law of 1997 created it, merged the old
        National Police and the Treasury Guard into one body and provided for an academy. The agreement also
        asked that recruitment and deployment should reflect the many peoples of the country.</p>

        <p>The other half was left undone. The agreement confined the army to the defence of sovereignty and
        territory, and for that the constitution had to change. A referendum in May 1999 rejected the
        reforms, with a turnout of less than 20 percent. Since then one government after another has called
        soldiers out on patrol by decree.</p>

        <p>Thirty years on, the question is that of 1996. It is not how many officers there are, but who
        trains them, who investigates them when they commit crimes, and who decides that soldiers are
        needed.</p>
        """,
        bylines=(("maravedi", "author"),),
        countries=("GT",),
        topics=("peace-agreements", "police"),
        kicker="topic:police",
        tags=("peace accords", "PNC", "army"),
        published=noon(2026, 9, 18, 11, 20),
        picks=("cicig-legacy",),
    ),
    Story(
        key="guatemala-police",
        language="es",
        kind="brief",
        section="briefs",
        headline="La policía civil de Guatemala nació de un acuerdo que cumple treinta años",
        slug="guatemala-policia-civil-treinta-anos-acuerdo",
        dek="""
        El texto del 19 de septiembre de 1996 separó la seguridad interior de la defensa. La Constitución,
        en cambio, no llegó a decirlo.
        """,
        body="""
        <p>El 19 de septiembre de 1996, en Ciudad de México, el Gobierno de Guatemala y la guerrilla de la
        URNG firmaron el acuerdo sobre fortalecimiento del poder civil y función del ejército en una
        sociedad democrática. Tres meses después, la paz firme y duradera puso fin a 36 años de guerra.</p>

        <p>De aquel texto salió la Policía Nacional Civil. Una ley de 1997 la creó, reunió en un solo cuerpo
        a la antigua Policía Nacional y a la Guardia de Hacienda y previó una academia. El acuerdo pedía
        además que la fuerza reflejara el carácter pluricultural del país en su reclutamiento y su
        despliegue.</p>

        <p>La otra mitad quedó pendiente. El acuerdo limitaba al ejército a la defensa de la soberanía y del
        territorio, lo que exigía reformar la Constitución. La consulta popular de mayo de 1999 rechazó las
        reformas, con una participación inferior al 20 %. Desde entonces, sucesivos gobiernos han llamado a
        los soldados a patrullar por decreto.</p>

        <p>Treinta años después, la pregunta es la misma que en 1996: no cuántos agentes hay, sino quién los
        forma, quién los investiga cuando delinquen y quién decide que hacen falta soldados.</p>
        """,
        bylines=(("maravedi", "author"),),
        countries=("GT",),
        topics=("peace-agreements", "police"),
        kicker="topic:police",
        tags=("acuerdos de paz", "PNC", "ejército"),
        published=noon(2026, 9, 18, 12, 5),
        picks=("cicig-legacy",),
    ),
)
