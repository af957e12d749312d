"""Bodies of the hemisphere and their plans."""

from datetime import date

from articles.demo.shapes import Both, Topic

REGION: tuple[Topic, ...] = (
    Topic(
        "caricom",
        "institution",
        Both("Caribbean Community", "Comunidad del Caribe"),
        Both("caribbean-community", "comunidad-del-caribe"),
        Both(
            """
            <p>The Caribbean Community was founded by the Treaty of Chaguaramas, signed on July 4, 1973,
            and revised in 2001. It has fifteen full members, from Belize to Suriname, and its
            secretariat is in Georgetown, Guyana.</p>

            <h2>How it decides</h2>

            <p>The Conference of Heads of Government meets twice a year, and the chair passes from hand
            to hand every six months. Agreements become law only when each parliament has passed them.
            Haiti, a full member since 2002, is the most populous; several others have fewer inhabitants
            than a small city.</p>

            <h2>Security</h2>

            <p>Crime became the fourth pillar of the Community’s work in the 2000s. Its agency, IMPACS,
            was set up in Port of Spain in 2006, and grew out of the preparations for the Cricket World
            Cup of 2007, for which ten countries became a single space for visitors. A unit on crime
            guns opened in November 2022. In April 2023 the leaders declared violence a matter of public
            health.</p>

            <h2>Justice</h2>

            <p>The Caribbean Court of Justice opened in 2005. It hears disputes over the common market;
            only some members have made it their final court of appeal in place of the Privy Council in
            London.</p>

            <h2>What is disputed</h2>

            <p>Why so much is agreed and so little ratified. And what small states, by themselves, can
            do about guns that are made elsewhere.</p>
            """,
            """
            <p>La Comunidad del Caribe nació del Tratado de Chaguaramas, firmado el 4 de julio de 1973 y
            revisado en 2001. Tiene quince miembros plenos, de Belice a Surinam, y su secretaría está en
            Georgetown, Guyana.</p>

            <h2>Cómo decide</h2>

            <p>La Conferencia de Jefes de Gobierno se reúne dos veces al año y la presidencia rota cada
            seis meses. Los acuerdos solo son ley cuando los aprueba cada parlamento. Haití, miembro
            pleno desde 2002, es el más poblado; varios de los otros tienen menos habitantes que una
            ciudad pequeña.</p>

            <h2>La seguridad</h2>

            <p>El delito pasó a ser en la década de 2000 el cuarto pilar de la Comunidad. Su agencia,
            IMPACS, se creó en Puerto España en 2006 y surgió de los preparativos del Mundial de Críquet
            de 2007, para el que diez países formaron un espacio único de viaje. En noviembre de 2022 se
            abrió una unidad sobre armas usadas en delitos. En abril de 2023, los gobernantes declararon
            la violencia un asunto de salud pública.</p>

            <h2>La justicia</h2>

            <p>La Corte de Justicia del Caribe abrió en 2005. Resuelve los litigios sobre el mercado
            común; solo algunos miembros la han hecho su última instancia en lugar del Consejo Privado
            de Londres.</p>

            <h2>Qué se discute</h2>

            <p>Por qué se acuerda tanto y se ratifica tan poco. Y qué pueden hacer los Estados pequeños,
            por sí solos, con armas que se fabrican en otra parte.</p>
            """,
        ),
        aliases=("CARICOM", "CARICOM IMPACS"),
        reviewed=date(2026, 7, 6),
    ),
    Topic(
        "oas",
        "institution",
        Both("Organization of American States", "Organización de los Estados Americanos"),
        Both("organization-of-american-states", "organizacion-de-los-estados-americanos"),
        Both(
            """
            <p>The Organization of American States was founded by a charter signed in Bogotá in April
            1948 and in force since December 1951. Its seat is in Washington. All 35 independent states
            of the Americas have at some time joined it.</p>

            <h2>Who takes part</h2>

            <p>Cuba was suspended in 1962; the decision was lifted in 2009, and the country has not
            returned. Nicaragua left in November 2023. The General Assembly meets once a year, the
            Permanent Council all through it, and every state has one vote.</p>

            <h2>What it does about crime</h2>

            <p>CICAD, its commission on drugs, dates from 1986, and a secretariat for multidimensional
            security from 2005. Ministers of justice and of public security meet within its framework.
            Several treaties are its own: on corruption (1996), firearms (1997) and mutual legal
            assistance (1992). It ran missions against corruption in Honduras and El Salvador, and has
            observed elections since 1962.</p>

            <h2>Human rights</h2>

            <p>The Inter-American Commission was created in 1959; the Court, in San José, has sat since
            1979. Their rulings on prisons, amnesties and emergency powers appear in many of these
            stories.</p>

            <h2>What is disputed</h2>

            <p>Its budget is small and most of its declarations pass by consensus, which makes them
            broad. Critics call it slow or too close to its largest member; defenders ask where else all
            would talk.</p>
            """,
            """
            <p>La Organización de los Estados Americanos nació de una carta firmada en Bogotá en abril
            de 1948 y vigente desde diciembre de 1951. Tiene su sede en Washington. Los 35 Estados
            independientes de las Américas se han incorporado a ella en algún momento.</p>

            <h2>Quiénes participan</h2>

            <p>Cuba fue suspendida en 1962; la decisión se levantó en 2009 y el país no ha vuelto.
            Nicaragua salió en noviembre de 2023. La Asamblea General se reúne una vez al año; el
            Consejo Permanente, durante todo él, y cada Estado tiene un voto.</p>

            <h2>Qué hace frente al delito</h2>

            <p>La CICAD, su comisión sobre drogas, es de 1986, y una secretaría de seguridad
            multidimensional, de 2005. En su marco se reúnen los ministros de justicia y los de
            seguridad pública. Varios tratados son suyos: los de corrupción (1996), armas de fuego
            (1997) y asistencia penal (1992). Llevó misiones contra la corrupción a Honduras y El
            Salvador, y observa elecciones desde 1962.</p>

            <h2>Los derechos humanos</h2>

            <p>La Comisión Interamericana se creó en 1959; la Corte, en San José, funciona desde 1979.
            Sus decisiones sobre cárceles, amnistías y estados de excepción aparecen en muchos de estos
            artículos.</p>

            <h2>Qué se discute</h2>

            <p>Su presupuesto es pequeño y casi todas sus declaraciones se aprueban por consenso, lo que
            las vuelve amplias. Los críticos la llaman lenta o demasiado cercana a su miembro mayor; sus
            defensores preguntan dónde más hablarían todos.</p>
            """,
        ),
        aliases=("OAS", "OEA"),
        reviewed=date(2026, 6, 23),
    ),
    Topic(
        "regional-security",
        "theme",
        Both("Regional security cooperation", "Cooperación en seguridad regional"),
        Both("regional-security-cooperation", "cooperacion-seguridad-regional"),
        Both(
            """
            <p>Crime crosses borders more easily than a police officer may. Regional security
            cooperation is the name for what governments do about it together: strategies, training,
            shared data, joint operations and the money that pays for them.</p>

            <h2>How it came about</h2>

            <p>The Framework Treaty on Democratic Security, signed by the Central American states in
            1995, put civilian police and the rule of law at the centre. In 2003 the hemisphere’s
            governments declared in Mexico City that security has many dimensions, from arms to poverty.
            The United States added funds: the Mérida Initiative from 2007, CARSI for Central America
            and CBSI for the Caribbean from 2010. In 2011 the isthmus presented donors with a strategy
            of its own. The Inter-American Development Bank brought governments into an alliance for
            security and justice in December 2024.</p>

            <h2>What is disputed</h2>

            <p>Critics ask for whom the plans are written: for the receiving countries, or for the one
            that pays. A second dispute is about results. In 2010 the Government Accountability Office
            in Washington found that the Mérida Initiative needed better measures of performance. Patrol
            boats can be counted; trust in a police force is harder to put in a table.</p>
            """,
            """
            <p>El delito cruza las fronteras con menos trámites que un policía. Se llama cooperación en
            seguridad regional a lo que los gobiernos hacen juntos frente a eso: estrategias,
            capacitación, datos compartidos, operativos conjuntos y el dinero que los paga.</p>

            <h2>Cómo se formó</h2>

            <p>El Tratado Marco de Seguridad Democrática, que los Estados centroamericanos firmaron en
            1995, puso en el centro a la policía civil y al Estado de derecho. En 2003, los gobiernos
            del hemisferio declararon en Ciudad de México que la seguridad tiene muchas dimensiones, de
            las armas a la pobreza. Estados Unidos aportó fondos: la Iniciativa Mérida desde 2007, la
            CARSI para Centroamérica y la CBSI para el Caribe desde 2010. En 2011, el istmo llevó a los
            donantes una estrategia propia. El Banco Interamericano de Desarrollo reunió a los gobiernos
            en una alianza por la seguridad y la justicia en diciembre de 2024.</p>

            <h2>Qué se discute</h2>

            <p>Los críticos preguntan para quién se escriben los planes: para los países que los reciben
            o para el que paga. Otra discusión es la de los resultados. En 2010, la oficina de auditoría
            del Congreso de Estados Unidos concluyó que la Iniciativa Mérida necesitaba mejores medidas
            de desempeño. Las lanchas se cuentan; la confianza en una policía cuesta más ponerla en un
            cuadro.</p>
            """,
        ),
        aliases=("CARSI", "CBSI"),
        reviewed=date(2026, 10, 13),
    ),
    Topic(
        "sica",
        "institution",
        Both("Central American Integration System", "Sistema de la Integración Centroamericana"),
        Both("central-american-integration-system", "sistema-de-la-integracion-centroamericana"),
        Both(
            """
            <p>The Central American Integration System joins Belize, Costa Rica, El Salvador, Guatemala,
            Honduras, Nicaragua, Panama and, since 2013, the Dominican Republic. It was created by the
            Tegucigalpa Protocol of December 13, 1991 and began its work in February 1993.</p>

            <h2>How it came about</h2>

            <p>An older body, ODECA, dated from 1951 and had been paralysed by the wars of the isthmus.
            The protocol reformed its charter and named new aims, among them a region of peace, freedom,
            democracy and development.</p>

            <h2>How it is built</h2>

            <p>The presidents decide, by consensus, at summits twice a year. A secretariat in San
            Salvador prepares and follows up. Beside it stand the Central American Court of Justice in
            Managua, a parliament in Guatemala and a bank of integration in Tegucigalpa. Not every
            member belongs to every body.</p>

            <h2>Security</h2>

            <p>The Framework Treaty on Democratic Security was signed in San Pedro Sula in December
            1995. The security strategy that donors received in June 2011 has four components: combating
            crime, prevention, rehabilitation and prisons, and stronger institutions.</p>

            <h2>What is disputed</h2>

            <p>Consensus protects the smallest member and lets one alone stop a decision, including the
            choice of a secretary general. Four of the states share free movement; the others watch
            their borders.</p>
            """,
            """
            <p>El Sistema de la Integración Centroamericana reúne a Belice, Costa Rica, El Salvador,
            Guatemala, Honduras, Nicaragua, Panamá y, desde 2013, la República Dominicana. Lo creó el
            Protocolo de Tegucigalpa, del 13 de diciembre de 1991, y empezó a funcionar en febrero de
            1993.</p>

            <h2>Cómo se formó</h2>

            <p>Un organismo anterior, la ODECA, venía de 1951 y había quedado paralizado por las guerras
            del istmo. El protocolo reformó su carta y fijó nuevos fines, entre ellos una región de paz,
            libertad, democracia y desarrollo.</p>

            <h2>Cómo está hecho</h2>

            <p>Los presidentes deciden, por consenso, en dos cumbres al año. Una secretaría en San
            Salvador prepara y da seguimiento. A su lado están la Corte Centroamericana de Justicia, en
            Managua; un parlamento, en Guatemala, y un banco de integración, en Tegucigalpa. No todos
            los miembros pertenecen a todos los órganos.</p>

            <h2>La seguridad</h2>

            <p>El Tratado Marco de Seguridad Democrática se firmó en San Pedro Sula en diciembre de
            1995. La estrategia que recibieron los donantes en junio de 2011 tiene cuatro componentes:
            combate al delito, prevención, rehabilitación y cárceles, y fortalecimiento de las
            instituciones.</p>

            <h2>Qué se discute</h2>

            <p>El consenso protege al miembro más pequeño y permite que uno solo detenga una decisión,
            también la de elegir al secretario general. Cuatro de los Estados comparten la libre
            circulación; los demás vigilan sus fronteras.</p>
            """,
        ),
        aliases=("SICA",),
        reviewed=date(2026, 7, 28),
    ),
)
