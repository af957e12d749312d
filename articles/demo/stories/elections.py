"""Votes that decide who leads the police, and votes on security itself."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="brazil-states",
        language="en",
        kind="news",
        section="news",
        headline="Brazil elects 27 governors, and with them the command of its police",
        slug="brazil-elects-governors-police-command",
        dek="""
        The presidency takes the headlines on October 4. Most officers, detectives and prison guards in the
        country will answer to somebody else on the same ballot.
        """,
        body="""
        <p>Brazilians vote on Sunday for a president, the whole Chamber of Deputies, two thirds of the
        Senate, the state assemblies and 27 governors. For anyone who follows public security, the last of
        these may be the line on the ballot that matters most.</p>

        <p>Article 144 of the constitution of 1988 divides the work. The federal police investigate crimes
        against the Union, drug trafficking and offences that reach beyond one state; a separate federal
        force patrols the highways. The military police, who patrol the streets in uniform, and the civil
        police, who investigate, belong to the states and the Federal District, and they are “subordinate”
        to the governors. An amendment of 2019 added the officers who guard the prisons.</p>

        <h2>Two votes, one problem</h2>

        <p>The arrangement leaves a gap that every government has tried to close in its own way. Criminal
        organisations that began in the prisons of one state now work in several, while the officers who
        know them are paid, promoted and equipped by 27 separate treasuries.</p>

        <p>A law of 2018 created a unified system of public security, known as SUSP, which asks the forces
        to share data and plans and ties federal money to their doing so. In April 2025 the federal
        government sent Congress a constitutional amendment that would write the system into the
        constitution. Several governors objected that it took power from the states. The argument is an old
        one: whether coordination is possible without command.</p>

        <figure data-drawing="streets"><figcaption>Who patrols the avenue is decided in the state
        capital.</figcaption></figure>

        <h2>What to read in a programme</h2>

        <p>Candidates have to file their programmes with the electoral courts, which publish them. Three
        questions can be put to any of them. Does it say how much of the budget goes to investigation, and
        not to patrol alone? Does it say who publishes the number of people killed by the police, and how
        often? Does it name the prisons, where the state is responsible for every hour of the day?</p>

        <p>Where no candidate for governor passes half of the valid votes, the two leaders meet again on
        October 25. The winners take office in the first days of January, with the keys to the barracks.</p>
        """,
        bylines=(("quebracho", "author"), ("altamarea", "data")),
        countries=("BR",),
        topics=("elections", "police", "prisons"),
        kicker="country:BR",
        tags=("Brazil elections 2026", "military police", "SUSP"),
        published=noon(2026, 10, 1, 11, 10),
        lead_image="ballots",
        picks=("ecuador-referendum", "mexico-judges"),
    ),
    Story(
        key="brazil-states",
        language="es",
        kind="news",
        section="news",
        headline="Brasil elige 27 gobernadores y, con ellos, el mando de su policía",
        slug="brasil-elige-gobernadores-mando-policial",
        dek="""
        La presidencia se lleva los titulares del 4 de octubre. Casi todos los agentes, detectives y
        custodios del país dependerán de otra casilla de la misma votación.
        """,
        body="""
        <p>Los brasileños eligen el domingo presidente, la Cámara de Diputados completa, dos tercios del
        Senado, las asambleas de los estados y 27 gobernadores. Para quien sigue la seguridad pública, esta
        última casilla puede ser la más importante.</p>

        <p>El artículo 144 de la Constitución de 1988 reparte el trabajo. La policía federal investiga los
        delitos contra la Unión, el narcotráfico y los hechos que rebasan un estado; otra fuerza federal
        vigila las carreteras. La policía militar, que patrulla uniformada, y la civil, que investiga,
        pertenecen a los estados y al Distrito Federal y están “subordinadas” a los gobernadores. Una
        enmienda de 2019 agregó a los agentes que custodian las cárceles.</p>

        <h2>Dos votos, un problema</h2>

        <p>El reparto deja un vacío que cada gobierno ha querido llenar a su manera. Organizaciones
        criminales nacidas en las cárceles de un estado trabajan hoy en varios, mientras que a los policías
        que las conocen los pagan, ascienden y equipan 27 tesorerías distintas.</p>

        <p>Una ley de 2018 creó el sistema único de seguridad pública, conocido como SUSP, que pide a las
        fuerzas compartir datos y planes y condiciona a ello recursos federales. En abril de 2025 el
        Gobierno federal envió al Congreso una enmienda para darle rango constitucional. Varios gobernadores
        objetaron que restaba poder a los estados. La discusión es vieja: si se puede coordinar sin
        mandar.</p>

        <figure data-drawing="streets"><figcaption>Quién patrulla la avenida se decide en la capital del
        estado.</figcaption></figure>

        <h2>Qué leer en un programa</h2>

        <p>Los candidatos deben presentar su programa ante la justicia electoral, que lo publica. A todos se
        les pueden hacer tres preguntas. ¿Dice cuánto del presupuesto va a la investigación y no solo al
        patrullaje? ¿Dice quién publica el número de personas que mata la policía, y cada cuánto? ¿Menciona
        las cárceles, donde el Estado responde de cada hora del día?</p>

        <p>Donde ningún candidato a gobernador supere la mitad de los votos válidos, los dos primeros
        volverán a medirse el 25 de octubre. Los ganadores asumen en los primeros días de enero, con las
        llaves de los cuarteles.</p>
        """,
        bylines=(("quebracho", "author"), ("altamarea", "data")),
        countries=("BR",),
        topics=("elections", "police", "prisons"),
        kicker="country:BR",
        tags=("elecciones en Brasil 2026", "policía militar", "SUSP"),
        published=noon(2026, 10, 1, 12, 30),
        lead_image="ballots",
        picks=("ecuador-referendum",),
    ),
    Story(
        key="mexico-judges",
        language="en",
        kind="news",
        section="news",
        headline="Mexico has voted for its judges; now the files change hands",
        slug="mexico-votes-for-judges",
        dek="""
        Some 13 percent of voters chose 881 federal judges and magistrates on June 1. The vote was the
        simple part.
        """,
        body="""
        <p>Mexico became on Sunday the first country to choose its whole federal bench by popular vote, in
        two rounds of which this was the first. At stake were 881 federal posts, from the nine seats of the
        Supreme Court to half of the circuit magistrates and district judges. Nineteen of the country’s 32
        entities elected local judges on the same day. The National Electoral Institute put turnout at about
        13 percent.</p>

        <p>The election follows from the constitutional reform of September 2024, which also cut the Supreme
        Court from eleven seats to nine and replaced the council that oversaw the judges with two bodies:
        one for administration and a tribunal for discipline, whose members were elected too. The other half
        of the posts goes to the vote in 2027.</p>

        <h2>The part that concerns organised crime</h2>

        <p>Federal judges hear the cases of organised crime, decide on extraditions and on seized property,
        and authorise wiretaps. Three provisions of the reform touch that work directly.</p>

        <ul>
        <li>It allows “faceless” judges in cases of organised crime, whose identity is kept from the
        parties. The Inter-American Court has found since the 1990s that such courts, as Peru used them,
        violated the right to be judged by an impartial tribunal.</li>
        <li>It obliges a judge who has not ruled within the time that the constitution allows to report the
        delay to the new tribunal.</li>
        <li>It gives the new tribunal of discipline the power to dismiss, without appeal.</li>
        </ul>

        <h2>What can be watched</h2>

        <p>The new judges take office on September 1. Most of them inherit dockets in the middle of a trial,
        and the code of 2014 requires that the judge who hears the evidence be the one who rules. How many
        hearings have to begin again is a number that the courts can publish, circuit by circuit. It would
        say more about the reform than the turnout does.</p>

        <p>A second figure is worth keeping: how many of the outgoing judges with experience in organised
        crime stay in the profession, as prosecutors, as teachers or on the other side of the room.</p>
        """,
        bylines=(("quebracho", "author"),),
        countries=("MX",),
        topics=("elections", "impunity"),
        kicker="country:MX",
        tags=("judicial reform", "Supreme Court", "faceless judges"),
        published=noon(2025, 6, 4, 13, 40),
        picks=("cicig-legacy",),
    ),
    Story(
        key="ecuador-referendum",
        language="en",
        kind="news",
        section="news",
        headline="Ecuador approves nine of eleven questions and hands the army a standing task",
        slug="ecuador-referendum-nine-of-eleven",
        dek="""
        Voters agreed to extradition and to soldiers beside the police, and refused two economic questions
        on the same sheet.
        """,
        body="""
        <p>Ecuador’s voters approved nine of the eleven questions put to them on Sunday, among them all that
        concern security. Two failed: one on international arbitration, one on hourly labour contracts.</p>

        <p>Five of the questions were amendments to the constitution, of which three passed; the others
        instruct the National Assembly to write laws. The first lets the armed forces support the police against organised crime
        without a state of exception, which until now had to be declared each time and ended by itself.
        Another ends the ban on extraditing Ecuadorians, which voters had upheld as recently as February
        2023.</p>

        <h2>From exception to rule</h2>

        <p>The vote came three months after Decree 111. On January 9, the day on which armed men entered a
        television studio in Guayaquil during a live broadcast, the president declared an “internal armed
        conflict” and named 22 groups as belligerents. The word matters. In peace, soldiers are bound by the
        rules of police work; in an armed conflict another body of law applies, and whether there is one is
        a question of fact that no decree can settle.</p>

        <p>The other approved questions lengthen sentences, create an offence for possessing weapons
        reserved to the forces, allow seized guns to be used at once and speed up the forfeiture of
        assets.</p>

        <figure data-drawing="cells"><figcaption>Longer sentences need places. The questions did not say
        where.</figcaption></figure>

        <h2>What the sheet left out</h2>

        <p>Nothing on it concerned the prisons, where hundreds of inmates have been killed since 2021, or
        the ports, through which much of Europe’s cocaine passes. Nor did it say how the support of the
        armed forces will be overseen once it no longer ends by itself. The Constitutional Court, which
        reviewed every earlier decree, will have less to review.</p>

        <p>The Assembly has sixty days for the bills that follow from the approved questions.</p>
        """,
        bylines=(("maravedi", "author"), ("fenwater", "editor")),
        countries=("EC",),
        topics=("elections", "emergency-powers", "prisons"),
        kicker="topic:emergency-powers",
        tags=("Ecuador referendum 2024", "extradition", "armed forces"),
        published=noon(2024, 4, 23, 12, 15),
        picks=("gang-names",),
    ),
    Story(
        key="ecuador-referendum",
        language="es",
        kind="news",
        section="news",
        headline="Ecuador aprueba nueve de once preguntas y da al ejército una tarea permanente",
        slug="ecuador-consulta-nueve-de-once",
        dek="""
        Los votantes aceptaron la extradición y a los militares junto a la policía, y rechazaron dos
        preguntas económicas de la misma papeleta.
        """,
        body="""
        <p>Los ecuatorianos aprobaron el domingo nueve de las once preguntas de la consulta, entre ellas
        todas las de seguridad. Dos fracasaron: la del arbitraje internacional y la del contrato por
        horas.</p>

        <p>Cinco preguntas eran reformas de la Constitución, de las que pasaron tres; las demás encargan
        leyes a la Asamblea Nacional. La primera permite que las Fuerzas Armadas apoyen a la policía contra
        el crimen organizado sin un estado de excepción, que hasta ahora había que decretar cada vez y
        terminaba por sí solo. Otra pone fin a la prohibición de extraditar a ecuatorianos, que los votantes
        habían mantenido en febrero de 2023.</p>

        <h2>De la excepción a la regla</h2>

        <p>El voto llegó tres meses después del Decreto 111. El 9 de enero, el día en que hombres armados
        entraron en un canal de televisión de Guayaquil durante una transmisión en vivo, el presidente
        declaró un “conflicto armado interno” y señaló a 22 grupos como beligerantes. La palabra pesa. En
        tiempos de paz, a los militares los obligan las reglas del trabajo policial; en un conflicto armado
        rige otro derecho, y que lo haya o no es una cuestión de hecho que ningún decreto resuelve.</p>

        <p>Las otras preguntas aprobadas alargan penas, crean un delito para quien tenga armas de uso
        privativo de la fuerza pública, permiten emplear de inmediato las incautadas y aceleran la extinción
        de dominio.</p>

        <figure data-drawing="cells"><figcaption>Más años de pena exigen más plazas. La papeleta no decía
        dónde.</figcaption></figure>

        <h2>Lo que no estaba en la papeleta</h2>

        <p>Nada se preguntó sobre las cárceles, donde cientos de internos han sido asesinados desde 2021, ni
        sobre los puertos, por los que pasa buena parte de la cocaína de Europa. Tampoco se dijo cómo se
        vigilará el apoyo militar cuando ya no termine por sí solo. La Corte Constitucional, que revisó cada
        decreto anterior, tendrá menos que revisar.</p>

        <p>La Asamblea dispone de sesenta días para las leyes que se derivan de las preguntas aprobadas.</p>
        """,
        bylines=(("maravedi", "author"), ("piedralba", "translator")),
        countries=("EC",),
        topics=("elections", "emergency-powers", "prisons"),
        kicker="topic:emergency-powers",
        tags=("consulta popular 2024", "extradición", "Fuerzas Armadas"),
        published=noon(2024, 4, 23, 13, 45),
        picks=("comayagua-ten-years",),
    ),
)
