"""The organisations among the topics: criminal actors and institutions."""

from articles.demo.shapes import Both, Topic

ORGANISATIONS: tuple[Topic, ...] = (
    Topic(
        "barrio-18",
        "actor",
        Both("Barrio 18", "Barrio 18"),
        Both("barrio-18", "barrio-18"),
        Both(
            """
            A street gang that began in Los Angeles in the 1960s and spread to Central America with the
            deportations of the 1990s. In El Salvador it split into two factions; elsewhere the name covers
            other structures.
            """,
            """
            Pandilla callejera nacida en Los Ángeles en la década de 1960 y extendida a Centroamérica con
            las deportaciones de la de 1990. En El Salvador se dividió en dos facciones; en otros países el
            nombre designa estructuras distintas.
            """,
        ),
        ("18th Street", "Mara 18", "Calle 18"),
    ),
    Topic(
        "ms13",
        "actor",
        Both("MS13", "MS13"),
        Both("ms13", "ms13"),
        Both(
            """
            A street gang formed around 1980 in Los Angeles by young people from Salvadoran families. It
            works through local cells; in Central America its main documented income is extortion.
            """,
            """
            Pandilla callejera formada hacia 1980 en Los Ángeles por jóvenes de familias salvadoreñas.
            Funciona por células locales; en Centroamérica, su principal ingreso documentado es la
            extorsión.
            """,
        ),
        ("Mara Salvatrucha", "MS-13"),
    ),
    Topic(
        "oas",
        "institution",
        Both("Organization of American States", "Organización de los Estados Americanos"),
        Both("organization-of-american-states", "organizacion-de-los-estados-americanos"),
        Both(
            """
            Founded in 1948 and based in Washington. Its General Assembly meets once a year; its secretariat
            runs programmes on security, drugs and elections.
            """,
            """
            Fundada en 1948 y con sede en Washington. Su Asamblea General se reúne una vez al año; su
            secretaría lleva programas sobre seguridad, drogas y elecciones.
            """,
        ),
        ("OAS", "OEA"),
    ),
    Topic(
        "sica",
        "institution",
        Both("Central American Integration System", "Sistema de la Integración Centroamericana"),
        Both("central-american-integration-system", "sistema-de-la-integracion-centroamericana"),
        Both(
            """
            Created by the Tegucigalpa Protocol of 1991 and working since 1993, with its secretariat in San
            Salvador. The Dominican Republic joined the seven states of the isthmus in 2013.
            """,
            """
            Creado por el Protocolo de Tegucigalpa de 1991 y en funciones desde 1993, con secretaría en San
            Salvador. La República Dominicana se sumó en 2013 a los siete Estados del istmo.
            """,
        ),
        ("SICA",),
    ),
    Topic(
        "cicig",
        "institution",
        Both("CICIG", "CICIG"),
        Both("cicig", "cicig"),
        Both(
            """
            The International Commission against Impunity in Guatemala, created by an agreement of 2006 with
            the United Nations. It supported Guatemalan prosecutors from September 2007 to September 2019.
            """,
            """
            La Comisión Internacional contra la Impunidad en Guatemala, creada por un acuerdo de 2006 con
            las Naciones Unidas. Apoyó a los fiscales guatemaltecos de septiembre de 2007 a septiembre de
            2019.
            """,
        ),
    ),
    Topic(
        "unodc",
        "institution",
        Both("UN Office on Drugs and Crime", "Oficina de la ONU contra la Droga y el Delito"),
        Both("un-office-on-drugs-and-crime", "oficina-de-la-onu-contra-la-droga-y-el-delito"),
        Both(
            """
            The Vienna office of the United Nations that serves as secretariat of the Palermo Convention and
            publishes the world’s main series on drugs and homicide.
            """,
            """
            La oficina de Naciones Unidas en Viena que sirve de secretaría a la Convención de Palermo y
            publica las principales series mundiales sobre drogas y homicidios.
            """,
        ),
        ("UNODC",),
    ),
    Topic(
        "caricom",
        "institution",
        Both("Caribbean Community", "Comunidad del Caribe"),
        Both("caribbean-community", "comunidad-del-caribe"),
        Both(
            """
            Founded by the Treaty of Chaguaramas in 1973, with its secretariat in Georgetown. Its agency for
            crime and security, IMPACS, was set up in 2006 in Port of Spain.
            """,
            """
            Fundada por el Tratado de Chaguaramas en 1973, con secretaría en Georgetown. Su agencia para el
            crimen y la seguridad, IMPACS, se creó en 2006 en Puerto España.
            """,
        ),
        ("CARICOM", "CARICOM IMPACS"),
    ),
    Topic(
        "fatf",
        "institution",
        Both("FATF and GAFILAT", "GAFI y GAFILAT"),
        Both("fatf-and-gafilat", "gafi-y-gafilat"),
        Both(
            """
            The Financial Action Task Force, created in Paris in 1989, and its Latin American counterpart,
            founded in Cartagena in 2000. They evaluate states against forty recommendations.
            """,
            """
            El Grupo de Acción Financiera Internacional, creado en París en 1989, y su par latinoamericano,
            fundado en Cartagena en 2000. Evalúan a los Estados según cuarenta recomendaciones.
            """,
        ),
        ("FATF", "GAFI", "GAFILAT", "GAFISUD"),
    ),
    Topic(
        "ameripol",
        "institution",
        Both("Ameripol", "Ameripol"),
        Both("ameripol", "ameripol"),
        Both(
            """
            The Police Community of the Americas, founded by police chiefs in Bogotá in 2007. A treaty signed in
            Brasília in November 2023 gives it legal personality.
            """,
            """
            La Comunidad de Policías de América, fundada por jefes de policía en Bogotá en 2007. Un tratado
            firmado en Brasilia en noviembre de 2023 le da personalidad jurídica.
            """,
        ),
        ("Police Community of the Americas", "Comunidad de Policías de América"),
    ),
)
