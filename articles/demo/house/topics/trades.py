"""Goods and the routes they take."""

from datetime import date

from articles.demo.shapes import Both, Topic

TRADES: tuple[Topic, ...] = (
    Topic(
        "drug-policy",
        "theme",
        Both("Drug policy", "Política de drogas"),
        Both("drug-policy", "politica-de-drogas"),
        Both(
            """
            <p>Drug policy is the sum of what states forbid, tolerate, treat and regulate. In this
            hemisphere it has shaped police forces, prisons and foreign relations for more than half a
            century.</p>

            <h2>The texts</h2>

            <p>Three United Nations conventions hold the system together. That of 1961 lists narcotic
            drugs and the plants they come from; that of 1971 adds synthetic substances; that of 1988
            obliges states to punish trafficking and the laundering of its profits. The Commission on
            Narcotic Drugs, in Vienna, decides what is listed. A special session of the General Assembly
            in 2016 kept the conventions and gave more room to health and human rights.</p>

            <h2>National departures</h2>

            <p>Courts and legislatures have gone different ways. Colombia’s Constitutional Court struck
            down the punishment of possession for personal use in 1994; Argentina’s Supreme Court did
            something similar in 2009. Bolivia left the convention of 1961 and came back in 2013 with a
            reservation for the chewing of coca leaf. In December 2013 Uruguay became the first country
            to regulate cannabis from seed to sale. Jamaica reduced the penalty for small amounts to a
            fine in 2015.</p>

            <h2>Reading the figures</h2>

            <p>Hectares, tonnes seized and numbers of users measure three different things. A record
            seizure may mean more drugs, or more searching.</p>
            """,
            """
            <p>La política de drogas es la suma de lo que un Estado prohíbe, tolera, trata y regula. En
            este hemisferio ha dado forma a policías, cárceles y relaciones exteriores durante más de
            medio siglo.</p>

            <h2>Los textos</h2>

            <p>Tres convenciones de las Naciones Unidas sostienen el sistema. La de 1961 enumera los
            estupefacientes y las plantas de las que salen; la de 1971 agrega sustancias sintéticas; la
            de 1988 obliga a castigar el tráfico y el lavado de sus ganancias. La Comisión de
            Estupefacientes, en Viena, decide qué entra en las listas. Una sesión especial de la
            Asamblea General, en 2016, conservó las convenciones y dio más espacio a la salud y a los
            derechos humanos.</p>

            <h2>Los caminos nacionales</h2>

            <p>Tribunales y congresos han tomado rumbos distintos. La Corte Constitucional de Colombia
            anuló en 1994 el castigo de la dosis personal; la Corte Suprema argentina resolvió algo
            parecido en 2009. Bolivia dejó la convención de 1961 y volvió en 2013, con una reserva para
            el mascado de la hoja de coca. En diciembre de 2013, Uruguay fue el primer país en regular
            el cannabis de la semilla a la venta. Jamaica redujo en 2015 a una multa la pena por
            cantidades pequeñas.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Las hectáreas, las toneladas incautadas y el número de consumidores miden tres cosas
            distintas. Una incautación récord puede significar más droga, o más búsqueda.</p>
            """,
        ),
        aliases=("UNGASS", "drug trafficking", "narcotráfico"),
        reviewed=date(2026, 2, 17),
    ),
    Topic(
        "firearms",
        "theme",
        Both("Firearms", "Armas de fuego"),
        Both("firearms", "armas-de-fuego"),
        Both(
            """
            <p>Most firearms used in crime were once made and sold within the law. The subject of these
            stories is the path from one state to the other: making, marking, licensing, theft,
            smuggling and tracing.</p>

            <h2>The treaties</h2>

            <p>The Americas had the first one. CIFTA, the inter-American convention signed in Washington
            in November 1997, asks for marks, export licences and exchange of information; the United
            States signed it and has not ratified it. The firearms protocol to the Palermo Convention,
            adopted in 2001, took effect in July 2005. The Arms Trade Treaty, in force since December
            2014, binds exporters to weigh what a weapon will be used for.</p>

            <h2>Tracing</h2>

            <p>A trace asks who first bought the weapon with a given serial number. The answer is a
            first sale, not a culprit. Published tables cover only weapons that police recovered and
            chose to send for tracing, so they are no sample of all the guns in a country.</p>

            <h2>What is disputed</h2>

            <p>How far the country of origin answers for what crosses its border. Mexico sued gun makers
            in the United States; in June 2025 the Supreme Court in Washington held unanimously that a
            law of 2005 protected them from that suit. Caribbean governments put the question to the
            same neighbour by diplomacy.</p>
            """,
            """
            <p>Casi todas las armas que se usan para delinquir se fabricaron y vendieron alguna vez
            dentro de la ley. El tema de estos artículos es el camino de un estado al otro: fabricación,
            marcaje, licencia, robo, contrabando y rastreo.</p>

            <h2>Los tratados</h2>

            <p>El primero fue de las Américas. La CIFTA, la convención interamericana firmada en
            Washington en noviembre de 1997, pide marcas, licencias de exportación e intercambio de
            información; Estados Unidos la firmó y no la ha ratificado. El protocolo sobre armas de
            fuego de la Convención de Palermo, aprobado en 2001, entró en vigor en julio de 2005. El
            Tratado sobre el Comercio de Armas, vigente desde diciembre de 2014, obliga a quien exporta
            a sopesar para qué se usará un arma.</p>

            <h2>El rastreo</h2>

            <p>Rastrear es preguntar quién compró primero el arma que lleva cierto número de serie. La
            respuesta es una primera venta, no un culpable. Los cuadros publicados solo abarcan las
            armas que la policía recuperó y decidió rastrear; no son una muestra de todas las que hay en
            un país.</p>

            <h2>Qué se discute</h2>

            <p>Hasta dónde responde el país de origen por lo que cruza su frontera. México demandó a
            fabricantes en Estados Unidos; en junio de 2025, la Corte Suprema de ese país resolvió por
            unanimidad que una ley de 2005 los protegía de esa demanda. Los gobiernos del Caribe llevan
            la misma pregunta por la vía diplomática.</p>
            """,
        ),
        aliases=("CIFTA", "gun trafficking"),
        reviewed=date(2026, 4, 28),
    ),
    Topic(
        "ports",
        "theme",
        Both("Ports and trade", "Puertos y comercio"),
        Both("ports-and-trade", "puertos-y-comercio"),
        Both(
            """
            <p>Most of what the world trades travels in boxes that nobody opens. A large terminal
            handles thousands a day; customs choose a few by their papers. These stories read the
            papers.</p>

            <h2>The rules</h2>

            <p>The code for the security of ships and ports, ISPS, took effect in July 2004. The World
            Customs Organization agreed a framework in 2005 that trades quicker clearance for better
            information. Since July 2016 no full container may be loaded unless its weight has been
            declared. United States officers have worked in foreign ports since 2002, and a programme of
            the United Nations and the customs organisation has trained joint units since 2004.</p>

            <h2>How drugs travel</h2>

            <p>Police describe two ways. Either the exporter takes part, or somebody opens an honest
            box, hides a bag behind the door and closes it with a copied seal. The second needs people
            inside the terminal.</p>

            <h2>Smuggling of lawful goods</h2>

            <p>Cigarettes, fuel and electronics cross where two taxes differ. Patrols raise the cost of
            it; only the tax offices on both sides can remove the cause.</p>

            <h2>Reading the figures</h2>

            <p>Seizures say where somebody looked. Trade tables can be compared in pairs: what one
            country says that it sold, another should have bought. Most differences turn out to be
            dull.</p>
            """,
            """
            <p>La mayor parte de lo que el mundo comercia viaja en cajas que nadie abre. Una terminal
            grande mueve miles al día; la aduana escoge unas pocas por sus papeles. Estos artículos leen
            los papeles.</p>

            <h2>Las reglas</h2>

            <p>El código de protección de buques y puertos, PBIP, entró en vigor en julio de 2004. La
            Organización Mundial de Aduanas acordó en 2005 un marco que cambia despachos más rápidos por
            mejor información. Desde julio de 2016 no se embarca un contenedor lleno si nadie ha
            declarado su peso. Agentes de Estados Unidos trabajan en puertos extranjeros desde 2002, y
            un programa de las Naciones Unidas y la organización de aduanas capacita unidades conjuntas
            desde 2004.</p>

            <h2>Cómo viaja la droga</h2>

            <p>La policía describe dos maneras. O participa el exportador, o alguien abre una caja
            honrada, esconde un bulto detrás de la puerta y la cierra con un precinto copiado. La
            segunda necesita gente dentro de la terminal.</p>

            <h2>El contrabando de lo lícito</h2>

            <p>Los cigarrillos, el combustible y los aparatos electrónicos cruzan donde difieren dos
            impuestos. Los patrullajes lo encarecen; solo las oficinas de impuestos de ambos lados
            pueden quitar la causa.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Las incautaciones dicen dónde miró alguien. Los cuadros de comercio se comparan por
            pares: lo que un país dice que vendió, otro debió comprarlo. Casi todas las diferencias
            tienen una explicación aburrida.</p>
            """,
        ),
        aliases=("customs", "aduanas", "contrabando"),
        reviewed=date(2026, 4, 1),
    ),
)
