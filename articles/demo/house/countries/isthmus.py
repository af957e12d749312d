"""The south of the isthmus."""

from datetime import date

from articles.demo.shapes import Both, Country

ISTHMUS: tuple[Country, ...] = (
    Country(
        "CR",
        Both("costa-rica", "costa-rica"),
        Both(
            """
            <p>Costa Rica abolished its army in December 1948 and wrote the abolition into the
            constitution of the following year. It has a little over five million inhabitants in seven
            provinces, and a general election on the first Sunday of February every four years.</p>

            <h2>Two coasts</h2>

            <p>The country lies between Nicaragua and Panama, with ports on both oceans. Limón and Moín,
            on the Caribbean, handle most of its trade, and fruit above all; a container terminal opened
            at Moín in 2019. Cocos Island, some 500 kilometres out in the Pacific, gives it a sea many
            times larger than its land.</p>

            <h2>Institutions</h2>

            <p>The Judicial Investigation Agency, OIJ, belongs to the courts and not to a ministry,
            which is unusual in the region; the uniformed police answer to the Ministry of Public
            Security. San José is the seat of the Inter-American Court of Human Rights. Since May 2025
            Article 32 of the constitution has allowed citizens to be extradited for international drug
            trafficking and terrorism.</p>

            <h2>Reading the figures</h2>

            <p>Homicides are counted by the OIJ, case by case, with date and place. They passed 900 for
            the first time in 2023. The agency also assigns a presumed motive; that column is a first
            judgement of investigators and may change with the case.</p>
            """,
            """
            <p>Costa Rica abolió su ejército en diciembre de 1948 y lo dejó escrito en la Constitución
            del año siguiente. Tiene algo más de cinco millones de habitantes en siete provincias, y
            elecciones generales el primer domingo de febrero cada cuatro años.</p>

            <h2>Dos costas</h2>

            <p>El país está entre Nicaragua y Panamá y tiene puertos en los dos océanos. Por Limón y
            Moín, en el Caribe, pasa la mayor parte de su comercio, sobre todo fruta; en Moín se abrió
            en 2019 una terminal de contenedores. La isla del Coco, a unos 500 kilómetros en el
            Pacífico, le da un mar muchas veces mayor que su tierra.</p>

            <h2>Las instituciones</h2>

            <p>El Organismo de Investigación Judicial, el OIJ, pertenece a los tribunales y no a un
            ministerio, algo poco común en la región; la policía uniformada depende del Ministerio de
            Seguridad Pública. San José es sede de la Corte Interamericana de Derechos Humanos. Desde
            mayo de 2025, el artículo 32 de la Constitución permite extraditar a nacionales por
            narcotráfico internacional y terrorismo.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Los homicidios los cuenta el OIJ, caso por caso, con fecha y lugar. En 2023 pasaron por
            primera vez de 900. El organismo asigna también un móvil presunto; esa columna recoge una
            primera apreciación de los investigadores y puede cambiar con el expediente.</p>
            """,
        ),
        reviewed=date(2026, 6, 9),
    ),
    Country(
        "NI",
        Both("nicaragua", "nicaragua"),
        Both(
            """
            <p>Nicaragua is the largest country of Central America by area, with fifteen departments and
            two autonomous regions on its Caribbean coast. Those regions, home to Miskitu, Mayangna,
            Rama, Garifuna and Creole communities, received their statute in 1987.</p>

            <h2>Water and roads</h2>

            <p>Lake Cocibolca and the San Juan river cross most of the isthmus. The Pan-American Highway
            runs down the Pacific side, where most people live; a paved road to Bluefields exists only
            since 2019. Corinto is the main port on the Pacific. In 2012 the International Court of
            Justice gave the country a much larger sea in the Caribbean, in a case against Colombia.</p>

            <h2>Institutions</h2>

            <p>Managua is the seat of the Central American Court of Justice. Nicaragua announced its
            departure from the OAS in November 2021 and left two years later. A constitutional reform of
            early 2025 created two co-presidents and lengthened their term from five years to six.</p>

            <h2>What is documented from outside</h2>

            <p>In March 2022 the Human Rights Council of the United Nations set up a group of experts on
            the country, which reports every year. Nicaragua was on the list of FATF from February 2020
            to October 2022.</p>

            <h2>Reading the figures</h2>

            <p>The police publish national totals. Few other sources are left to compare them with, and
            a low rate that nobody can check is a weaker fact than a high one that several offices
            report.</p>
            """,
            """
            <p>Nicaragua es el país más extenso de Centroamérica, con quince departamentos y dos
            regiones autónomas en la costa del Caribe. Esas regiones, tierra de comunidades miskitas,
            mayangnas, ramas, garífunas y creoles, recibieron su estatuto en 1987.</p>

            <h2>Agua y caminos</h2>

            <p>El lago Cocibolca y el río San Juan atraviesan casi todo el istmo. La carretera
            Panamericana recorre el lado del Pacífico, donde vive la mayoría; solo desde 2019 hay camino
            pavimentado hasta Bluefields. Corinto es el puerto principal del Pacífico. En 2012, la Corte
            Internacional de Justicia reconoció al país un mar mucho mayor en el Caribe, en un litigio
            con Colombia.</p>

            <h2>Las instituciones</h2>

            <p>Managua es sede de la Corte Centroamericana de Justicia. Nicaragua anunció su salida de
            la OEA en noviembre de 2021 y se fue dos años después. Una reforma constitucional de
            comienzos de 2025 creó dos copresidencias y alargó su periodo de cinco a seis años.</p>

            <h2>Lo que se documenta desde fuera</h2>

            <p>En marzo de 2022, el Consejo de Derechos Humanos de las Naciones Unidas formó un grupo de
            expertos sobre el país, que informa cada año. Nicaragua estuvo en la lista del GAFI de
            febrero de 2020 a octubre de 2022.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La policía publica totales nacionales. Quedan pocas fuentes con las que compararlos, y
            una tasa baja que nadie puede comprobar es un dato más débil que una alta en la que
            coinciden varias oficinas.</p>
            """,
        ),
        reviewed=date(2026, 1, 29),
    ),
    Country(
        "PA",
        Both("panama", "panama"),
        Both(
            """
            <p>Panama joins two continents and, since August 1914, two oceans. The census of 2023
            counted just over four million inhabitants in ten provinces and several indigenous
            territories called comarcas. The dollar circulates beside the balboa.</p>

            <h2>The canal and the ports</h2>

            <p>The treaties of 1977 returned the canal, which passed to national control on December 31,
            1999; a third lane of locks opened in June 2016. Terminals at both ends, Balboa, Cristóbal,
            Colón and Manzanillo, move containers from ship to ship. The Colón Free Zone, founded in
            1948, lives on re-export.</p>

            <h2>Without an army</h2>

            <p>Military force was abolished after 1989, and the constitution has forbidden an army since
            1994. There are a national police, an aeronaval service and a border service, SENAFRONT,
            which works in the Darién.</p>

            <h2>The Darién</h2>

            <p>No road crosses the forest between Panama and Colombia. The migration service counted
            520,085 people who came through it in 2023 and 302,203 in 2024; in 2025 the number fell to a
            few thousand.</p>

            <h2>Reading the figures</h2>

            <p>Seizures of cocaine are announced by the tonne. They measure what was found, which
            depends on traffic and on effort. The country left the list of FATF in October 2023: a
            statement about laws and files, and not about how much money is laundered.</p>
            """,
            """
            <p>Panamá une dos continentes y, desde agosto de 1914, dos océanos. El censo de 2023 contó
            algo más de cuatro millones de habitantes en diez provincias y varias comarcas indígenas. El
            dólar circula junto al balboa.</p>

            <h2>El canal y los puertos</h2>

            <p>Los tratados de 1977 devolvieron el canal, que pasó a control nacional el 31 de diciembre
            de 1999; en junio de 2016 se abrió un tercer juego de esclusas. Las terminales de los dos
            extremos, Balboa, Cristóbal, Colón y Manzanillo, pasan contenedores de un barco a otro. La
            Zona Libre de Colón, fundada en 1948, vive de la reexportación.</p>

            <h2>Sin ejército</h2>

            <p>La fuerza militar se suprimió después de 1989 y la Constitución prohíbe el ejército desde
            1994. Hay una policía nacional, un servicio aeronaval y uno de fronteras, el SENAFRONT, que
            trabaja en el Darién.</p>

            <h2>El Darién</h2>

            <p>Ninguna carretera cruza la selva entre Panamá y Colombia. El servicio de migración contó
            520 085 personas que salieron de ella en 2023 y 302 203 en 2024; en 2025 el número bajó a
            unos pocos miles.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Las incautaciones de cocaína se anuncian por toneladas. Miden lo que se encontró, y eso
            depende del tráfico y del esfuerzo. El país salió de la lista del GAFI en octubre de 2023:
            es un dictamen sobre leyes y expedientes, no sobre cuánto dinero se lava.</p>
            """,
        ),
        reviewed=date(2026, 10, 20),
    ),
)
