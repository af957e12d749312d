"""From Mexico to Honduras."""

from datetime import date

from articles.demo.shapes import Both, Country

NORTH: tuple[Country, ...] = (
    Country(
        "GT",
        Both("guatemala", "guatemala"),
        Both(
            """
            <p>Guatemala has 22 departments and, by the census of 2018, almost fifteen million
            inhabitants, more than two fifths of whom describe themselves as Maya. It is the most
            populous country of the isthmus.</p>

            <h2>Routes</h2>

            <p>The border with Mexico runs for some 960 kilometres, in great part along rivers and
            through the forest of Petén, a department that covers a third of the country. Puerto Quetzal
            opens on the Pacific; Santo Tomás de Castilla and Puerto Barrios lie on the short Caribbean
            coast.</p>

            <h2>Institutions</h2>

            <p>The peace accords of 1996 closed 36 years of armed conflict and led to the National Civil
            Police, founded in 1997. The Public Prosecutor’s Office is autonomous: its head is appointed
            for four years by the president, from a list of six names drawn up by a commission of
            jurists. From 2007 to 2019 an international commission, CICIG, worked beside it.</p>

            <h2>Forest and permits</h2>

            <p>The Maya Biosphere Reserve, created in 1990, covers the north of Petén. In part of it,
            communities hold concessions and fell under a plan; the council of protected areas, CONAP,
            signs the export permits.</p>

            <h2>Reading the figures</h2>

            <p>The police count homicides; the forensic institute, INACIF, counts bodies with injuries
            that suggest a crime. The second number is usually the higher of the two. They answer different
            questions, and neither corrects the other.</p>
            """,
            """
            <p>Guatemala tiene 22 departamentos y, según el censo de 2018, casi quince millones de
            habitantes, de los que más de dos quintas partes se identifican como mayas. Es el país más
            poblado del istmo.</p>

            <h2>Rutas</h2>

            <p>La frontera con México se extiende unos 960 kilómetros, en gran parte por ríos y por la
            selva de Petén, un departamento que abarca un tercio del país. Puerto Quetzal da al
            Pacífico; Santo Tomás de Castilla y Puerto Barrios, a la breve costa del Caribe.</p>

            <h2>Las instituciones</h2>

            <p>Los acuerdos de paz de 1996 cerraron 36 años de conflicto armado y dieron origen a la
            Policía Nacional Civil, fundada en 1997. El Ministerio Público es autónomo: el presidente
            nombra a su titular por cuatro años, de una lista de seis nombres que prepara una comisión
            de juristas. Entre 2007 y 2019 trabajó a su lado una comisión internacional, la CICIG.</p>

            <h2>Bosques y permisos</h2>

            <p>La Reserva de la Biosfera Maya, creada en 1990, cubre el norte de Petén. En una parte hay
            concesiones de las comunidades, que talan según un plan; el Consejo Nacional de Áreas
            Protegidas, el CONAP, firma los permisos de exportación.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La policía cuenta homicidios; el instituto forense, INACIF, cuenta cuerpos con lesiones
            que sugieren un delito. El segundo número suele ser el mayor. Responden a preguntas
            distintas y ninguno corrige al otro.</p>
            """,
        ),
        reviewed=date(2026, 9, 18),
    ),
    Country(
        "HN",
        Both("honduras", "honduras"),
        Both(
            """
            <p>Honduras has 18 departments, a long Caribbean coast and a short Pacific one on the Gulf
            of Fonseca, which it shares with El Salvador and Nicaragua. Tegucigalpa is the capital and
            San Pedro Sula the industrial centre.</p>

            <h2>Routes</h2>

            <p>Puerto Cortés, on the Caribbean, is one of the busiest ports of Central America; since
            2006 it has screened containers with United States customs. In the east, La Mosquitia is a
            plain of rivers, lagoons and pine that can be reached by air or water only. Since an
            agreement of 2006, citizens of Honduras, Guatemala, El Salvador and Nicaragua may cross one
            another’s borders with an identity card.</p>

            <h2>Missions and commissions</h2>

            <p>The OAS mission against corruption, MACCIH, worked beside prosecutors from 2016 to
            January 2020. In December 2022 the government and the United Nations signed a memorandum on
            a possible successor. A commission formed in 2016 removed several thousand officers from the
            police.</p>

            <h2>Emergency</h2>

            <p>A partial state of exception was declared in December 2022, against extortion, and
            prolonged again and again in the following years.</p>

            <h2>Reading the figures</h2>

            <p>The Violence Observatory of the National Autonomous University compares the records of
            police, prosecutors and forensic doctors. Its homicide rate reached 86 for every 100,000
            people in 2011, the highest of any country at the time, and has since fallen by more than
            half.</p>
            """,
            """
            <p>Honduras tiene 18 departamentos, una larga costa en el Caribe y una corta en el Pacífico,
            en el golfo de Fonseca, que comparte con El Salvador y Nicaragua. Tegucigalpa es la capital
            y San Pedro Sula, el centro industrial.</p>

            <h2>Rutas</h2>

            <p>Puerto Cortés, en el Caribe, es uno de los puertos de más movimiento de Centroamérica;
            desde 2006 revisa contenedores junto con la aduana de Estados Unidos. En el oriente, La
            Mosquitia es una llanura de ríos, lagunas y pinos a la que solo se llega por aire o por
            agua. Desde un convenio de 2006, los ciudadanos de Honduras, Guatemala, El Salvador y
            Nicaragua cruzan las fronteras comunes con su documento de identidad.</p>

            <h2>Misiones y comisiones</h2>

            <p>La misión de la OEA contra la corrupción, la MACCIH, acompañó a los fiscales de 2016 a
            enero de 2020. En diciembre de 2022, el Gobierno y las Naciones Unidas firmaron un memorando
            sobre una posible sucesora. Una comisión formada en 2016 separó de la policía a varios miles
            de agentes.</p>

            <h2>La excepción</h2>

            <p>En diciembre de 2022 se decretó un estado de excepción parcial, contra la extorsión, que
            se prorrogó una y otra vez en los años siguientes.</p>

            <h2>Cómo leer las cifras</h2>

            <p>El Observatorio de la Violencia de la Universidad Nacional Autónoma coteja los registros
            de la policía, la fiscalía y los médicos forenses. Su tasa de homicidios llegó en 2011 a 86
            por cada 100 000 habitantes, la más alta de cualquier país en ese momento, y desde entonces
            ha bajado más de la mitad.</p>
            """,
        ),
        reviewed=date(2026, 2, 24),
    ),
    Country(
        "MX",
        Both("mexico", "mexico"),
        Both(
            """
            <p>Mexico is a federation of 32 entities between two oceans. The census of 2020 counted 126
            million inhabitants, which makes it the most populous Spanish-speaking country.</p>

            <h2>Borders and ports</h2>

            <p>The northern border is more than 3,100 kilometres long and among the most crossed in the
            world. In the south lie Guatemala and Belize. Manzanillo, on the Pacific, moves the most
            containers; Lázaro Cárdenas, Veracruz and Altamira follow.</p>

            <h2>Who investigates, who judges</h2>

            <p>Organised crime is defined by a federal law of 1996: three or more people who organise to
            commit certain offences. Since June 2016 criminal trials have been oral and adversarial in
            the whole country. A prosecutor’s office with autonomy in law replaced the old attorney
            general’s in 2019, and in 2025 part of the bench was elected by popular vote.</p>

            <h2>Soldiers and police</h2>

            <p>The National Guard was created in 2019 in place of the Federal Police. A reform of
            September 2024 put it under the Ministry of Defence. Municipal and state forces remain, with
            great differences in pay and number.</p>

            <h2>Reading the figures</h2>

            <p>There are two series. The statistics institute, INEGI, counts victims on death
            certificates and publishes months later; the security secretariat counts the files that
            state prosecutors open and publishes every month. The national register of missing people,
            which passed 100,000 names in May 2022, has to be read beside both.</p>
            """,
            """
            <p>México es una federación de 32 entidades entre dos océanos. El censo de 2020 contó 126
            millones de habitantes: es el país hispanohablante más poblado.</p>

            <h2>Fronteras y puertos</h2>

            <p>La frontera norte mide más de 3100 kilómetros y está entre las más transitadas del mundo.
            Al sur quedan Guatemala y Belice. Manzanillo, en el Pacífico, es el puerto que más
            contenedores mueve; le siguen Lázaro Cárdenas, Veracruz y Altamira.</p>

            <h2>Quién investiga y quién juzga</h2>

            <p>Una ley federal de 1996 define la delincuencia organizada: tres o más personas que se
            organizan para cometer ciertos delitos. Desde junio de 2016, el proceso penal es acusatorio
            y oral en todo el país. Una fiscalía autónoma por ley reemplazó en 2019 a la antigua
            procuraduría, y en 2025 una parte de los jueces se eligió en las urnas.</p>

            <h2>Militares y policías</h2>

            <p>La Guardia Nacional se creó en 2019 en lugar de la Policía Federal. Una reforma de
            septiembre de 2024 la puso bajo la Secretaría de la Defensa. Siguen en pie las fuerzas
            municipales y estatales, con grandes diferencias de sueldo y de tamaño.</p>

            <h2>Cómo leer las cifras</h2>

            <p>Hay dos series. El instituto de estadística, INEGI, cuenta víctimas en los certificados
            de defunción y publica meses después; el secretariado de seguridad cuenta las carpetas que
            abren las fiscalías estatales y publica cada mes. Junto a las dos hay que leer el registro
            nacional de personas desaparecidas, que pasó de 100 000 nombres en mayo de 2022.</p>
            """,
        ),
        reviewed=date(2026, 8, 25),
    ),
    Country(
        "SV",
        Both("el-salvador", "el-salvador"),
        Both(
            """
            <p>El Salvador is the smallest and most densely settled country of mainland Central America,
            and the only one without a Caribbean coast. The census of 2024 counted six million
            inhabitants; many more Salvadorans live in the United States.</p>

            <h2>From accord to police</h2>

            <p>The Chapultepec accords of January 16, 1992 ended twelve years of civil war. They cut the
            army, dissolved the old security bodies and created the National Civil Police. San Salvador
            has been the seat of the secretariat of SICA since the system was founded.</p>

            <h2>The state of exception</h2>

            <p>It was decreed on March 27, 2022, after 87 people had been killed in a weekend. The
            constitution limits such a measure to thirty days; the Legislative Assembly has prolonged it
            month after month. Among other guarantees it suspends the limit of 72 hours before a
            detainee must see a judge. A prison for 40,000 people opened in 2023.</p>

            <h2>A changed map</h2>

            <p>Two laws of 2023 reduced the Assembly from 84 seats to 60 and the municipalities from 262
            to 44, both with effect from May 2024. Series by municipality therefore break in that
            year.</p>

            <h2>Reading the figures</h2>

            <p>Official homicide rates, above 100 for every 100,000 people in 2015, have been below
            three since 2023. The published series leaves out people killed in confrontations with the
            police. Deaths in custody are documented elsewhere, by human rights groups and the
            Inter-American Commission.</p>
            """,
            """
            <p>El Salvador es el país más pequeño y más densamente poblado de la Centroamérica
            continental, y el único sin costa en el Caribe. El censo de 2024 contó seis millones de
            habitantes; otra población salvadoreña muy numerosa vive en Estados Unidos.</p>

            <h2>Del acuerdo a la policía</h2>

            <p>Los Acuerdos de Chapultepec, del 16 de enero de 1992, pusieron fin a doce años de guerra
            civil. Redujeron el ejército, disolvieron los antiguos cuerpos de seguridad y crearon la
            Policía Nacional Civil. San Salvador es sede de la secretaría del SICA desde que el sistema
            existe.</p>

            <h2>El régimen de excepción</h2>

            <p>Se decretó el 27 de marzo de 2022, después de que 87 personas fueran asesinadas en un fin
            de semana. La Constitución limita una medida así a treinta días; la Asamblea Legislativa la
            ha prorrogado mes tras mes. Suspende, entre otras garantías, el plazo de 72 horas para
            llevar a un detenido ante el juez. En 2023 se abrió una cárcel para 40 000 personas.</p>

            <h2>Otro mapa</h2>

            <p>Dos leyes de 2023 redujeron la Asamblea de 84 escaños a 60 y los municipios de 262 a 44,
            con efecto desde mayo de 2024. Las series por municipio se cortan, por tanto, en ese
            año.</p>

            <h2>Cómo leer las cifras</h2>

            <p>La tasa oficial de homicidios, superior a 100 por cada 100 000 habitantes en 2015, está
            por debajo de tres desde 2023. La serie publicada deja fuera a las personas muertas en
            enfrentamientos con la policía. Las muertes bajo custodia se documentan en otra parte: en
            organizaciones de derechos humanos y en la Comisión Interamericana.</p>
            """,
        ),
        reviewed=date(2026, 4, 8),
    ),
)
