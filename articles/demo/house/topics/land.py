"""Land, and what is taken from it."""

from datetime import date

from articles.demo.shapes import Both, Topic

LAND: tuple[Topic, ...] = (
    Topic(
        "environmental-crime",
        "theme",
        Both("Environmental crime", "Delitos ambientales"),
        Both("environmental-crime", "delitos-ambientales"),
        Both(
            """
            <p>Environmental crime is trade in what nature grows or what industry throws away, outside
            the permits that make it lawful: timber, wildlife, gold, fish and waste. The goods are legal
            in themselves. The paper decides.</p>

            <h2>The rules</h2>

            <p>CITES, signed in 1973, governs what crosses borders; its appendices list the species that
            need a permit. The Minamata Convention covers mercury and the Basel Convention hazardous
            waste. Brazil has had a law on environmental crimes since 1998. The Escazú Agreement, in
            force since April 2021, gives people in Latin America and the Caribbean a right to
            environmental information and asks states to protect those who defend it.</p>

            <h2>How it is documented</h2>

            <p>Brazil’s space institute, INPE, has measured clearing in its Amazon every year since
            1988, and anyone may download the images. Export permits, mill inventories and customs
            records can often be requested. The United Nations has published world reports on wildlife
            crime in 2016, 2020 and 2024.</p>

            <h2>What is disputed</h2>

            <p>Whether the Palermo Convention needs a fourth protocol, on this subject. Whether buyers
            abroad should have to prove where a plank comes from. And where crime ends and poverty
            begins: a small miner without a title and a company with a false one are both illegal, and
            seldom treated alike.</p>
            """,
            """
            <p>El delito ambiental es el comercio de lo que da la naturaleza o desecha la industria
            cuando se hace fuera de los permisos que lo vuelven lícito: madera, fauna, oro, pesca,
            residuos. El bien es legal en sí mismo. Decide el papel.</p>

            <h2>Las reglas</h2>

            <p>La CITES, firmada en 1973, rige lo que cruza fronteras; sus apéndices enumeran las
            especies que exigen permiso. El Convenio de Minamata se ocupa del mercurio y el de Basilea,
            de los residuos peligrosos. Brasil tiene una ley de delitos ambientales desde 1998. El
            Acuerdo de Escazú, en vigor desde abril de 2021, da a los habitantes de América Latina y el
            Caribe derecho a la información ambiental y pide proteger a quienes defienden el
            ambiente.</p>

            <h2>Cómo se documenta</h2>

            <p>El instituto espacial de Brasil, INPE, mide cada año desde 1988 lo talado en su Amazonia,
            y cualquiera puede descargar las imágenes. Los permisos de exportación, los inventarios de
            los aserraderos y los registros de aduanas pueden pedirse en muchos países. Las Naciones
            Unidas publicaron informes mundiales sobre delitos contra la fauna y la flora en 2016, 2020
            y 2024.</p>

            <h2>Qué se discute</h2>

            <p>Si la Convención de Palermo necesita un cuarto protocolo sobre la materia. Si el
            comprador extranjero debe probar de dónde viene una tabla. Y dónde termina el delito y
            empieza la pobreza: un minero sin título y una empresa con un título falso están los dos
            fuera de la ley, y rara vez reciben el mismo trato.</p>
            """,
        ),
        aliases=("CITES", "illegal logging", "tala ilegal"),
        reviewed=date(2026, 3, 3),
    ),
    Topic(
        "illegal-mining",
        "theme",
        Both("Gold and illegal mining", "Oro y minería ilegal"),
        Both("illegal-mining", "mineria-ilegal"),
        Both(
            """
            <p>Gold has no passport. Once it is melted, metal from a licensed mine and metal from a
            riverbed inside a park are the same, and only a document keeps them apart.</p>

            <h2>How it works</h2>

            <p>Small-scale miners bind fine gold with mercury and burn the mercury off. According to the
            United Nations Environment Programme this released more mercury into the air than any other
            activity, 38 percent of the world’s emissions in 2015. The Minamata Convention, in force
            since August 2017, asks countries for plans to reduce it.</p>

            <h2>What states have tried</h2>

            <p>Peru has registered small miners for “formalisation” since 2012 and prolonged the term
            many times. Venezuela opened a zone of almost 112,000 square kilometres in 2016. Brazil’s
            Supreme Court suspended in April 2023 the rule by which a buyer of gold could simply presume
            good faith. El Salvador forbade all metal mining in 2017 and allowed it again in December
            2024.</p>

            <h2>Reading the figures</h2>

            <p>No office measures illegal gold. One method compares what a country exports with what its
            licensed mines report; the difference is a question, since stocks and recycled jewellery
            enter it too. Satellites count cleared hectares, and cannot see dredges on a river.</p>

            <h2>What is disputed</h2>

            <p>Whether papers for small miners protect the forest or multiply the papers.</p>
            """,
            """
            <p>El oro no tiene pasaporte. Una vez fundido, el de una mina con licencia y el de un río
            dentro de un parque son iguales; solo un documento los separa.</p>

            <h2>Cómo funciona</h2>

            <p>La pequeña minería une el oro fino con mercurio y luego quema el mercurio. Según el
            Programa de las Naciones Unidas para el Medio Ambiente, ninguna otra actividad liberaba más
            al aire: el 38 % de las emisiones del mundo en 2015. El Convenio de Minamata, en vigor desde
            agosto de 2017, pide a los países planes para reducirlo.</p>

            <h2>Lo que se ha intentado</h2>

            <p>Perú registra desde 2012 a los pequeños mineros para “formalizarlos” y ha prorrogado el
            plazo muchas veces. Venezuela abrió en 2016 una zona de casi 112 000 kilómetros cuadrados.
            El Supremo Tribunal Federal de Brasil suspendió en abril de 2023 la regla que permitía al
            comprador de oro presumir sin más la buena fe. El Salvador prohibió toda la minería metálica
            en 2017 y volvió a permitirla en diciembre de 2024.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Ninguna oficina mide el oro ilegal. Un método compara lo que exporta un país con lo que
            declaran sus minas con licencia; la diferencia es una pregunta, porque en ella entran
            también las existencias y las joyas recicladas. Los satélites cuentan hectáreas taladas,
            pero no ven las dragas de un río.</p>

            <h2>Qué se discute</h2>

            <p>Si dar papeles al pequeño minero protege la selva o multiplica los papeles.</p>
            """,
        ),
        aliases=("Minamata Convention", "Convenio de Minamata"),
        reviewed=date(2026, 8, 18),
    ),
)
