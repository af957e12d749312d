"""People who are moved, held or made to pay."""

from datetime import date

from articles.demo.shapes import Both, Topic

PEOPLE: tuple[Topic, ...] = (
    Topic(
        "gangs",
        "theme",
        Both("Gang policy", "Políticas sobre pandillas"),
        Both("gang-policy", "politicas-sobre-pandillas"),
        Both(
            """
            <p>A street gang is a group of mostly young people, tied to a territory, with a name that
            outlives its members. Law has found it hard to say more than that, and most of the policy
            described here begins with a definition.</p>

            <h2>What states have tried</h2>

            <p>Honduras rewrote its article on illicit association in 2003; El Salvador passed a special
            law in the same year, which its Constitutional Chamber struck down in 2004, and a law of
            proscription in 2010. A truce between gangs lowered murders there from 2012 and collapsed
            within two years. Jamaica passed an act against criminal organisations in 2014 and one on
            special zones in 2017. El Salvador’s state of exception dates from March 2022.</p>

            <h2>Prevention</h2>

            <p>Programmes for schools, work and mediation are older than most of these laws and less
            well documented, because they rarely outlive the grant that pays for them. Evaluations with
            a comparison group are few.</p>

            <h2>What is disputed</h2>

            <p>Whether membership should be a crime in itself, or only acts. Whether mass imprisonment
            lowers violence for good, and at what cost to people who were arrested by mistake. In 2025
            the United States listed MS13 and Barrio 18 as foreign terrorist organisations; whether that
            word helps to investigate extortion is argued too.</p>
            """,
            """
            <p>Una pandilla es un grupo, casi siempre de jóvenes, ligado a un territorio y con un nombre
            que sobrevive a sus integrantes. A la ley le ha costado decir más que eso, y casi toda la
            política que aquí se describe empieza por una definición.</p>

            <h2>Lo que se ha intentado</h2>

            <p>Honduras reformó en 2003 su artículo sobre asociación ilícita; El Salvador aprobó ese año
            una ley especial, que su Sala de lo Constitucional anuló en 2004, y una ley de proscripción
            en 2010. Una tregua entre pandillas redujo allí los homicidios desde 2012 y se deshizo antes
            de dos años. Jamaica aprobó en 2014 una ley contra las organizaciones criminales y en 2017
            otra de zonas especiales. El régimen de excepción salvadoreño es de marzo de 2022.</p>

            <h2>La prevención</h2>

            <p>Los programas de escuela, trabajo y mediación son más antiguos que casi todas esas leyes
            y están menos documentados, porque rara vez duran más que la donación que los paga. Hay
            pocas evaluaciones con grupo de comparación.</p>

            <h2>Qué se discute</h2>

            <p>Si debe castigarse la pertenencia o solo los actos. Si el encierro masivo reduce la
            violencia de manera duradera, y a qué costo para quienes fueron detenidos por error. En
            2025, Estados Unidos incluyó a la MS13 y al Barrio 18 en su lista de organizaciones
            terroristas extranjeras; también se discute si esa palabra ayuda a investigar la
            extorsión.</p>
            """,
        ),
        aliases=("mano dura", "maras"),
        reviewed=date(2026, 6, 30),
    ),
    Topic(
        "human-trafficking",
        "theme",
        Both("Human trafficking law", "Leyes contra la trata"),
        Both("human-trafficking-law", "leyes-contra-la-trata"),
        Both(
            """
            <p>Trafficking in persons is the recruitment or holding of somebody, by force, deceit or
            abuse, in order to exploit them. It needs no border: a person can be trafficked within one
            street.</p>

            <h2>How the law came about</h2>

            <p>The first worldwide definition is that of the protocol to the Palermo Convention, adopted
            in November 2000 and in force since December 2003. It joins an act, a means and a purpose;
            for children the means need not be shown. Older conventions of the International Labour
            Organization on forced labour, of 1930 and 1957, cover part of the same ground. Countries of
            the region wrote the protocol into their codes between 2005 and 2014, in differing
            words.</p>

            <h2>Victims</h2>

            <p>The protocol asks states to protect identity, to inform victims about proceedings and to
            consider letting them stay. A person who is counted as smuggled loses most of that.</p>

            <h2>Reading the figures</h2>

            <p>The United Nations Office on Drugs and Crime publishes a global report every two years.
            It counts victims whom authorities detected, so a country that looks harder has more of
            them. Estimates of hidden victims rest on surveys and models. The yearly ranking of the
            United States is the judgement of one government. July 30 has been the World Day against the
            crime since 2014.</p>
            """,
            """
            <p>La trata de personas consiste en captar o retener a alguien, por la fuerza, el engaño o
            el abuso, para explotarlo. No necesita frontera: puede ocurrir sin salir de una calle.</p>

            <h2>Cómo se formó la ley</h2>

            <p>La primera definición mundial es la del protocolo de la Convención de Palermo, aprobado
            en noviembre de 2000 y en vigor desde diciembre de 2003. Reúne un acto, un medio y un fin;
            cuando se trata de niños no hace falta probar el medio. Convenios más antiguos de la
            Organización Internacional del Trabajo sobre el trabajo forzoso, de 1930 y 1957, cubren una
            parte del mismo terreno. Los países de la región llevaron el protocolo a sus códigos entre
            2005 y 2014, con palabras distintas.</p>

            <h2>Las víctimas</h2>

            <p>El protocolo pide proteger su identidad, informarlas sobre el proceso y considerar que
            permanezcan en el país. Quien queda registrado como migrante objeto de tráfico pierde casi
            todo eso.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La oficina de la ONU contra la droga y el delito publica cada dos años un informe
            mundial. Cuenta a las víctimas que las autoridades detectaron: un país que busca más,
            encuentra más. Los cálculos sobre víctimas ocultas se apoyan en encuestas y modelos. La
            clasificación anual de Estados Unidos es el juicio de un solo gobierno. El 30 de julio es el
            día mundial contra este delito desde 2014.</p>
            """,
        ),
        aliases=("trata de personas", "trafficking in persons"),
        reviewed=date(2026, 7, 30),
    ),
    Topic(
        "migration",
        "theme",
        Both("Migration routes", "Rutas migratorias"),
        Both("migration-routes", "rutas-migratorias"),
        Both(
            """
            <p>People cross the Americas on foot, by boat and by bus, and at many points somebody is
            paid to let them through. These stories look at the counting of those who travel and at the
            law on those who earn.</p>

            <h2>Routes</h2>

            <p>The Darién forest, between Colombia and Panama, was crossed by 520,085 people in 2023 and
            by 302,203 in 2024, as Panama’s migration service counted. In 2025 the number fell to a few
            thousand, and boats began to carry people south. Other routes lead through the Gulf of
            Paria, the Florida Strait, the Andes and the rivers between Guatemala and Mexico.</p>

            <h2>The law</h2>

            <p>The protocol on smuggling of migrants, in force since January 2004, is aimed at those who
            profit; migrants are not to be punished under it for having been smuggled. The Cartagena
            Declaration of 1984 widened the notion of a refugee for Latin America to people who flee
            generalised violence. Twenty governments signed the Los Angeles Declaration in June
            2022.</p>

            <h2>Reading the figures</h2>

            <p>A crossing is not a person: whoever tries twice is counted twice. Encounters at a border
            depend on where the officers stand. The Missing Migrants Project of the IOM has collected
            deaths since 2014 and says of each total that it is a minimum.</p>
            """,
            """
            <p>Por las Américas se viaja a pie, en lancha y en autobús, y en muchos puntos alguien cobra
            por dejar pasar. Estos artículos miran cómo se cuenta a quienes viajan y qué dice la ley de
            quienes ganan.</p>

            <h2>Las rutas</h2>

            <p>La selva del Darién, entre Colombia y Panamá, la cruzaron 520 085 personas en 2023 y 302
            203 en 2024, según el servicio de migración panameño. En 2025 el número bajó a unos pocos
            miles y las lanchas empezaron a llevar gente hacia el sur. Otras rutas pasan por el golfo de
            Paria, el estrecho de la Florida, los Andes y los ríos entre Guatemala y México.</p>

            <h2>La ley</h2>

            <p>El protocolo contra el tráfico de migrantes, en vigor desde enero de 2004, apunta a
            quienes se lucran; al migrante no se le castiga, según ese texto, por haber sido objeto de
            tráfico. La Declaración de Cartagena, de 1984, amplió para América Latina la noción de
            refugiado a quienes huyen de la violencia generalizada. Veinte gobiernos suscribieron en
            junio de 2022 la Declaración de Los Ángeles.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Un cruce no es una persona: quien lo intenta dos veces se cuenta dos veces. Los
            encuentros en una frontera dependen de dónde estén los agentes. El proyecto Migrantes
            Desaparecidos, de la OIM, reúne las muertes desde 2014 y advierte que cada total es un
            mínimo.</p>
            """,
        ),
        aliases=("migrant smuggling", "tráfico de migrantes", "Darién"),
        reviewed=date(2026, 1, 13),
    ),
)
