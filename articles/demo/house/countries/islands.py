"""The Caribbean islands."""

from datetime import date

from articles.demo.shapes import Both, Country

ISLANDS: tuple[Country, ...] = (
    Country(
        "HT",
        Both("haiti", "haiti"),
        Both(
            """
            <p>Haiti occupies the western third of the island of Hispaniola, with ten departments and
            one land neighbour, the Dominican Republic. It has been a full member of the Caribbean
            Community since 2002 and is the most populous of them all.</p>

            <h2>Roads and the sea</h2>

            <p>The border runs for about 380 kilometres, with four official crossings. Three roads join
            Port-au-Prince to the north, the south and the Dominican side, so whoever holds a stretch of
            one can tax or close a region. Much of what the country eats and burns comes by sea.</p>

            <h2>Institutions</h2>

            <p>The army was disbanded in 1995 and the National Police founded in the same year; a small
            army was formed again from 2017. The earthquake of January 12, 2010 destroyed much of the
            capital and of the state’s archives.</p>

            <h2>The Security Council</h2>

            <p>A United Nations office, BINUH, has followed politics and human rights since 2019.
            Sanctions date from October 2022. The Council authorised a support mission led by Kenya in
            October 2023 and, in September 2025, a larger Gang Suppression Force.</p>

            <h2>Reading the figures</h2>

            <p>The main series come from abroad. The United Nations counted at least 5,601 people killed
            in 2024; the International Organization for Migration put those displaced within the country
            at nearly 1.3 million in June 2025. “At least” belongs to the first figure: whole districts
            are out of reach.</p>
            """,
            """
            <p>Haití ocupa el tercio occidental de la isla La Española; tiene diez departamentos y un
            solo vecino terrestre, la República Dominicana. Es miembro pleno de la Comunidad del Caribe
            desde 2002 y el más poblado de todos.</p>

            <h2>Los caminos y el mar</h2>

            <p>La frontera mide unos 380 kilómetros y tiene cuatro pasos oficiales. Tres carreteras unen
            Puerto Príncipe con el norte, el sur y el lado dominicano, de modo que quien domina un tramo
            puede cobrar peaje a una región o cerrarla. Gran parte de lo que el país come y quema llega
            por mar.</p>

            <h2>Las instituciones</h2>

            <p>El ejército se disolvió en 1995 y ese mismo año se fundó la Policía Nacional; desde 2017
            volvió a formarse un ejército pequeño. El terremoto del 12 de enero de 2010 destruyó buena
            parte de la capital y de los archivos del Estado.</p>

            <h2>El Consejo de Seguridad</h2>

            <p>Una oficina de las Naciones Unidas, la BINUH, sigue desde 2019 la política y los derechos
            humanos. Las sanciones datan de octubre de 2022. El Consejo autorizó en octubre de 2023 una
            misión de apoyo encabezada por Kenia y, en septiembre de 2025, una fuerza mayor contra las
            bandas.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Las series principales se hacen desde fuera. Las Naciones Unidas contaron al menos 5601
            personas asesinadas en 2024; la Organización Internacional para las Migraciones estimó en
            casi 1,3 millones los desplazados internos en junio de 2025. El “al menos” es parte de la
            primera cifra: hay barrios enteros a los que nadie llega.</p>
            """,
        ),
        reviewed=date(2026, 10, 5),
    ),
    Country(
        "JM",
        Both("jamaica", "jamaica"),
        Both(
            """
            <p>Jamaica is the largest English-speaking island of the Caribbean, with fourteen parishes
            and fewer than three million inhabitants. As many people of Jamaican descent may live
            abroad.</p>

            <h2>A harbour among routes</h2>

            <p>Kingston has one of the largest natural harbours in the world and a container terminal
            where ships exchange cargo for the whole region. Cuba is about 150 kilometres away and Haiti
            less than 200. Fishing boats have carried guns one way and cannabis the other, as
            governments on both sides have described for years.</p>

            <h2>Law</h2>

            <p>An act of 2017 lets the prime minister declare zones of special operations for sixty
            days, with soldiers and a committee for social work. An act against criminal organisations
            dates from 2014. A new firearms law, in force since November 2022, sets a minimum of fifteen
            years for having a prohibited weapon.</p>

            <h2>Oversight</h2>

            <p>Killings by the security forces are investigated by an independent commission, INDECOM,
            set up in 2010, which publishes its count. The country spent the years from February 2020 to
            June 2024 on the list of FATF.</p>

            <h2>Reading the figures</h2>

            <p>The police counted more than a thousand murders in every year from 2004 to 2024. Fatal
            shootings by officers are not among them. In a small country a single parish can move the
            national rate, so tables by parish say more.</p>
            """,
            """
            <p>Jamaica es la mayor isla anglófona del Caribe, con catorce distritos, llamados
            parroquias, y menos de tres millones de habitantes. En el exterior viven quizá otras tantas
            personas de origen jamaiquino.</p>

            <h2>Un puerto entre rutas</h2>

            <p>Kingston tiene uno de los mayores puertos naturales del mundo y una terminal donde los
            barcos intercambian contenedores de toda la región. Cuba está a unos 150 kilómetros y Haití,
            a menos de 200. Las lanchas de pesca han llevado armas en un sentido y cannabis en el otro,
            como describen desde hace años las autoridades de ambos lados.</p>

            <h2>Las leyes</h2>

            <p>Una ley de 2017 permite al primer ministro declarar por sesenta días zonas de operaciones
            especiales, con militares y con un comité para el trabajo social. Otra, contra las
            organizaciones criminales, es de 2014. La nueva ley de armas, en vigor desde noviembre de
            2022, fija un mínimo de quince años por tener una prohibida.</p>

            <h2>El control</h2>

            <p>Una comisión independiente creada en 2010, INDECOM, investiga las muertes que causan las
            fuerzas de seguridad y publica su número. Entre febrero de 2020 y junio de 2024, el país
            estuvo en la lista del GAFI.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La policía contó más de mil asesinatos en cada año entre 2004 y 2024. Las personas que
            mueren por disparos de sus agentes no entran en esa suma. En un país pequeño, una sola
            parroquia mueve la tasa nacional: los cuadros por parroquia dicen más.</p>
            """,
        ),
        reviewed=date(2026, 7, 14),
    ),
    Country(
        "TT",
        Both("trinidad-and-tobago", "trinidad-y-tobago"),
        Both(
            """
            <p>Trinidad and Tobago is a republic of two islands and some 1.4 million people, independent
            since 1962. At the narrowest point Trinidad lies eleven kilometres from Venezuela.</p>

            <h2>Oil, gas and a short crossing</h2>

            <p>Oil, gas and petrochemicals carry the economy. The Gulf of Paria, between the islands and
            the mainland, is crossed by fishing boats and tankers, and by people, fuel, guns and drugs
            that no captain declares. Since 2016 many Venezuelans have arrived the same way.</p>

            <h2>A regional seat</h2>

            <p>CARICOM’s agency for crime and security, IMPACS, works from Port of Spain, and so does
            the Caribbean Court of Justice. The country’s own final court, however, is still the
            Judicial Committee of the Privy Council in London.</p>

            <h2>Law</h2>

            <p>States of emergency were declared in 2011, in December 2024 and again in July 2025; the
            constitution requires Parliament to extend them. The country was on the list of FATF from
            November 2017 to February 2020.</p>

            <h2>Reading the figures</h2>

            <p>The police publish murders by division. The total for 2024, more than 600, was the
            highest on record. With 1.4 million inhabitants, fourteen cases more or less move the
            national rate by one point for every 100,000.</p>
            """,
            """
            <p>Trinidad y Tobago es una república de dos islas y cerca de 1,4 millones de habitantes,
            independiente desde 1962. En el punto más estrecho, Trinidad está a once kilómetros de
            Venezuela.</p>

            <h2>Petróleo, gas y un paso corto</h2>

            <p>La economía descansa en el petróleo, el gas y la petroquímica. El golfo de Paria, entre
            las islas y el continente, lo cruzan pesqueros y buques tanque, y también personas,
            combustible, armas y drogas que ningún capitán declara. Desde 2016 han llegado por ahí
            muchos venezolanos.</p>

            <h2>Una sede regional</h2>

            <p>En Puerto España tienen su sede la agencia de la Caricom para el crimen y la seguridad,
            IMPACS, y la Corte de Justicia del Caribe. La última instancia del propio país, sin embargo,
            sigue siendo el Comité Judicial del Consejo Privado, en Londres.</p>

            <h2>Las leyes</h2>

            <p>Se declararon estados de emergencia en 2011, en diciembre de 2024 y otra vez en julio de
            2025; la Constitución exige que el Parlamento los prorrogue. El país estuvo en la lista del
            GAFI de noviembre de 2017 a febrero de 2020.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La policía publica los asesinatos por división. El total de 2024, más de 600, fue el más
            alto registrado. Con 1,4 millones de habitantes, catorce casos más o menos mueven la tasa
            nacional un punto por cada 100 000.</p>
            """,
        ),
        reviewed=date(2026, 5, 5),
    ),
)
