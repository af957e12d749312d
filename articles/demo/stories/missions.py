"""International missions beside national prosecutors."""

from articles.demo.shapes import Story, noon

STORIES: tuple[Story, ...] = (
    Story(
        key="cicig-legacy",
        language="en",
        kind="analysis",
        section="analysis",
        headline="What a commission leaves behind: Guatemala after CICIG",
        slug="what-cicig-leaves-behind-guatemala",
        dek="""
        The UN-backed commission closed on September 3 after twelve years. Its cases drew the attention; the
        laws and offices it helped to build will decide its weight.
        """,
        body="""
        <p>The International Commission against Impunity in Guatemala, known by its Spanish initials as
        CICIG, ended its mandate on September 3. For twelve years it was an arrangement without a close
        parallel: an international body, independent of the United Nations in law although created by an
        agreement with it, that worked inside a country’s own courts.</p>

        <p>Guatemala and the United Nations signed the agreement in December 2006. Congress ratified it in
        August 2007 and it took effect in September of that year, for two years at first. It was extended
        several times. Three commissioners led it in turn: Carlos Castresana of Spain, Francisco Dall’Anese
        of Costa Rica and Iván Velásquez of Colombia. The government of President Jimmy Morales announced in
        August 2018 that it would not ask for another extension.</p>

        <h2>A guest in someone else’s courtroom</h2>

        <p>The commission could not indict anybody by itself. Its mandate was to support the Public
        Prosecutor’s Office and the police in investigating illegal groups and clandestine security
        structures, and to act as a complementary prosecutor beside national ones. Guatemalan judges decided
        every case. The design answered a ruling of 2004, in which the Constitutional Court found that an
        earlier plan for a commission handed over powers that the constitution reserves for national
        institutions.</p>

        <p>That limit turned out to be a method. Because nothing could be done without Guatemalan
        prosecutors, the commission had to train them, and the unit it worked with grew into the Special
        Prosecutor’s Office against Impunity, FECI.</p>

        <figure data-drawing="treaty"><figcaption>The agreement of December 2006 gave the commission no courtroom
        of its own.</figcaption></figure>

        <h2>Laws that remain</h2>

        <p>The mandate also allowed the commission to recommend laws. Several parts of today’s procedure
        date from its early years or were shaped by its advice:</p>

        <ul>
        <li>courts for high-risk cases, which hear the most dangerous trials under special protection,
        created in 2009;</li>
        <li>wider rules for cooperating witnesses in the law against organised crime, and a stronger
        programme to protect them;</li>
        <li>the law on arms and ammunition of 2009, which set up a new control authority;</li>
        <li>the regular use of authorised wiretaps and of financial evidence in complex cases.</li>
        </ul>

        <p>None of these ends with the mandate. All of them can be worn away quietly, by budgets, by
        appointments or by a reform of a single article.</p>

        <h2>The neighbours’ versions</h2>

        <p>The model travelled. Honduras agreed in January 2016 with the Organization of American States on
        a support mission against corruption and impunity, MACCIH, which has a narrower remit: it
        accompanies national prosecutors and proposes reforms. In El Salvador, a commission against impunity
        was promised in this year’s election campaign and is expected within days, also with the OAS.</p>

        <table>
        <thead><tr><th>Body</th><th>Country</th><th>Agreed with</th><th>Began</th></tr></thead>
        <tbody><tr><td>CICIG</td><td>Guatemala</td><td>United Nations</td><td>2007</td></tr>
        <tr><td>MACCIH</td><td>Honduras</td><td>OAS</td><td>2016</td></tr>
        </tbody>
        </table>

        <p>The comparison shows two choices that every such agreement has to make. One is who may appear in
        court. CICIG could; a mission that only advises depends on the will of the office it advises. The
        other is who can end it. All these bodies live on fixed terms and need the consent of the government
        of the day, which may itself come to be investigated.</p>

        <h2>A measure of success</h2>

        <p>Counting convictions says little about an institution that was meant to make itself unnecessary.
        A better test is what happens to the prosecutors, analysts and judges who stay. Whether files move
        forward, whether staff keep their posts and whether witnesses remain protected can be observed from
        the public record, month by month.</p>

        <p>Guatemala inaugurates a new president in January. The commission’s archive and its
        recommendations will be on the desk. So will the statutes it helped to write, which need no
        extension to stay in force.</p>
        """,
        bylines=(("quebracho", "author"), ("piedralba", "editor")),
        countries=("GT", "HN", "SV"),
        topics=("cicig", "impunity", "oas"),
        kicker="topic:cicig",
        tags=("CICIG", "MACCIH", "prosecutors"),
        published=noon(2019, 9, 5, 12, 0),
        lead_image="columns",
        picks=("untoc-twenty",),
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

        <figure data-drawing="treaty"><figcaption>El acuerdo de diciembre de 2006 no dio a la comisión un tribunal
        propio.</figcaption></figure>

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
        key="honduras-cicih",
        language="en",
        kind="brief",
        section="briefs",
        headline="Honduras and the UN sign a first paper towards a commission",
        slug="honduras-un-sign-memorandum-commission",
        dek="""
        The memorandum of December 15 creates nothing yet. It sends experts to say what would have to change
        first.
        """,
        body="""
        <p>The government of Honduras and the United Nations signed a memorandum of understanding on
        Thursday in New York that is meant to lead to an international commission against corruption and
        impunity, CICIH by its Spanish initials.</p>

        <p>The paper is a beginning. It provides for a group of United Nations experts who will look at the
        country’s laws and at what such a commission could do under its constitution. Only after that would
        the two sides negotiate an agreement, which Congress would have to approve.</p>

        <p>The order of the steps is a lesson from the neighbourhood. In Guatemala an earlier plan failed
        before the Constitutional Court in 2004, because it gave a foreign body powers that the constitution
        reserves for national prosecutors. In Honduras itself the mission of the Organization of American
        States, MACCIH, ended in January 2020 when its mandate of four years was not renewed.</p>

        <p>Among the laws that stand in the way, civil groups name two: the one that gives Congress a say
        over investigations into its own funds, and an amnesty of February of this year, whose reach the
        courts have yet to settle. The experts will meet both in their first week.</p>
        """,
        bylines=(("quebracho", "author"),),
        countries=("HN",),
        topics=("impunity", "cicig"),
        kicker="country:HN",
        tags=("CICIH", "MACCIH", "United Nations"),
        published=noon(2022, 12, 16, 12, 25),
        picks=("cicig-legacy",),
    ),
)
