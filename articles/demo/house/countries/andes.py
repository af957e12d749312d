"""The Andean countries and their plains."""

from datetime import date

from articles.demo.shapes import Both, Country

ANDES: tuple[Country, ...] = (
    Country(
        "CO",
        Both("colombia", "colombia"),
        Both(
            """
            <p>Colombia is a unitary republic of 32 departments and a capital district. It has coasts on
            the Caribbean and the Pacific, and the Andes divide it into regions that for most of its
            history were closer to a river than to the capital.</p>

            <h2>Five borders</h2>

            <p>The land neighbours are Venezuela, Brazil, Peru, Ecuador and Panama. The last of these
            borders has no road: the forest of the Darién begins west of the Gulf of Urabá. Buenaventura
            is the main port on the Pacific; Cartagena, Santa Marta and Barranquilla face the
            Caribbean.</p>

            <h2>Institutions</h2>

            <p>There is one National Police, which belongs to the Ministry of Defence. The constitution
            of 1991 created the Attorney General’s Office and the Constitutional Court. It also forbade
            the extradition of Colombians; an amendment of 1997 allowed it again for acts committed
            after that date.</p>

            <h2>The agreement of 2016</h2>

            <p>On November 24, 2016 the government and the FARC signed an agreement of six points, from
            rural reform to victims’ rights. It created a special jurisdiction, the JEP, and a Truth
            Commission that reported in June 2022. Other armed groups stayed outside.</p>

            <h2>Reading the figures</h2>

            <p>The government and the United Nations have measured coca on satellite images since 2001.
            The survey for 2023 gave 253,000 hectares, the highest area so far at that date. It is a
            measure of land; figures for cocaine are estimates built upon it.</p>
            """,
            """
            <p>Colombia es una república unitaria de 32 departamentos y un distrito capital. Tiene
            costas en el Caribe y el Pacífico, y los Andes la parten en regiones que durante casi toda
            su historia estuvieron más cerca de un río que de la capital.</p>

            <h2>Cinco fronteras</h2>

            <p>Sus vecinos terrestres son Venezuela, Brasil, Perú, Ecuador y Panamá. La última frontera
            no tiene carretera: al oeste del golfo de Urabá empieza la selva del Darién. Buenaventura es
            el puerto principal del Pacífico; Cartagena, Santa Marta y Barranquilla miran al Caribe.</p>

            <h2>Las instituciones</h2>

            <p>Hay una sola Policía Nacional, adscrita al Ministerio de Defensa. De la Constitución de
            1991 nacieron la Fiscalía General y la Corte Constitucional. Esa carta prohibió extraditar a
            colombianos; una reforma de 1997 volvió a permitirlo por hechos posteriores a su fecha.</p>

            <h2>El acuerdo de 2016</h2>

            <p>El 24 de noviembre de 2016, el Gobierno y las FARC firmaron un acuerdo de seis puntos,
            desde la reforma rural hasta los derechos de las víctimas. Creó una jurisdicción especial,
            la JEP, y una Comisión de la Verdad que entregó su informe en junio de 2022. Otros grupos
            armados quedaron por fuera.</p>

            <h2>Cómo leer las cifras</h2>

            <p>El Gobierno y las Naciones Unidas miden la coca en imágenes de satélite desde 2001. El
            censo de 2023 dio 253 000 hectáreas, la mayor extensión hasta esa fecha. Es una medida de
            tierra; las cifras de cocaína son cálculos que se apoyan en ella.</p>
            """,
        ),
        reviewed=date(2026, 11, 23),
    ),
    Country(
        "EC",
        Both("ecuador", "ecuador"),
        Both(
            """
            <p>Ecuador lies on the equator between the two largest producers of coca, Colombia and Peru.
            It has 24 provinces, among them the Galápagos, and has used the United States dollar since
            2000.</p>

            <h2>Ports and routes</h2>

            <p>It is the largest exporter of bananas in the world. Fruit, shrimp and most other goods
            leave by the terminals of Guayaquil; Manta, Esmeraldas and Puerto Bolívar are the other
            ports of weight. A cargo that sails every week to the same European harbours is useful to
            honest traders and to smugglers for the same reasons.</p>

            <h2>Votes on security</h2>

            <p>The constitution of 2008 can be changed by referendum, and governments have used the way
            often. In February 2023 voters refused extradition; in April 2024 they accepted it, along
            with a standing role for soldiers beside the police. In November 2025 they rejected four
            further proposals, among them foreign military bases.</p>

            <h2>Conflict as a legal term</h2>

            <p>In January 2024 a decree declared an “internal armed conflict” with 22 groups. Since then
            it has been argued, before the Constitutional Court too, whether the facts meet that
            term.</p>

            <h2>Reading the figures</h2>

            <p>The Interior Ministry counts “intentional homicides”. The rate went from fewer than six
            for every 100,000 people in 2018 to more than forty in 2023. Deaths in prisons are part of
            the total in some tables and stand apart in others.</p>
            """,
            """
            <p>Ecuador está sobre la línea equinoccial, entre los dos mayores productores de coca,
            Colombia y Perú. Tiene 24 provincias, entre ellas Galápagos, y usa el dólar estadounidense
            desde 2000.</p>

            <h2>Puertos y rutas</h2>

            <p>Es el mayor exportador de banano del mundo. La fruta, el camarón y casi todo lo demás
            salen por las terminales de Guayaquil; Manta, Esmeraldas y Puerto Bolívar son los otros
            puertos de peso. Una carga que zarpa cada semana hacia los mismos muelles europeos les sirve
            al comercio honrado y al contrabando por iguales razones.</p>

            <h2>Votar sobre la seguridad</h2>

            <p>La Constitución de 2008 puede reformarse por referéndum, y los gobiernos han usado a
            menudo esa vía. En febrero de 2023 los votantes negaron la extradición; en abril de 2024 la
            aceptaron, junto con un papel permanente de los militares al lado de la policía. En
            noviembre de 2025 rechazaron otras cuatro propuestas, entre ellas las bases militares
            extranjeras.</p>

            <h2>El conflicto como término legal</h2>

            <p>En enero de 2024, un decreto declaró un “conflicto armado interno” con 22 grupos. Desde
            entonces se discute, también ante la Corte Constitucional, si los hechos corresponden a ese
            término.</p>

            <h2>Cómo leer las cifras</h2>

            <p>El Ministerio del Interior cuenta “homicidios intencionales”. La tasa pasó de menos de
            seis por cada 100 000 habitantes en 2018 a más de cuarenta en 2023. Las muertes en las
            cárceles entran en el total en unos cuadros y figuran aparte en otros.</p>
            """,
        ),
        reviewed=date(2026, 5, 19),
    ),
    Country(
        "PE",
        Both("peru", "peru"),
        Both(
            """
            <p>Peru has 24 departments and the constitutional province of Callao. More than half of its
            territory is Amazon forest, east of the Andes, where fewer than one in six of its people
            live.</p>

            <h2>Routes</h2>

            <p>The country borders Ecuador, Colombia, Brazil, Bolivia and Chile. Callao, beside Lima, is
            the main port; a second large one opened at Chancay in November 2024. In the forest, rivers
            and short airstrips take the place of roads.</p>

            <h2>Three goods, three systems of permits</h2>

            <p>Coca leaf has a legal market, of which a state company, ENACO, holds the monopoly; the
            anti-drug commission DEVIDA measured 92,784 hectares under coca in 2023. Timber moves with
            papers of the forest service, SERFOR, which another body, OSINFOR, checks in the field.
            Small-scale gold miners may work while they are being “formalised”, a transition that has
            been prolonged many times since 2012.</p>

            <h2>Institutions</h2>

            <p>The National Police is a single force. Prosecutors, judges and the electoral bodies are
            autonomous. A reform of 2024 gave Congress two chambers again, from July 2026, after three
            decades with one.</p>

            <h2>Reading the figures</h2>

            <p>Homicides appear in police reports and in the electronic register of deaths, SINADEF,
            which is published almost daily. The register counts causes of death that doctors entered;
            it is quick, and it is corrected later.</p>
            """,
            """
            <p>Perú tiene 24 departamentos y la provincia constitucional del Callao. Más de la mitad de
            su territorio es selva amazónica, al este de los Andes, donde vive menos de uno de cada seis
            peruanos.</p>

            <h2>Rutas</h2>

            <p>El país limita con Ecuador, Colombia, Brasil, Bolivia y Chile. El Callao, junto a Lima,
            es el puerto principal; otro grande se abrió en Chancay en noviembre de 2024. En la selva,
            los ríos y las pistas cortas hacen las veces de carreteras.</p>

            <h2>Tres bienes, tres sistemas de permisos</h2>

            <p>La hoja de coca tiene un mercado legal, del que una empresa estatal, ENACO, tiene el
            monopolio; la comisión antidrogas, DEVIDA, midió 92 784 hectáreas de coca en 2023. La madera
            circula con papeles del servicio forestal, SERFOR, que otro organismo, OSINFOR, verifica en
            el campo. La pequeña minería de oro puede trabajar mientras se “formaliza”, una transición
            prorrogada muchas veces desde 2012.</p>

            <h2>Las instituciones</h2>

            <p>La Policía Nacional es una sola. Fiscales, jueces y organismos electorales son autónomos.
            Una reforma de 2024 devolvió al Congreso las dos cámaras, desde julio de 2026, tras tres
            décadas con una.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Los homicidios figuran en los reportes policiales y en el registro electrónico de
            defunciones, SINADEF, que se publica casi a diario. El registro cuenta las causas que
            anotaron los médicos: es rápido, y se corrige después.</p>
            """,
        ),
        reviewed=date(2026, 7, 21),
    ),
    Country(
        "VE",
        Both("venezuela", "venezuela"),
        Both(
            """
            <p>Venezuela has 23 states, a capital district and a string of islands in the Caribbean. By
            most published estimates it holds the largest oil reserves in the world.</p>

            <h2>Three borders and a claim</h2>

            <p>The border with Colombia is more than 2,200 kilometres long; those with Brazil and Guyana
            run through forest. The country claims the Essequibo, west of the river of that name, which
            Guyana administers. The case has been before the International Court of Justice since
            2018.</p>

            <h2>South of the Orinoco</h2>

            <p>A decree of February 2016 marked out the Orinoco Mining Arc: 111,843 square kilometres of
            the state of Bolívar, for gold above all. Forest reserves and indigenous lands lie inside it
            or beside it.</p>

            <h2>Those who left</h2>

            <p>Millions of people have gone since 2015. The platform that coordinates the response of
            the United Nations and its partners, R4V, counted nearly 7.9 million refugees and migrants
            from Venezuela in the world in 2025.</p>

            <h2>Reading the figures</h2>

            <p>Many official series, from inflation to mortality, have been interrupted or published
            late since the 2010s. On homicide the best-known yearly estimate comes from an independent
            observatory, the OVV, which combines press, police sources and projections. It is an
            estimate and should be called one. In November 2021 the prosecutor of the International
            Criminal Court opened an investigation, whose filings are a public source.</p>
            """,
            """
            <p>Venezuela tiene 23 estados, un distrito capital y una serie de islas en el Caribe. Según
            la mayoría de las estimaciones publicadas, posee las mayores reservas de petróleo del
            mundo.</p>

            <h2>Tres fronteras y un reclamo</h2>

            <p>La frontera con Colombia pasa de 2200 kilómetros; las de Brasil y Guyana corren entre
            selvas. El país reclama el Esequibo, al oeste del río de ese nombre, que administra Guyana.
            El caso está ante la Corte Internacional de Justicia desde 2018.</p>

            <h2>Al sur del Orinoco</h2>

            <p>Un decreto de febrero de 2016 delimitó el Arco Minero del Orinoco: 111 843 kilómetros
            cuadrados del estado Bolívar, sobre todo para el oro. Dentro o al lado quedan reservas
            forestales y tierras indígenas.</p>

            <h2>Los que se fueron</h2>

            <p>Millones de personas han salido desde 2015. La plataforma que coordina la respuesta de
            las Naciones Unidas y sus socios, R4V, contaba en 2025 cerca de 7,9 millones de refugiados y
            migrantes de Venezuela en el mundo.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Muchas series oficiales, de la inflación a la mortalidad, se interrumpieron o se publican
            con retraso desde la década de 2010. En materia de homicidios, el cálculo anual más conocido
            es el de un observatorio independiente, el OVV, que combina prensa, fuentes policiales y
            proyecciones. Es una estimación y así hay que llamarla. En noviembre de 2021, la fiscalía de
            la Corte Penal Internacional abrió una investigación, cuyos escritos son una fuente
            pública.</p>
            """,
        ),
        reviewed=date(2026, 8, 4),
    ),
)
