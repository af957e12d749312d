"""The countries, with profiles of public and documented facts."""

from articles.demo.shapes import Both, Country

COUNTRIES: tuple[Country, ...] = (
    Country(
        "AR",
        Both("argentina", "argentina"),
        Both(
            """
            Argentina is a federation of 23 provinces and the autonomous city of Buenos Aires. It shares with
            Brazil and Paraguay the point where the Iguazú meets the Paraná. The river carries barges from far
            inland to the ports around Rosario. The country has been a member of FATF since 2000.
            """,
            """
            Argentina es una federación de 23 provincias y la ciudad autónoma de Buenos Aires. Comparte con
            Brasil y Paraguay el punto donde el Iguazú se une al Paraná. Por ese río bajan las barcazas hasta
            los puertos de la zona de Rosario. El país es miembro del GAFI desde 2000.
            """,
        ),
    ),
    Country(
        "BR",
        Both("brazil", "brasil"),
        Both(
            """
            The largest country of South America borders every other on the mainland except Chile and
            Ecuador. It is a federation: most policing and most prisons belong to the states. Santos is its
            largest container port.
            """,
            """
            El mayor país de América del Sur limita con todos los demás del subcontinente, salvo Chile y
            Ecuador. Es una federación: la mayor parte de la policía y de las cárceles depende de los
            estados. Santos es su principal puerto de contenedores.
            """,
        ),
    ),
    Country(
        "CO",
        Both("colombia", "colombia"),
        Both(
            """
            Colombia has coasts on two seas and land borders with five countries. The government and the
            FARC signed a peace agreement in November 2016 that covers rural reform, illicit crops and a
            special jurisdiction. United Nations surveys have long placed the country first in coca
            cultivation.
            """,
            """
            Colombia tiene costas en dos mares y fronteras terrestres con cinco países. El Gobierno y las
            FARC firmaron en noviembre de 2016 un acuerdo de paz que abarca la reforma rural, los cultivos
            ilícitos y una jurisdicción especial. Los censos de Naciones Unidas la sitúan desde hace años en
            el primer lugar en cultivo de coca.
            """,
        ),
    ),
    Country(
        "CR",
        Both("costa-rica", "costa-rica"),
        Both(
            """
            Costa Rica abolished its army in 1948 and is the seat of the Inter-American Court of Human Rights.
            It has coasts on two oceans; the terminals of Limón and Moín handle most of its trade. Since 2025
            its constitution allows citizens to be extradited for drug trafficking and terrorism.
            """,
            """
            Costa Rica abolió su ejército en 1948 y es sede de la Corte Interamericana de Derechos Humanos.
            Tiene costas en dos océanos; por las terminales de Limón y Moín pasa la mayor parte de su comercio.
            Desde 2025, su Constitución permite extraditar a sus ciudadanos por narcotráfico y terrorismo.
            """,
        ),
    ),
    Country(
        "EC",
        Both("ecuador", "ecuador"),
        Both(
            """
            Ecuador lies between the two largest producers of coca, Colombia and Peru, and uses the United
            States dollar. It is the largest exporter of bananas in the world; most of its trade by sea passes
            through Guayaquil. In January 2024 the government declared an internal armed conflict.
            """,
            """
            Ecuador está entre los dos mayores productores de coca, Colombia y Perú, y usa el dólar
            estadounidense. Es el mayor exportador de banano del mundo; la mayor parte de su comercio marítimo
            pasa por Guayaquil. En enero de 2024, el Gobierno declaró un conflicto armado interno.
            """,
        ),
    ),
    Country(
        "SV",
        Both("el-salvador", "el-salvador"),
        Both(
            """
            The smallest and most densely settled country of mainland Central America ended a civil war with
            the Chapultepec accords of 1992, which created its civilian police. San Salvador is the seat of
            the SICA secretariat. A state of exception was declared in March 2022.
            """,
            """
            El país más pequeño y más densamente poblado de la Centroamérica continental puso fin a su
            guerra civil con los Acuerdos de Chapultepec de 1992, de los que nació su policía civil. San
            Salvador es sede de la secretaría del SICA. En marzo de 2022 se decretó un régimen de excepción.
            """,
        ),
    ),
    Country(
        "GT",
        Both("guatemala", "guatemala"),
        Both(
            """
            Guatemala shares a long border with Mexico, much of it river and forest, and has ports on both
            oceans. Peace accords in 1996 closed 36 years of armed conflict. From 2007 to 2019 an
            international commission against impunity, CICIG, worked beside its prosecutors.
            """,
            """
            Guatemala comparte con México una larga frontera, en gran parte de ríos y selva, y tiene puertos
            en los dos océanos. Los acuerdos de paz de 1996 cerraron 36 años de conflicto armado. Entre 2007
            y 2019, una comisión internacional contra la impunidad, la CICIG, trabajó junto a sus fiscales.
            """,
        ),
    ),
    Country(
        "HT",
        Both("haiti", "haiti"),
        Both(
            """
            Haiti occupies the western third of the island of Hispaniola and has a single land neighbour,
            the Dominican Republic. It is the most populous member of the Caribbean Community. The
            earthquake of January 2010 destroyed much of the capital and of the state’s archives.
            """,
            """
            Haití ocupa el tercio occidental de la isla La Española y tiene un solo vecino terrestre, la
            República Dominicana. Es el miembro más poblado de la Comunidad del Caribe. El terremoto de
            enero de 2010 destruyó buena parte de la capital y de los archivos del Estado.
            """,
        ),
    ),
    Country(
        "HN",
        Both("honduras", "honduras"),
        Both(
            """
            Honduras has a long Caribbean coast and a short Pacific one on the Gulf of Fonseca, which it
            shares with El Salvador and Nicaragua. Tegucigalpa is the capital and San Pedro Sula the
            industrial centre. The OAS mission against corruption, MACCIH, worked there from 2016 to 2020.
            """,
            """
            Honduras tiene una larga costa en el Caribe y una corta en el Pacífico, en el golfo de Fonseca,
            que comparte con El Salvador y Nicaragua. Tegucigalpa es la capital y San Pedro Sula, el centro
            industrial. La misión de la OEA contra la corrupción, la MACCIH, trabajó allí de 2016 a 2020.
            """,
        ),
    ),
    Country(
        "JM",
        Both("jamaica", "jamaica"),
        Both(
            """
            Jamaica is the largest English-speaking island of the Caribbean, with close to three million
            inhabitants. Kingston has one of the largest natural harbours of the region and is an important
            transshipment port. A new firearms law came into force in November 2022.
            """,
            """
            Jamaica es la mayor isla anglófona del Caribe, con cerca de tres millones de habitantes.
            Kingston tiene uno de los mayores puertos naturales de la región y es un centro importante de
            trasbordo. En noviembre de 2022 entró en vigor una nueva ley de armas de fuego.
            """,
        ),
    ),
    Country(
        "MX",
        Both("mexico", "mexico"),
        Both(
            """
            Mexico is a federation of 32 entities between two oceans, with a northern border of more than
            3,000 kilometres. Its criminal procedure became oral and adversarial in the whole country in
            June 2016. Organised crime is defined by a federal law of 1996.
            """,
            """
            México es una federación de 32 entidades entre dos océanos, con una frontera norte de más de
            3000 kilómetros. Desde junio de 2016, su proceso penal es acusatorio y oral en todo el país. Una
            ley federal de 1996 define la delincuencia organizada.
            """,
        ),
    ),
    Country(
        "NI",
        Both("nicaragua", "nicaragua"),
        Both(
            """
            Nicaragua is the largest country of Central America by area, with two autonomous regions on its
            Caribbean coast. Lake Cocibolca and the San Juan river cross most of the isthmus. The country
            left the OAS in November 2023.
            """,
            """
            Nicaragua es el país más extenso de Centroamérica, con dos regiones autónomas en la costa del
            Caribe. El lago Cocibolca y el río San Juan atraviesan casi todo el istmo. El país salió de la
            OEA en noviembre de 2023.
            """,
        ),
    ),
    Country(
        "PA",
        Both("panama", "panama"),
        Both(
            """
            Panama joins two continents and, since 1914, two oceans through its canal, which passed to
            national control on December 31, 1999. The economy uses the United States dollar. The roadless
            forest of the Darién separates the country from Colombia by land.
            """,
            """
            Panamá une dos continentes y, desde 1914, dos océanos por su canal, que pasó a control nacional
            el 31 de diciembre de 1999. En su economía circula el dólar estadounidense. La selva del Darién,
            sin carretera, lo separa de Colombia por tierra.
            """,
        ),
    ),
    Country(
        "PY",
        Both("paraguay", "paraguay"),
        Both(
            """
            Paraguay has no coast; its trade goes down the Paraguay and Paraná rivers. With Brazil it shares the
            dam of Itaipú and the bridge between Ciudad del Este and Foz do Iguaçu. The treaty that created
            Mercosur was signed in its capital in March 1991.
            """,
            """
            Paraguay no tiene costa; su comercio baja por los ríos Paraguay y Paraná. Comparte con Brasil la
            represa de Itaipú y el puente entre Ciudad del Este y Foz do Iguaçu. En su capital se firmó, en
            marzo de 1991, el tratado que creó el Mercosur.
            """,
        ),
    ),
    Country(
        "PE",
        Both("peru", "peru"),
        Both(
            """
            More than half of Peru’s territory is Amazon forest, east of the Andes. Callao, beside Lima, is
            its main port. Gold, timber and coca leaf, which has a legal market under state control, are
            each governed by their own system of permits.
            """,
            """
            Más de la mitad del territorio peruano es selva amazónica, al este de los Andes. El Callao,
            junto a Lima, es su puerto principal. El oro, la madera y la hoja de coca, que tiene un mercado
            legal bajo control del Estado, se rigen cada uno por su propio sistema de permisos.
            """,
        ),
    ),
    Country(
        "TT",
        Both("trinidad-and-tobago", "trinidad-y-tobago"),
        Both(
            """
            The two islands lie off the coast of Venezuela, eleven kilometres away at the narrowest point.
            Oil, gas and petrochemicals carry the economy. Port of Spain is the seat of CARICOM’s agency for
            crime and security.
            """,
            """
            Las dos islas están frente a la costa de Venezuela, a once kilómetros en el punto más estrecho.
            La economía descansa en el petróleo, el gas y la petroquímica. Puerto España es sede de la
            agencia de la Caricom para el crimen y la seguridad.
            """,
        ),
    ),
    Country(
        "VE",
        Both("venezuela", "venezuela"),
        Both(
            """
            Venezuela has a long Caribbean coast and, by most published estimates, the largest oil reserves in
            the world. South of the Orinoco lie forest, rivers and gold; a mining zone of almost 112,000 square
            kilometres was decreed there in 2016. Millions of its people have left since 2015.
            """,
            """
            Venezuela tiene una larga costa en el Caribe y, según la mayoría de las estimaciones, las mayores
            reservas de petróleo del mundo. Al sur del Orinoco hay selva, ríos y oro; en 2016 se decretó allí
            una zona minera de casi 112 000 kilómetros cuadrados. Desde 2015 han salido del país millones de
            personas.
            """,
        ),
    ),
)
