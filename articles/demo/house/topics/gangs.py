"""Criminal organisations."""

from datetime import date

from articles.demo.shapes import Both, Topic

GANGS: tuple[Topic, ...] = (
    Topic(
        "barrio-18",
        "actor",
        Both("Barrio 18", "Barrio 18"),
        Both("barrio-18", "barrio-18"),
        Both(
            """
            <p>Barrio 18 is a street gang that began in Los Angeles in the 1960s, in the blocks around
            18th Street, and admitted young people of any Latin American origin when others did not.
            Today the name covers separate structures in several countries.</p>

            <h2>The road south</h2>

            <p>Deportations from the United States in the 1990s, above all after a law of 1996, carried
            it to El Salvador, Guatemala and Honduras. There it met neighbourhood groups that took over
            its name, its signs and its enmity with MS13.</p>

            <h2>How it is built</h2>

            <p>The basic unit is the local group, called <em>cancha</em> or <em>tribu</em>, which
            controls a territory and lives on extortion. In El Salvador the gang split in the middle of
            the 2000s into two factions, Sureños and Revolucionarios, rivals ever since. In Guatemala
            and Honduras the structures have leaders of their own.</p>

            <h2>In the eyes of the law</h2>

            <p>El Salvador’s Constitutional Chamber classed the gangs as terrorist groups in August
            2015. The United States listed Barrio 18 as a foreign terrorist organisation in September
            2025.</p>

            <h2>How we write about it</h2>

            <p>We name the country and, where it matters, the faction. We do not take a tattoo, an
            address or a relative for proof of membership, and we name people only when a court has.</p>
            """,
            """
            <p>El Barrio 18 es una pandilla nacida en Los Ángeles en la década de 1960, en las cuadras
            que rodean la calle 18, que admitía a jóvenes de cualquier origen latinoamericano cuando
            otras no lo hacían. Hoy el nombre abarca estructuras separadas en varios países.</p>

            <h2>El camino al sur</h2>

            <p>Las deportaciones de la década de 1990, sobre todo después de una ley estadounidense de
            1996, la llevaron a El Salvador, Guatemala y Honduras. Allí encontró grupos de barrio que
            adoptaron su nombre, sus señas y su enemistad con la MS13.</p>

            <h2>Cómo está hecha</h2>

            <p>La unidad básica es el grupo local, llamado <em>cancha</em> o <em>tribu</em>, que
            controla un territorio y vive de la extorsión. En El Salvador, la pandilla se dividió a
            mediados de la década de 2000 en dos facciones, Sureños y Revolucionarios, rivales desde
            entonces. En Guatemala y Honduras, las estructuras tienen sus propios jefes.</p>

            <h2>Ante la ley</h2>

            <p>La Sala de lo Constitucional de El Salvador calificó a las pandillas como grupos
            terroristas en agosto de 2015. Estados Unidos incluyó al Barrio 18 en su lista de
            organizaciones terroristas extranjeras en septiembre de 2025.</p>

            <h2>Cómo escribimos sobre ella</h2>

            <p>Nombramos el país y, si importa, la facción. No tomamos un tatuaje, un domicilio o un
            parentesco como prueba de pertenencia, y solo damos nombres de personas cuando los ha dado
            un tribunal.</p>
            """,
        ),
        aliases=("18th Street", "Mara 18", "Calle 18"),
        reviewed=date(2026, 9, 22),
    ),
    Topic(
        "ms13",
        "actor",
        Both("MS13", "MS13"),
        Both("ms13", "ms13"),
        Both(
            """
            <p>MS13, once the Mara Salvatrucha, is a street gang formed around 1980 in Los Angeles by
            young people whose families had left El Salvador. It is present in El Salvador, Guatemala,
            Honduras and parts of the United States.</p>

            <h2>How it spread</h2>

            <p>It began as a group around music and a neighbourhood, and became a gang of the southern
            Californian kind in the prisons and on the streets of the 1980s. Deportations in the
            following decade took its name to Central America, where local groups adopted it.</p>

            <h2>How it is built</h2>

            <p>The unit is the <em>clica</em>, a local cell, several of which form a programme.
            Extortion in small, regular sums is its main documented income in Central America. Research
            describes its part in international drug trafficking as minor and local.</p>

            <h2>In the eyes of the law</h2>

            <p>The United States Treasury listed it as a transnational criminal organisation in October
            2012, the first street gang to be so described, and the State Department as a foreign
            terrorist organisation in February 2025. In El Salvador the ruling of August 2015 on
            terrorist groups applies to it as well.</p>

            <h2>Reading the figures</h2>

            <p>Numbers of members are estimates by police forces that count differently: some include
            those who were convicted, some those who were ever suspected. We print none without saying
            who made it.</p>
            """,
            """
            <p>La MS13, antes Mara Salvatrucha, es una pandilla formada hacia 1980 en Los Ángeles por
            jóvenes cuyas familias habían salido de El Salvador. Está presente en El Salvador,
            Guatemala, Honduras y partes de Estados Unidos.</p>

            <h2>Cómo se extendió</h2>

            <p>Empezó como un grupo unido por la música y el vecindario, y en las cárceles y las calles
            de la década de 1980 se volvió una pandilla al modo del sur de California. Las deportaciones
            de la década siguiente llevaron su nombre a Centroamérica, donde lo adoptaron grupos
            locales.</p>

            <h2>Cómo está hecha</h2>

            <p>La unidad es la <em>clica</em>, una célula local; varias forman un programa. La extorsión
            en sumas pequeñas y regulares es su principal ingreso documentado en Centroamérica. Los
            estudios describen su papel en el narcotráfico internacional como menor y local.</p>

            <h2>Ante la ley</h2>

            <p>El Tesoro de Estados Unidos la declaró organización criminal transnacional en octubre de
            2012, la primera pandilla callejera así descrita, y el Departamento de Estado, organización
            terrorista extranjera en febrero de 2025. En El Salvador se le aplica también la sentencia
            de agosto de 2015 sobre grupos terroristas.</p>

            <h2>Cómo leer las cifras</h2>

            <p>El número de integrantes es un cálculo de policías que cuentan de maneras distintas: unas
            incluyen a los condenados; otras, a quien alguna vez fue sospechoso. No publicamos ninguno
            sin decir quién lo hizo.</p>
            """,
        ),
        aliases=("Mara Salvatrucha", "MS-13"),
        reviewed=date(2026, 9, 22),
    ),
)
