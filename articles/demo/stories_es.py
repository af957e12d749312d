"""La edición de demostración en español: hechos públicos y documentados, redacción inventada."""

from .shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="oas-2011",
        language="es",
        kind="brief",
        section="briefs",
        headline="La OEA renueva su compromiso contra el crimen y deja el plan para después",
        slug="oea-reafirma-compromiso-contra-el-crimen",
        dek="""
        La 41.ª Asamblea General dedicó tres días en El Salvador a la seguridad ciudadana. Los resultados
        concretos fueron pocos.
        """,
        body="""
        <p>La Asamblea General de la Organización de los Estados Americanos (OEA) concluyó el martes en El
        Salvador, después de tres días de debate sobre el crimen organizado. Las delegaciones tenían sobre
        la mesa un plan de acción regional; de la sala salieron pocos resultados concretos.</p>

        <p>Fue el 41.º período ordinario de sesiones de la organización y su lema fue “Seguridad ciudadana
        en las Américas”. El secretario general, José Miguel Insulza, esperaba que antes de la clausura se
        difundiera una declaración con las líneas de un posible plan de seguridad para Centroamérica, según
        informó la agencia EFE.</p>

        <p>La urgencia de una estrategia común nace en el propio istmo. En El Salvador, Guatemala y Honduras
        ha crecido el narcotráfico y también el número de homicidios. Washington ha destinado 165 millones
        de dólares a la región mediante la Iniciativa Regional de Seguridad para América Central (CARSI, por
        sus siglas en inglés), y varios gobiernos han hablado de buscar donantes más allá de Estados
        Unidos.</p>

        <p>El dinero es solo la mitad de la discusión. Los gobiernos piden capacitación y equipo para sus
        policías, y discuten además qué tan de cerca deben trabajar sus fuerzas. El presidente de Guatemala,
        Álvaro Colom, ha propuesto una fuerza transfronteriza que realice operativos antidrogas a ambos
        lados de las fronteras de la región.</p>

        <p>La próxima cita está cerca. El 22 y el 23 de junio, Guatemala será sede de una conferencia sobre
        la estrategia de seguridad de Centroamérica, en la que la OEA tendrá un asiento.</p>
        """,
        bylines=(("fenwater", "author"), ("altamarea", "translator")),
        countries=("SV", "GT", "HN"),
        topics=("oas", "regional-security", "drug-policy"),
        kicker="topic:regional-security",
        tags=("OEA", "CARSI", "cumbre de San Salvador"),
        published=noon(2011, 6, 8, 15, 5),
        lead_image="assembly",
        picks=("sica-2011",),
    ),
    Story(
        key="sica-2011",
        language="es",
        kind="news",
        section="news",
        headline="Centroamérica lleva a los donantes un solo plan de seguridad, en cuatro partes",
        slug="conferencia-estrategia-seguridad-centroamerica",
        dek="""
        En dos días de reunión en la Ciudad de Guatemala, siete gobiernos se presentaron como un solo
        interlocutor. La prueba será si se puede seguir el rastro del dinero.
        """,
        body="""
        <p>Los gobernantes centroamericanos cerraron el jueves, en la Ciudad de Guatemala, una conferencia
        de dos días con algo que la región no tenía: una sola estrategia de seguridad, acordada por todos
        los gobiernos del istmo y presentada a los donantes como una única cartera de proyectos.</p>

        <p>La reunión del 22 y el 23 de junio fue convocada por el Sistema de la Integración Centroamericana
        (SICA), del que forman parte Belice, Costa Rica, El Salvador, Guatemala, Honduras, Nicaragua y
        Panamá. Asistieron también los presidentes de Colombia, Juan Manuel Santos, y de México, Felipe
        Calderón, y la secretaria de Estado de Estados Unidos, Hillary Clinton, además de la OEA, las
        Naciones Unidas, el Banco Mundial y el Banco Interamericano de Desarrollo.</p>

        <h2>Qué contiene la estrategia</h2>

        <p>El documento reparte el trabajo en cuatro componentes:</p>

        <ul>
        <li>el combate al delito, que abarca fronteras, drogas, armas, pandillas y lavado;</li>
        <li>la prevención de la violencia, sobre todo la que afecta a jóvenes y mujeres;</li>
        <li>la rehabilitación, la reinserción y la seguridad penitenciaria;</li>
        <li>el fortalecimiento de las instituciones que deben llevar todo lo anterior a la práctica.</li>
        </ul>

        <p>Bajo esos títulos, los gobiernos enumeraron los proyectos para los que buscan apoyo externo. La
        lista pretende evitar un resultado conocido: que cada ministerio negocie por su cuenta sus lanchas,
        sus radios o sus cursos, y que las compras no encajen entre sí.</p>

        <p>Un plan común cambia, además, a quién se le pueden pedir resultados. Con siete planes, nadie
        respondía por la región.</p>

        <h2>Dinero nuevo y dinero viejo</h2>

        <p>Clinton anunció que el apoyo de su país a la seguridad ciudadana en Centroamérica llegará este
        año a casi 300 millones de dólares. Esas cifras piden cautela. Los anuncios de los donantes suelen
        mezclar donaciones con préstamos y compromisos recientes con fondos ya aprobados, de modo que los
        totales que se oyen en la tribuna no se pueden sumar sin más.</p>

        <p>Los gobiernos tienen su propia tarea. En buena parte del istmo la carga tributaria es baja para
        América Latina, y de ella dependen los salarios de policías, fiscales y custodios mucho después de
        que termina un proyecto. Los préstamos para seguridad tienen que ser aprobados por los congresos, y
        hay que pagarlos.</p>

        <h2>De la OEA al SICA</h2>

        <p>Dos semanas antes, la Asamblea General de la OEA se había reunido en El Salvador con la seguridad
        ciudadana como tema y se había despedido con poco más que una declaración. En Guatemala tocaba
        presentar el plan de la propia región. Los dos organismos tienen virtudes distintas: la OEA sienta a
        la mesa a todo el hemisferio; el SICA es lo bastante pequeño como para administrar una lista de
        proyectos, con una secretaría en San Salvador que la cuide.</p>

        <p>Lo que ninguno tiene es una fuerza. La propuesta del presidente de Guatemala, Álvaro Colom, de
        realizar operaciones conjuntas a través de las fronteras exigiría que cada Estado aceptara agentes
        extranjeros en su territorio o, cuando menos, una regla sobre persecución y captura. La estrategia
        habla de cooperación entre policías y fiscalías, de intercambio de información y de procedimientos
        comunes en las aduanas. El mando se queda donde está, en siete capitales.</p>

        <h2>Cómo saber si funciona</h2>

        <p>En los próximos meses hay tres cosas que se pueden comprobar sin esperar las estadísticas del
        delito. La primera es si los proyectos reciben una partida presupuestaria y una oficina responsable
        en cada país. La segunda, si los donantes informan de su gasto con arreglo a la misma lista. La
        tercera, si la prevención y la rehabilitación, dos de los cuatro componentes, obtienen una parte del
        dinero parecida a la que ocupan en el texto.</p>

        <p>Los gobiernos del SICA sostienen que el problema es regional. Lo que siga mostrará si las cuentas
        también lo son.</p>
        """,
        bylines=(("altamarea", "author"), ("fenwater", "contributor")),
        countries=("GT", "SV", "HN", "NI"),
        topics=("sica", "regional-security", "oas"),
        kicker="country:GT",
        tags=("SICA", "CARSI", "cooperación internacional"),
        published=noon(2011, 6, 24, 14, 30),
        lead_image="borders",
        picks=("oas-2011",),
    ),
    Story(
        key="unasur-2012",
        language="es",
        kind="brief",
        section="briefs",
        headline="Unasur crea en Lima un consejo contra la delincuencia organizada transnacional",
        slug="unasur-consejo-delincuencia-organizada-transnacional",
        dek="""
        La unión separa la seguridad ciudadana de la defensa y le da su propia mesa de ministros.
        """,
        body="""
        <p>La Unión de Naciones Suramericanas (Unasur) decidió en su cumbre de Lima, el 30 de noviembre,
        crear un consejo en materia de seguridad ciudadana, justicia y coordinación de acciones contra la
        delincuencia organizada transnacional. El nuevo órgano reúne a los ministros de seguridad, interior
        y justicia de los países miembros.</p>

        <p>Hasta ahora esos asuntos se discutían en mesas ajenas. Unasur cuenta desde hace años con un
        Consejo de Defensa y, desde 2009, con uno sobre el problema mundial de las drogas. Con el nuevo
        órgano, la policía y los tribunales dejan de estar a la sombra de los otros dos.</p>

        <p>La distinción tiene consecuencias. En la mayoría de los países de la región las fuerzas armadas y
        las policiales responden a ministerios diferentes y se rigen por leyes diferentes. Un consejo propio
        permite que las autoridades civiles acuerden entre sí, por ejemplo, cómo pedir una prueba al país
        vecino o cómo avisarle de una investigación en curso.</p>

        <p>El tratado constitutivo de Unasur se firmó en Brasilia en mayo de 2008 y entró en vigor en marzo
        de 2011. Sus decisiones se toman por consenso y cada Estado las incorpora a su derecho interno, así
        que el consejo podrá recomendar y coordinar, pero no ordenar. Perú, que ejerce este año la
        presidencia temporal, fue el anfitrión de la cita.</p>
        """,
        bylines=(("quebracho", "author"),),
        countries=("PE", "CO", "BR"),
        topics=("regional-security", "drug-policy"),
        kicker="topic:regional-security",
        tags=("Unasur", "cumbre de Lima", "justicia"),
        published=noon(2012, 12, 3, 13, 15),
    ),
    Story(
        key="cicig-legacy",
        language="es",
        kind="analysis",
        section="analysis",
        headline="Lo que deja una comisión: Guatemala después de la CICIG",
        slug="lo-que-deja-la-cicig-en-guatemala",
        dek="""
        La comisión respaldada por la ONU cerró el 3 de septiembre, tras doce años. Sus casos atrajeron la
        atención; su peso lo decidirán las leyes y las oficinas que ayudó a levantar.
        """,
        body="""
        <p>La Comisión Internacional contra la Impunidad en Guatemala (CICIG) terminó su mandato el 3 de
        septiembre. Durante doce años fue una figura casi sin paralelo: un órgano internacional,
        jurídicamente independiente de las Naciones Unidas aunque nacido de un acuerdo con ellas, que
        trabajaba dentro de los tribunales de un país.</p>

        <p>Guatemala y la ONU firmaron el acuerdo en diciembre de 2006. El Congreso lo aprobó en agosto de
        2007 y entró en vigor en septiembre de ese año, al principio por dos años. Después se prorrogó
        varias veces. Lo encabezaron, uno tras otro, tres comisionados: el español Carlos Castresana, el
        costarricense Francisco Dall’Anese y el colombiano Iván Velásquez. En agosto de 2018, el gobierno
        del presidente Jimmy Morales anunció que no pediría otra prórroga.</p>

        <h2>Un invitado en la sala de audiencias</h2>

        <p>La comisión no podía acusar a nadie por sí sola. Su mandato era apoyar al Ministerio Público y a
        la policía en la investigación de cuerpos ilegales y aparatos clandestinos de seguridad, y actuar
        como querellante adhesivo junto a la fiscalía. Todos los casos los resolvieron jueces guatemaltecos.
        El diseño respondía a una opinión de 2004 en la que la Corte de Constitucionalidad había encontrado
        que un proyecto anterior entregaba facultades que la Constitución reserva a las instituciones
        nacionales.</p>

        <p>Ese límite acabó siendo un método. Como nada podía hacerse sin fiscales guatemaltecos, la
        comisión tuvo que formarlos, y la unidad con la que trabajaba se convirtió en la Fiscalía Especial
        contra la Impunidad, la FECI.</p>

        <figure data-drawing="columns"><figcaption>La CICIG actuó ante tribunales nacionales y jueces
        nacionales.</figcaption></figure>

        <h2>Las leyes que quedan</h2>

        <p>El mandato permitía también recomendar leyes. Varias piezas del procedimiento actual vienen de
        los primeros años de la comisión o llevan la huella de sus propuestas:</p>

        <ul>
        <li>los tribunales de mayor riesgo, creados en 2009 para juzgar con protección especial los procesos
        más peligrosos;</li>
        <li>reglas más amplias sobre los colaboradores eficaces en la ley contra la delincuencia organizada
        y un programa más sólido para protegerlos;</li>
        <li>la ley de armas y municiones de 2009, que estableció una nueva autoridad de control;</li>
        <li>el uso habitual de escuchas autorizadas y de prueba financiera en casos complejos.</li>
        </ul>

        <p>Nada de eso se extingue con el mandato. Todo puede desgastarse en silencio, por la vía del
        presupuesto, de los nombramientos o de la reforma de un solo artículo.</p>

        <h2>Las versiones de los vecinos</h2>

        <p>El modelo viajó. Honduras acordó en enero de 2016 con la Organización de los Estados Americanos
        una misión de apoyo contra la corrupción y la impunidad, la MACCIH, de alcance más estrecho:
        acompaña a los fiscales nacionales y propone reformas. En El Salvador, una comisión contra la
        impunidad fue promesa de la campaña electoral de este año y se espera que se instale en los próximos
        días, también con la OEA.</p>

        <table>
        <thead><tr><th>Órgano</th><th>País</th><th>Acordado con</th><th>Inicio</th></tr></thead>
        <tbody><tr><td>CICIG</td><td>Guatemala</td><td>Naciones Unidas</td><td>2007</td></tr>
        <tr><td>MACCIH</td><td>Honduras</td><td>OEA</td><td>2016</td></tr>
        </tbody>
        </table>

        <p>La comparación muestra dos decisiones que todo acuerdo de este tipo debe tomar. Una es quién
        puede presentarse ante el juez. La CICIG podía; una misión que solo asesora depende de la voluntad
        de la oficina asesorada. La otra es quién puede ponerle fin. Todos estos órganos viven de plazos
        fijos y necesitan el consentimiento del gobierno de turno, que puede llegar a ser investigado.</p>

        <h2>Cómo medir el éxito</h2>

        <p>Contar condenas dice poco de una institución que debía volverse innecesaria. Sirve más observar
        qué pasa con los fiscales, los analistas y los jueces que se quedan. Si los expedientes avanzan, si
        el personal conserva su puesto y si los testigos siguen protegidos son cosas que pueden verse en los
        registros públicos, mes a mes.</p>

        <p>En enero, Guatemala tendrá un nuevo presidente. Sobre el escritorio encontrará el archivo de la
        comisión y sus recomendaciones. Encontrará también las leyes que ayudó a redactar, que no necesitan
        prórroga para seguir vigentes.</p>
        """,
        bylines=(("quebracho", "author"), ("piedralba", "editor")),
        countries=("GT", "HN", "SV"),
        topics=("cicig", "impunity", "oas"),
        kicker="topic:cicig",
        tags=("CICIG", "MACCIH", "fiscalías"),
        published=noon(2019, 9, 5, 13, 0),
        lead_image="columns",
        picks=("untoc-twenty",),
    ),
    Story(
        key="untoc-twenty",
        language="es",
        kind="analysis",
        section="explainers",
        headline="La Convención de Palermo cumple veinte años: a qué obliga a los Estados",
        slug="convencion-de-palermo-veinte-anos",
        dek="""
        Casi todos los países son parte del tratado de la ONU contra la delincuencia organizada. Una guía de
        sus definiciones, sus tres protocolos y el examen que acaba de empezar.
        """,
        body="""
        <p>El 12 de diciembre de 2000 los gobiernos empezaron a firmar la Convención de las Naciones Unidas
        contra la Delincuencia Organizada Transnacional en Palermo, la ciudad donde la mafia había asesinado
        a los jueces que la investigaban. Veinte años después tiene cerca de 190 partes, entre ellas casi
        todos los Estados de las Américas. Sigue siendo el único tratado mundial escrito contra el crimen
        organizado como tal.</p>

        <p>La Asamblea General la aprobó el 15 de noviembre de 2000, en la resolución 55/25. Entró en vigor
        el 29 de septiembre de 2003, noventa días después de la cuadragésima ratificación. En esta región,
        Perú la ratificó en 2002; México, Guatemala y Honduras, en 2003; Brasil y El Salvador, en 2004.</p>

        <h2>Qué se entiende por grupo</h2>

        <p>Los redactores evitaron una lista de delitos, que habría envejecido pronto. Definieron el grupo y
        la gravedad de sus actos. Un <em>grupo delictivo organizado</em> es un grupo estructurado de tres o
        más personas que existe durante cierto tiempo y actúa de manera concertada para cometer delitos
        graves con el fin de obtener un beneficio económico u otro de orden material. El artículo 2 fija la
        medida de la gravedad:</p>

        <blockquote><p>Por “delito grave” se entenderá la conducta que constituya un delito punible con una
        privación de libertad máxima de al menos cuatro años o con una pena más grave.</p></blockquote>

        <p>De ese umbral depende mucho. El Estado que quiera aplicar la convención a un negocio nuevo, como
        el comercio ilegal de madera, puede ponerlo a su alcance con solo elevar la pena máxima a cuatro
        años.</p>

        <h2>Cuatro delitos y una red de solicitudes</h2>

        <p>Las partes deben tipificar cuatro conductas: la participación en un grupo delictivo organizado,
        el lavado del producto del delito, la corrupción de funcionarios y la obstrucción de la justicia.
        Deben poder, además, exigir responsabilidad a las empresas, sea por la vía penal, civil o
        administrativa, y decomisar el producto del delito.</p>

        <p>La mayor parte del texto trata de la cooperación. La convención puede servir de base jurídica
        para la extradición y para la asistencia judicial entre países que no tienen un tratado propio.
        Prevé investigaciones conjuntas, protección de testigos y devolución de bienes decomisados. Cada
        parte designa una autoridad central que recibe las solicitudes.</p>

        <figure data-drawing="borders"><figcaption>La convención se aplica cuando el delito cruza una
        frontera, en su preparación, su ejecución o sus efectos.</figcaption></figure>

        <h2>Tres protocolos</h2>

        <p>Para ser parte de un protocolo hay que serlo antes de la convención, y a cada uno se ingresa por
        separado.</p>

        <table>
        <thead><tr><th>Protocolo</th><th>Aprobación</th><th>En vigor</th></tr></thead>
        <tbody><tr><td>Trata de personas</td><td>Noviembre de 2000</td><td>25 de diciembre de 2003</td></tr>
        <tr><td>Tráfico ilícito de migrantes</td><td>Noviembre de 2000</td><td>28 de enero de 2004</td></tr>
        <tr><td>Armas de fuego</td><td>Mayo de 2001</td><td>3 de julio de 2005</td></tr>
        </tbody>
        </table>

        <p>El protocolo sobre la trata es el que más ratificaciones reúne y dio al mundo la primera
        definición acordada de ese delito. El de armas de fuego tiene menos partes; pide a los Estados que
        marquen las armas al fabricarlas y al importarlas, que conserven los registros durante diez años y
        que autoricen cada exportación.</p>

        <h2>Quién revisa</h2>

        <p>Durante casi dos décadas no lo hizo nadie, al menos de manera formal. La Conferencia de las
        Partes, que se reúne cada dos años en Viena, recogía cuestionarios que muchos gobiernos dejaban sin
        responder. En 2018 aprobó las reglas de un mecanismo de examen y en octubre de 2020 lo puso en
        marcha. A cada país lo examinarán otros dos, artículo por artículo, en un proceso previsto para
        varios años.</p>

        <p>El acuerdo que hizo posible el mecanismo también lo limita. No debe ser intrusivo ni clasificar a
        los países. Los informes completos se publican solo si el Estado interesado lo acepta; entre las
        partes circulan resúmenes. Las organizaciones de la sociedad civil pueden hablar en ciertas
        reuniones, pero no tienen asiento en los exámenes.</p>

        <h2>Leer una firma</h2>

        <p>La ratificación nos dice que un país aceptó deberes. No nos dice si su código contiene los cuatro
        delitos, si su autoridad central contesta las cartas ni si los jueces saben que pueden invocar la
        convención. Son tres preguntas distintas y, en la mayoría de los países de la región, las respuestas
        hay que reunirlas en diarios oficiales, registros judiciales y memorias anuales. El examen, si sus
        resultados se publican, aliviaría ese trabajo.</p>

        <p>La convención y sus protocolos pueden leerse en el sitio de la <a
        href="https://www.unodc.org/unodc/en/organized-crime/intro/UNTOC.html">Oficina de las Naciones
        Unidas contra la Droga y el Delito</a>, que le sirve de secretaría.</p>
        """,
        bylines=(("oakhaven", "author"), ("piedralba", "translator")),
        countries=("PE", "MX", "BR"),
        topics=("unodc", "treaties", "human-trafficking", "firearms"),
        kicker="topic:treaties",
        tags=("Convención de Palermo", "Naciones Unidas", "extradición"),
        published=noon(2020, 12, 15, 13, 30),
        lead_image="treaty",
        picks=("cicig-legacy",),
    ),
    Story(
        key="comayagua-ten-years",
        language="es",
        kind="analysis",
        section="analysis",
        headline="Comayagua, diez años después: lo que una cárcel debe a quien no ha sido condenado",
        slug="comayagua-diez-anos-despues",
        dek="""
        Más de 350 personas murieron en el incendio de febrero de 2012 en Honduras. Las normas que pudieron
        salvarlas estaban escritas; casi todas siguen siendo una tarea pendiente en la región.
        """,
        body="""
        <p>La noche del 14 de febrero de 2012 se incendió la Granja Penal de Comayagua, en el centro de
        Honduras. Murieron más de 350 personas, la mayor parte encerrada en sus módulos. Fue uno de los
        peores incendios carcelarios de los que se tiene registro. Muchas de las víctimas no habían recibido
        condena.</p>

        <p>No era el primer aviso. En mayo de 2004, un incendio en el penal de San Pedro Sula había matado a
        107 internos. Ese caso llegó a la Corte Interamericana de Derechos Humanos, que dictó sentencia el
        27 de abril de 2012, diez semanas después de Comayagua, en el proceso conocido como <em>Pacheco
        Teruel y otros</em>. Honduras había reconocido su responsabilidad y firmado un acuerdo con las
        familias; el tribunal lo homologó y vigila su cumplimiento.</p>

        <h2>El Estado como garante</h2>

        <p>La idea central de la jurisprudencia interamericana cabe en una frase. Quien encierra a una
        persona se hace responsable de su vida, porque le ha quitado los medios de cuidarla por sí misma. De
        ahí se siguen obligaciones muy materiales: salidas de emergencia, llaves al alcance de quien vigila,
        instalaciones eléctricas revisadas, extintores y alguien que sepa usarlos.</p>

        <p>La Comisión Interamericana las había reunido en 2008 en sus <em>Principios y buenas
        prácticas</em> sobre las personas privadas de libertad. El texto pide que un juez controle la
        detención, que nadie sea alojado por encima de las plazas disponibles y que las autoridades prevean
        planes para incendios y motines.</p>

        <figure data-drawing="cells"><figcaption>Entre condenados y procesados, la ley exige una separación
        que los edificios rara vez permiten.</figcaption></figure>

        <h2>Las Reglas Mandela</h2>

        <p>En diciembre de 2015, la Asamblea General de la ONU aprobó una versión revisada de las reglas
        mínimas para el tratamiento de los reclusos y les dio el nombre de Nelson Mandela, que pasó 27 años
        en prisión. Son 122. No constituyen un tratado, pero los tribunales de la región las citan como
        medida de lo que es aceptable.</p>

        <p>Cuatro de ellas bastan para revisar una cárcel:</p>

        <ol>
        <li>la separación entre personas procesadas y condenadas, entre mujeres y hombres, y entre jóvenes y
        adultos;</li>
        <li>la prohibición del aislamiento indefinido y del que pasa de quince días seguidos;</li>
        <li>una atención médica del mismo nivel que la disponible fuera;</li>
        <li>un registro de cada ingreso, con la fecha, el motivo y la autoridad que lo ordenó.</li>
        </ol>

        <p>La última parece trámite y es la más útil. Sin un registro fiable no se sabe quién está detenido,
        por orden de quién ni desde cuándo, y tampoco, llegado el caso, quién ha muerto. En Comayagua la
        identificación de los cuerpos tomó semanas.</p>

        <h2>La prisión preventiva</h2>

        <p>En buena parte de América Latina, al menos una tercera parte de la población encarcelada espera
        juicio, y en algunos países son más de la mitad. La prisión preventiva está pensada como excepción,
        para cuando hay peligro de fuga o de que se altere la prueba. Cuando la ley la vuelve obligatoria
        para listas enteras de delitos, el juez deja de decidir y las cárceles se llenan con más rapidez de
        la que permite cualquier plan de obras.</p>

        <p>El hacinamiento también cambia quién manda. Donde un custodio cuida a cien personas, el reparto
        de camas, de comida y de visitas pasa a manos de los propios internos, y en la práctica a las del
        grupo mejor organizado. La historia de las pandillas de Centroamérica no se entiende sin ese
        reparto.</p>

        <h2>Lo que cambió en Honduras</h2>

        <p>En 2012, el Congreso hondureño aprobó la Ley del Sistema Penitenciario Nacional, que quitó los
        centros a la policía y creó un instituto civil para administrarlos. En los años siguientes se
        construyeron nuevas prisiones. En diciembre de 2019, un decreto de emergencia puso el instituto bajo
        intervención, con mandos militares y policiales al frente de los centros.</p>

        <p>Diez años después, la pregunta que dejó Comayagua puede hacerse en cualquier penal de la región y
        no requiere permiso para entrar. ¿Cuántas personas hay, para cuántas plazas, cuántas sin condena y
        quién tiene las llaves de noche? Un Estado que responde a las cuatro por escrito ha empezado a
        cumplir.</p>
        """,
        bylines=(("maravedi", "author"), ("quebracho", "editor")),
        countries=("HN",),
        topics=("prisons", "gangs", "impunity"),
        kicker="topic:prisons",
        tags=("Comayagua", "Reglas Mandela", "prisión preventiva"),
        published=noon(2022, 2, 14, 12, 0),
        lead_image="cells",
        picks=("cicig-legacy",),
    ),
)
