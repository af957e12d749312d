"""Brazil and the basin of the Plata."""

from datetime import date

from articles.demo.shapes import Both, Country

SOUTH: tuple[Country, ...] = (
    Country(
        "AR",
        Both("argentina", "argentina"),
        Both(
            """
            <p>Argentina is a federation of 23 provinces and the autonomous city of Buenos Aires. The
            census of 2022 counted close to 46 million inhabitants, about a third of them in the capital
            and its suburbs.</p>

            <h2>Rivers and borders</h2>

            <p>The country borders Chile, Bolivia, Paraguay, Brazil and Uruguay. With Brazil and
            Paraguay it shares the point where the Iguazú meets the Paraná. Barges come down that river
            from far inland to the ports around Rosario, which ship most of the country’s grain;
            containers move above all through Buenos Aires.</p>

            <h2>Who polices what</h2>

            <p>Each province has its own police, prosecutors and courts. Four forces are federal: the
            Federal Police, the Gendarmerie on the borders, the Naval Prefecture on rivers and coasts,
            and the Airport Security Police. Drug trafficking is a federal offence, but since 2005 a law
            has let provinces take over cases of small-scale dealing, and several have done so.</p>

            <h2>Reading the figures</h2>

            <p>The Ministry of Security compiles the reports of the provincial forces in a national
            system, the SNIC. Its homicide rate is among the lowest of the region. A national average
            hides a good deal, though: in the years before 2024 the rate of Rosario was several times as
            high. Argentina has belonged to FATF since 2000.</p>
            """,
            """
            <p>Argentina es una federación de 23 provincias y la ciudad autónoma de Buenos Aires. El
            censo de 2022 contó cerca de 46 millones de habitantes, alrededor de un tercio de ellos en
            la capital y su conurbano.</p>

            <h2>Ríos y fronteras</h2>

            <p>El país limita con Chile, Bolivia, Paraguay, Brasil y Uruguay. Con Brasil y Paraguay
            comparte el punto donde el Iguazú se une al Paraná. Por ese río bajan barcazas desde muy
            adentro del continente hasta los puertos de la zona de Rosario, que despachan la mayor parte
            del grano argentino; los contenedores salen sobre todo por Buenos Aires.</p>

            <h2>Quién vigila qué</h2>

            <p>Cada provincia tiene su policía, su fiscalía y sus tribunales. Cuatro fuerzas son
            federales: la Policía Federal, la Gendarmería en las fronteras, la Prefectura Naval en ríos
            y costas, y la Policía de Seguridad Aeroportuaria. El narcotráfico es delito federal, pero
            una ley de 2005 permite a las provincias asumir los casos de menudeo, y varias lo han
            hecho.</p>

            <h2>Cómo leer las cifras</h2>

            <p>El Ministerio de Seguridad reúne los partes de las fuerzas provinciales en un sistema
            nacional, el SNIC. Su tasa de homicidios está entre las más bajas de la región. El promedio,
            sin embargo, esconde mucho: en los años anteriores a 2024, la tasa de Rosario fue varias
            veces mayor. Argentina es miembro del GAFI desde 2000.</p>
            """,
        ),
        reviewed=date(2026, 4, 16),
    ),
    Country(
        "BR",
        Both("brazil", "brasil"),
        Both(
            """
            <p>The largest country of South America is a federation of 26 states and the Federal
            District. The census of 2022 found 203 million inhabitants, most of them within a few
            hundred kilometres of the Atlantic.</p>

            <h2>A border of ten neighbours</h2>

            <p>Brazil touches every other country and territory of the mainland except Chile and
            Ecuador. The land border measures almost 17,000 kilometres, much of it river and forest. In
            the far west, Tabatinga grows into the Colombian town of Leticia without a fence between
            them; in the south, a bridge joins Foz do Iguaçu to Ciudad del Este. Santos is the largest
            container port.</p>

            <h2>Twenty-seven commands</h2>

            <p>Article 144 of the constitution of 1988 gives most policing to the states: the military
            police patrol, the civil police investigate, and both answer to the governor. So do most
            prisons. The Federal Police take what crosses state or national borders. Federal prisons of
            maximum security have existed only since 2006. A law of 2018 created a system for sharing
            data and plans, SUSP.</p>

            <h2>Reading the figures</h2>

            <p>The states publish their own counts. The Brazilian Forum on Public Security, which is not
            part of the government, brings them together every year. Its main total, “intentional
            violent deaths”, includes killings by the police, so it is larger than a count of homicides
            and should not be compared with one.</p>
            """,
            """
            <p>El país más grande de América del Sur es una federación de 26 estados y el Distrito
            Federal. El censo de 2022 halló 203 millones de habitantes, la mayoría a pocos cientos de
            kilómetros del Atlántico.</p>

            <h2>Una frontera con diez vecinos</h2>

            <p>Brasil toca todos los países y territorios del subcontinente, salvo Chile y Ecuador. La
            frontera terrestre mide casi 17 000 kilómetros, en buena parte de ríos y selva. En el
            extremo oeste, Tabatinga se confunde con la ciudad colombiana de Leticia sin una reja de por
            medio; en el sur, un puente une Foz do Iguaçu con Ciudad del Este. Santos es el principal
            puerto de contenedores.</p>

            <h2>Veintisiete mandos</h2>

            <p>El artículo 144 de la Constitución de 1988 deja casi toda la labor policial a los
            estados: la policía militar patrulla, la civil investiga y las dos responden al gobernador,
            lo mismo que la mayoría de las cárceles. La Policía Federal se ocupa de lo que cruza los
            límites de un estado o del país. Las cárceles federales de máxima seguridad existen apenas
            desde 2006. Una ley de 2018 creó un sistema para compartir datos y planes, el SUSP.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Cada estado publica su conteo. El Foro Brasileño de Seguridad Pública, ajeno al Gobierno,
            los reúne todos los años. Su total principal, las “muertes violentas intencionales”, incluye
            a las personas que mata la policía; por eso es mayor que un conteo de homicidios y no debe
            compararse con él.</p>
            """,
        ),
        reviewed=date(2026, 9, 28),
    ),
    Country(
        "PY",
        Both("paraguay", "paraguay"),
        Both(
            """
            <p>Paraguay has no coast. The census of 2022 counted just over six million inhabitants in
            seventeen departments and the capital, nearly all of them east of the river that gives the
            country its name. The Chaco, to the west, is three fifths of the territory.</p>

            <h2>Rivers and bridges</h2>

            <p>Trade goes down the Paraguay and Paraná rivers in one of the largest fleets of barges in
            the world. With Brazil the country shares the dam of Itaipú, by a treaty of 1973, and the
            Friendship Bridge between Ciudad del Este and Foz do Iguaçu, opened in 1965. The treaty that
            created Mercosur was signed in Asunción on March 26, 1991.</p>

            <h2>Institutions</h2>

            <p>There is one national police. Drug cases belong to an anti-drug secretariat, SENAD, with
            officers of its own. Since 2013 a law has allowed the president to use the armed forces
            within the country, and a joint task force has worked in the north under it.</p>

            <h2>Two lawful goods and one that is not</h2>

            <p>Cigarettes are taxed far less than in Brazil, and the difference feeds smuggling. United
            Nations reports have long named Paraguay among the main growers of cannabis in South
            America.</p>

            <h2>Reading the figures</h2>

            <p>The north-east, along the Brazilian border, concentrates homicides. Departments there are
            small, so a few cases change a rate a great deal; several years together tell more than
            one.</p>
            """,
            """
            <p>Paraguay no tiene costa. El censo de 2022 contó algo más de seis millones de habitantes
            en diecisiete departamentos y la capital, casi todos al este del río que da nombre al país.
            El Chaco, al oeste, ocupa tres quintas partes del territorio.</p>

            <h2>Ríos y puentes</h2>

            <p>El comercio baja por los ríos Paraguay y Paraná en una de las mayores flotas de barcazas
            del mundo. Con Brasil, el país comparte la represa de Itaipú, por un tratado de 1973, y el
            Puente de la Amistad entre Ciudad del Este y Foz do Iguaçu, abierto en 1965. El tratado que
            creó el Mercosur se firmó en Asunción el 26 de marzo de 1991.</p>

            <h2>Las instituciones</h2>

            <p>Hay una sola policía nacional. Los casos de drogas corresponden a una secretaría, la
            SENAD, que tiene agentes propios. Desde 2013, una ley permite al presidente emplear a las
            Fuerzas Armadas dentro del país; con ella opera en el norte una fuerza de tarea
            conjunta.</p>

            <h2>Dos bienes en la frontera</h2>

            <p>Los cigarrillos pagan muchos menos impuestos que en Brasil, y la diferencia alimenta el
            contrabando. El cannabis, en cambio, es ilegal en ambos lados: los informes de las Naciones
            Unidas sitúan desde hace años al país entre los principales cultivadores de América del
            Sur.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Los homicidios se concentran en el nordeste, a lo largo de la frontera brasileña. Allí
            los departamentos tienen poca población y unos cuantos casos alteran mucho la tasa; varios
            años juntos dicen más que uno.</p>
            """,
        ),
        reviewed=date(2026, 3, 12),
    ),
)
