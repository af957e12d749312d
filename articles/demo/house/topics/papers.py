"""Treaties, figures and the office that keeps both."""

from datetime import date

from articles.demo.shapes import Both, Topic

PAPERS: tuple[Topic, ...] = (
    Topic(
        "crime-data",
        "theme",
        Both("Crime statistics", "Estadísticas del delito"),
        Both("crime-statistics", "estadisticas-del-delito"),
        Both(
            """
            <p>A crime statistic is made by people: somebody reports, somebody writes it down, somebody
            chooses the heading. These stories look at that work before they look at the number.</p>

            <h2>Agreed definitions</h2>

            <p>The International Classification of Crime for Statistical Purposes, endorsed by the
            United Nations in 2015, says what each offence includes and leaves out. The Bogotá Protocol
            of the same year sets criteria of quality for homicide data in Latin America and the
            Caribbean: victims as the unit, a list of variables, comparison between institutions.</p>

            <h2>Two families of sources</h2>

            <p>Police and prosecutors count cases; health registries count causes of death. The first
            are quick. The second come later and include deaths in which nobody is accused. Where the
            two agree, trust both. Surveys of victims show what neither sees.</p>

            <h2>The region in the world</h2>

            <p>The Global Study on Homicide that the United Nations published in 2023 counted about
            458,000 victims in the world in 2021. The Americas had the highest regional rate, 15 for
            every 100,000 people.</p>

            <h2>Four habits</h2>

            <p>Ask what is counted, by whom and until what date. Do not mix provisional and final
            figures. Prefer several years to one where the population is small. Look at disappearances
            whenever homicides fall.</p>
            """,
            """
            <p>Una estadística del delito la hacen personas: alguien denuncia, alguien lo anota, alguien
            escoge el rubro. Estos artículos miran ese trabajo antes de mirar el número.</p>

            <h2>Definiciones comunes</h2>

            <p>La Clasificación Internacional de Delitos con Fines Estadísticos, que las Naciones Unidas
            respaldaron en 2015, dice qué incluye y qué excluye cada delito. El Protocolo de Bogotá, del
            mismo año, fija criterios de calidad para los datos de homicidio en América Latina y el
            Caribe: la víctima como unidad, una lista de variables, la comparación entre
            instituciones.</p>

            <h2>Dos familias de fuentes</h2>

            <p>La policía y la fiscalía cuentan casos; los registros de salud, causas de muerte. Las
            primeras son rápidas. Los segundos tardan más e incluyen muertes por las que no se acusa a
            nadie. Donde coinciden, vale confiar en ambos. Las encuestas de víctimas muestran lo que
            ninguno ve.</p>

            <h2>La región en el mundo</h2>

            <p>El Estudio Mundial sobre el Homicidio que las Naciones Unidas publicaron en 2023 contó
            unas 458 000 víctimas en el mundo en 2021. Las Américas tuvieron la tasa regional más alta:
            15 por cada 100 000 habitantes.</p>

            <h2>Cuatro hábitos</h2>

            <p>Preguntar qué se cuenta, quién lo cuenta y hasta qué fecha. No mezclar cifras
            provisionales y definitivas. Preferir varios años a uno donde hay poca población. Mirar las
            desapariciones cada vez que bajan los homicidios.</p>
            """,
        ),
        aliases=("homicide rates", "tasas de homicidio"),
        reviewed=date(2026, 10, 27),
    ),
    Topic(
        "treaties",
        "theme",
        Both("Treaties", "Tratados"),
        Both("treaties", "tratados"),
        Both(
            """
            <p>A treaty is a promise between states, and the stories here read such promises slowly:
            what was signed, by whom, with which exceptions, and what would show that it is kept.</p>

            <h2>The main ones</h2>

            <p>Against organised crime as such there is the Palermo Convention of 2000 with its three
            protocols. Corruption has a United Nations convention of 2003, drugs three of 1961, 1971 and
            1988. The Americas have their own, among them those on corruption (1996), on firearms (1997)
            and on mutual assistance in criminal matters (Nassau, 1992). A convention on cybercrime was
            adopted in December 2024.</p>

            <h2>Four words</h2>

            <p>A <em>signature</em> shows intent. <em>Ratification</em> binds. A <em>reservation</em>
            takes an obligation out. <em>Entry into force</em> comes later, often after a fixed number
            of ratifications, and for each state on its own day. The depositary keeps the list; for most
            of these texts that is the Secretary-General of the United Nations or the OAS.</p>

            <h2>What is disputed</h2>

            <p>Whether treaties change conduct. Few have anybody who checks: Palermo waited until
            October 2020 for its review to begin, and full reports appear only where the state agrees.
            It is safest to ask three things of a ratification: is there a law, is there an office, and
            does it answer letters?</p>
            """,
            """
            <p>Un tratado es una promesa entre Estados, y los artículos de esta página leen despacio
            esas promesas: qué se firmó, quién, con qué excepciones y qué mostraría que se cumple.</p>

            <h2>Los principales</h2>

            <p>Contra el crimen organizado como tal está la Convención de Palermo, de 2000, con sus tres
            protocolos. La corrupción tiene una convención de las Naciones Unidas, de 2003; las drogas,
            tres, de 1961, 1971 y 1988. Las Américas tienen las suyas, entre ellas las de corrupción
            (1996), armas de fuego (1997) y asistencia mutua en materia penal (Nassau, 1992). En
            diciembre de 2024 se aprobó una sobre ciberdelincuencia.</p>

            <h2>Cuatro palabras</h2>

            <p>La <em>firma</em> muestra intención. La <em>ratificación</em> obliga. La <em>reserva</em>
            excluye una obligación. La <em>entrada en vigor</em> llega después, muchas veces tras cierto
            número de ratificaciones, y para cada Estado en su día. El depositario lleva la lista; de
            casi todos estos textos lo es el secretario general de las Naciones Unidas o la OEA.</p>

            <h2>Qué se discute</h2>

            <p>Si los tratados cambian la conducta. Pocos tienen quien los revise: Palermo esperó hasta
            octubre de 2020 el comienzo de su examen, y los informes completos aparecen solo si el
            Estado lo acepta. De una ratificación conviene preguntar tres cosas: si hay ley, si hay
            oficina y si la oficina contesta las cartas.</p>
            """,
        ),
        aliases=("UNTOC", "Palermo Convention", "Convención de Palermo"),
        reviewed=date(2026, 6, 16),
    ),
    Topic(
        "unodc",
        "institution",
        Both("UN Office on Drugs and Crime", "Oficina de la ONU contra la Droga y el Delito"),
        Both("un-office-on-drugs-and-crime", "oficina-de-la-onu-contra-la-droga-y-el-delito"),
        Both(
            """
            <p>The United Nations Office on Drugs and Crime was formed in 1997, from two older
            programmes, and has its seat in Vienna. It drafts, trains, advises governments and, above
            all for readers of this site, counts.</p>

            <h2>Secretariat of treaties</h2>

            <p>It serves the Palermo Convention and its protocols, the convention against corruption and
            the three on drugs, and prepares the meetings at which states review them. It has no power
            to inspect a country that does not invite it.</p>

            <h2>The main series</h2>

            <p>The World Drug Report appears every year on June 26. The Global Study on Homicide came
            out in 2011, 2013, 2019 and 2023; the report on trafficking in persons, every two years.
            With the governments of Colombia, Peru and Bolivia the office has measured coca on satellite
            images, in Colombia since 2001.</p>

            <h2>Reading the figures</h2>

            <p>Most numbers are what governments answer to questionnaires. Where none answered, the
            office estimates and marks the cell. Estimates of “potential” cocaine multiply area by
            yield, and a new study of yields can change a total while the fields stay as they were.</p>

            <h2>What is disputed</h2>

            <p>Nearly all of its money is voluntary and tied to projects, so donors shape what it does.
            Crop surveys are made together with the government whose fields they measure. The method
            notes are public, and worth the time.</p>
            """,
            """
            <p>La Oficina de las Naciones Unidas contra la Droga y el Delito se formó en 1997, a partir
            de dos programas anteriores, y tiene su sede en Viena. Redacta, capacita, asesora a
            gobiernos y, sobre todo para quien lee este sitio, cuenta.</p>

            <h2>Secretaría de tratados</h2>

            <p>Atiende la Convención de Palermo y sus protocolos, la convención contra la corrupción y
            las tres sobre drogas, y prepara las reuniones en que los Estados las examinan. No puede
            inspeccionar un país que no la invite.</p>

            <h2>Las series principales</h2>

            <p>El Informe Mundial sobre las Drogas sale cada 26 de junio. El Estudio Mundial sobre el
            Homicidio se publicó en 2011, 2013, 2019 y 2023; el informe sobre la trata, cada dos años.
            Con los gobiernos de Colombia, Perú y Bolivia, la oficina ha medido la coca en imágenes de
            satélite; en Colombia, desde 2001.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La mayoría de los números son lo que los gobiernos contestan a unos cuestionarios. Donde
            nadie contestó, la oficina estima y marca la casilla. Los cálculos de cocaína “potencial”
            multiplican el área por el rendimiento, y un nuevo estudio de rendimientos puede cambiar el
            total aunque los cultivos sigan igual.</p>

            <h2>Qué se discute</h2>

            <p>Casi todo su dinero es voluntario y está atado a proyectos, de modo que los donantes
            orientan lo que hace. Los censos de cultivos se hacen junto con el gobierno cuyas tierras se
            miden. Las notas de método son públicas, y vale la pena leerlas.</p>
            """,
        ),
        aliases=("UNODC",),
        reviewed=date(2026, 6, 26),
    ),
)
